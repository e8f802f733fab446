import { fieldOrWhole, kindsWords, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { clip, counted } from '../kernel/words.ts'
import { processesByTitle } from '../processes/reads.ts'
import type { StatusRow } from '../sources/fields.ts'
import { evidencePath } from '../sources/paths.ts'
import type { Reading } from '../sources/reading-reads.ts'
import { type DisputeFilter, pairsOf, processIdsOf, readDisputeFilter } from './dispute-filter.ts'
import { disputesOf } from './dispute-gather.ts'
import { COUNTED, countDisputed, type DisputesAsked, disputedFields } from './dispute-reads.ts'
import type { Look } from './look.ts'
import { pageLinks } from './pages.ts'
import { subjectKinds } from './setting-reads.ts'

const PAGE = 100

/** Every disputed field of the record, with what stands against what. */
export async function disputePage(look: Look, query: Record<string, unknown>) {
  const { db } = look
  const filter = readDisputeFilter(query)
  const asked = await askedOf(look, filter)
  const { page } = filter
  const [count, rows] = await Promise.all([
    countDisputed(db, asked),
    disputedFields(db, asked, { limit: PAGE + 1, offset: (page - 1) * PAGE }),
  ])
  const pairs = pairsOf(filter)
  const path = (ending: string) =>
    `/disputes${ending}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`
  return {
    title: 'Disputes',
    countWords:
      count >= COUNTED ? `${counted(COUNTED, 'disputed field')} or more` : counted(count, 'disputed field'),
    rows: await disputeLines(look, rows.slice(0, PAGE)),
    isEmpty: rows.length === 0,
    filters: await filterChoices(db, filter),
    isNarrowed: pairs.length > 0,
    pages: pageLinks('/disputes', pairs, page, rows.length > PAGE),
    csv: path('.csv'),
    json: path('.json'),
  }
}

/** A process that was not yet known on the day asked for has no disputes by then, but is no unknown name. */
export async function askedOf({ today }: Look, filter: DisputeFilter): Promise<DisputesAsked> {
  return { ...filter, processes: await processIdsOf(today, filter) }
}

async function filterChoices(db: Db, { process, record, field }: DisputeFilter) {
  const processes = await processesByTitle(db)
  return {
    processes: processes.map(({ slug, title }) => ({
      value: slug,
      label: title,
      isChosen: process.includes(slug),
    })),
    records: subjectKinds.map((name) => ({
      value: name,
      label: kindsWords(name),
      isChosen: record.includes(name),
    })),
    field: field.join(' '),
  }
}

async function disputeLines(look: Look, rows: StatusRow[]) {
  return (await disputesOf(look, rows)).map(({ row, place, process, value, rivals, more, reading }) => ({
    record: place?.label ?? `${recordWords(row.record)} ${row.record_id}`,
    kind: recordWords(row.record),
    place: place ? placeLink(place) : null,
    process: process && row.record !== 'process' ? placeLink(process) : null,
    field: fieldOrWhole(row.record, row.field),
    href: evidencePath(row.record, row.record_id, row.field || null),
    value: clip(value, 160),
    counts: `${counted(row.claims, 'claim')}, ${counted(row.origins, 'origin')}`,
    rivals: rivals.map((rival) => clip(rival, 110)),
    more: more === 0 ? '' : `${counted(more, 'further answer')}`,
    settled: settledWords(reading),
  }))
}

function settledWords(reading: Reading | null): string {
  if (!reading) return 'Not settled yet'
  return reading.rule === 'disputed' ? 'No common reading' : `Settled: ${reading.rule}`
}
