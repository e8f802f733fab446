import type { Db } from '../db/tables.ts'
import { sayDate, weekdayOf } from '../kernel/say-date.ts'
import { capital } from '../kernel/words.ts'
import { outcomeLines } from '../outcomes/view.ts'
import { threadLines } from '../proposals/view.ts'
import { evidenceOf } from '../sources/evidence.ts'
import { sourceLines } from '../sources/view.ts'
import { dayOf } from './day.ts'
import { factsOf, recordBar } from './facts.ts'
import { type Gathered, gatherRound } from './gather.ts'
import { tableOf } from './table.ts'

/** The page of one round: a calm briefing, with the evidence of each fact one step away. */
export async function roundPage(db: Db, id: number) {
  return roundView(await gatherRound(db, id))
}

export function roundView(all: Gathered) {
  const { round, track, claims, plate, neighbours } = all
  const facts = factsOf(all)
  const outcomes = outcomeLines(all)
  const threads = threadLines(all, plate, round.id)
  const day = dayOf(all)
  const table = tableOf(all)
  const sources = sourceLines(all.sources, claims)
  return {
    title: round.title,
    id: round.id,
    crumbs: [
      { label: 'Processes', href: '/processes' },
      { label: track.process, href: `/processes/${track.process_slug}` },
      { label: track.title, href: `/rounds?track=${track.id}` },
    ],
    numbering: numbering(all),
    summary: round.summary ?? '',
    hasSummary: round.summary !== null,
    isHeld: round.status === 'held',
    status: capital(round.status),
    sides: table.sides.map(({ plate, party }) => ({ plate, party })),
    hosts: table.hosts,
    bar: recordBar(facts),
    facts,
    day,
    hasDay: day.length > 0,
    table,
    hasTable: table.sides.length > 0 || table.hosts.length > 0,
    threads,
    hasThreads: threads.length > 0,
    outcomes,
    hasOutcomes: outcomes.length > 0,
    documents: all.documents.map((document) => ({
      title: document.title,
      note: [
        capital(document.kind),
        document.date && sayDate(document.date),
        document.party && `by ${document.party}`,
        document.access,
      ]
        .filter(Boolean)
        .join(' · '),
      evidence: evidenceOf(claims.about('document', document.id)),
    })),
    hasDocuments: all.documents.length > 0,
    sources,
    hasSources: sources.length > 0,
    previous: neighbours.previous
      ? { href: `/rounds/${neighbours.previous.id}`, label: neighbours.previous.title }
      : null,
    next: neighbours.next ? { href: `/rounds/${neighbours.next.id}`, label: neighbours.next.title } : null,
    cite: `Parley, “${round.title}”, ${track.process}, ${track.title}${round.ordinal === null ? '' : `, round ${round.ordinal}`}. Version ${round.version}. /rounds/${round.id}`,
    csv: `/rounds.csv?track=${track.id}`,
    edit: `/rounds/${round.id}/edit`,
    weekday: weekdayOf(round.date) ?? '',
  }
}

export type RoundPage = ReturnType<typeof roundView>

/** "Third round of Istanbul talks 2025", as far as it is numbered. */
function numbering({ round, track }: Gathered): string {
  if (round.ordinal_label) return `${capital(round.ordinal_label)}, ${track.title}`
  return round.ordinal === null ? track.title : `Round ${round.ordinal}, ${track.title}`
}
