import type { Db } from '../db/tables.ts'
import { type Warning, warningsOn } from '../evidence/check-reads.ts'
import { capital } from '../kernel/words.ts'
import { documentLines, outcomeLines } from '../outcomes/view.ts'
import { threadLines } from '../proposals/view.ts'
import { formLinks } from '../sources/form-links.ts'
import { evidencePath, historyPath } from '../sources/paths.ts'
import { tallyOf } from '../sources/tally.ts'
import { sourceLines } from '../sources/view.ts'
import { dayOf } from './day.ts'
import { elsewhereOf } from './elsewhere-page.ts'
import { factsOf } from './facts.ts'
import { type Gathered, gatherRound } from './gather.ts'
import { rivalsOf } from './rivals-page.ts'
import { tableOf } from './table.ts'

/** The page of one round: a calm briefing, with the evidence of each fact one step away. */
export async function roundPage(db: Db, id: number, day: number) {
  const all = await gatherRound(db, id)
  const [warnings, elsewhere] = await Promise.all([warningsOn(db, all.claims.all), elsewhereOf(db, all)])
  const checks = checkLines(all, warnings)
  return {
    ...headOf(all),
    ...sectionsOf(all, day),
    checks,
    hasChecks: checks.length > 0,
    elsewhere,
    ...footOf(all),
  }
}

function headOf({ round, track, delegations, plate }: Gathered) {
  return {
    title: round.title,
    id: round.id,
    forms: formsOf(round.id, track.process_id),
    crumbs: [
      { label: 'Processes', href: '/processes' },
      { label: track.process, href: `/processes/${track.process_slug}` },
      { label: track.title, href: `/rounds?track=${track.id}` },
    ],
    sides: delegations.map((delegation) => ({ plate: plate(delegation), party: delegation.party })),
    numbering: numbering(round.ordinal, round.ordinal_label, track.title),
    summary: round.summary ?? '',
    hasSummary: round.summary !== null,
    isHeld: round.status === 'held',
    status: capital(round.status),
  }
}

function formsOf(id: number, process_id: number) {
  const here = { column: 'round_id', besides: { process_id } }
  const links = formLinks('round', id, [
    { label: 'Add a document', record: 'document', ...here },
    { label: 'Add a position', record: 'position', ...here },
  ])
  const others = [
    { label: 'Add the next round', href: `/rounds/new?after=${id}` },
    { label: 'Duplicate', href: `/rounds/new?like=${id}` },
  ]
  return { ...links, adds: [...links.adds, ...others] }
}

/** "Third round, Istanbul talks 2025", as far as it is numbered. */
function numbering(ordinal: number | null, label: string | null, track: string): string {
  if (label) return `${capital(label)}, ${track}`
  return ordinal === null ? track : `Round ${ordinal}, ${track}`
}

function sectionsOf(all: Gathered, day: number) {
  const { round, claims, plate, documents } = all
  const facts = factsOf(all)
  const table = tableOf(all)
  const rivals = rivalsOf(all)
  const sections = {
    day: dayOf(all),
    threads: threadLines(all, plate, round.id, day),
    outcomes: outcomeLines(all, day),
    documents: documentLines(documents, claims),
    sources: sourceLines(all.sources, claims),
  }
  return {
    facts,
    bar: tallyOf(all.counts),
    rivals,
    hasRivals: rivals.rows.length > 0,
    table,
    hasTable: table.sides.length > 0 || table.hosts.length > 0,
    ...sections,
    hasDay: sections.day.length > 0,
    hasThreads: sections.threads.length > 0,
    hasOutcomes: sections.outcomes.length > 0,
    hasDocuments: documents.length > 0,
    hasSources: sections.sources.length > 0,
  }
}

/** What the machine finds odd about a claim, and why it is kept all the same. */
function checkLines({ claims }: Gathered, warnings: Warning[]) {
  const byId = new Map(claims.all.map((claim) => [claim.id, claim]))
  return warnings.flatMap(({ claim_id, says }) => {
    const claim = byId.get(claim_id)
    if (!claim) return []
    const { record, record_id, field, source_id, publisher, kept } = claim
    const source = { href: `/sources/${source_id}`, name: publisher }
    return [{ says, source, kept: kept ?? '', href: evidencePath(record, record_id, field) }]
  })
}

function footOf({ round, track, neighbours }: Gathered) {
  const link = (other: { id: number; title: string } | undefined) =>
    other ? { href: `/rounds/${other.id}`, label: other.title } : null
  const number = round.ordinal === null ? '' : `, round ${round.ordinal}`
  return {
    previous: link(neighbours.previous),
    next: link(neighbours.next),
    cite: `Parley, “${round.title}”, ${track.process}, ${track.title}${number}. Version ${round.version}. /rounds/${round.id}`,
    csv: `/rounds.csv?track=${track.id}`,
    history: historyPath('round', round.id),
  }
}
