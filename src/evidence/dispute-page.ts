import { type Place, placesOf } from '../catalogue/reads.ts'
import { fieldWords, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { capital, clip, counted } from '../kernel/words.ts'
import { processesByTitle } from '../processes/reads.ts'
import { sayValue } from '../sources/evidence.ts'
import type { StatusRow } from '../sources/fields.ts'
import { evidencePath, pathOfKind } from '../sources/paths.ts'
import { type Reading, readingsAbout } from '../sources/reading-reads.ts'
import type { Columns, Row } from '../web/table.ts'
import { type DisputeFilter, pairsOf, processIdsOf, readDisputeFilter } from './dispute-filter.ts'
import { COUNTED, countDisputed, type DisputesAsked, disputedFields, rivalsOn } from './dispute-reads.ts'
import { keyOf, type Look, subjectsOf } from './look.ts'
import { pageLinks } from './pages.ts'
import { subjectKinds } from './setting-reads.ts'
import { valuesOf } from './value-reads.ts'

const PAGE = 100
const EXPORTED_AT_ONCE = 500

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
      label: capital(pathOfKind(name).replaceAll('-', ' ')),
      isChosen: record.includes(name),
    })),
    field: field.join(' '),
  }
}

/** What a row says before it is put into words or columns. */
interface Dispute {
  row: StatusRow
  place: Place | undefined
  process: Place | undefined
  value: string
  rivals: string[]
  more: number
  reading: Reading | null
}

async function disputesOf(look: Look, rows: StatusRow[]): Promise<Dispute[]> {
  const { db } = look
  const subjects = subjectsOf(rows)
  const named = new Map(subjects)
  const processes = new Set([
    ...(named.get('process') ?? []),
    ...rows.flatMap(({ process_id }) => process_id ?? []),
  ])
  if (processes.size > 0) named.set('process', [...processes])
  const [places, value, rivals, readings] = await Promise.all([
    placesOf(db, named),
    valuesOf(db, rows),
    rivalsOn(db, rows),
    readingsAbout(look.db, subjects),
  ])
  const found = new Map(places.map((place) => [`${place.record} ${place.id}`, place]))
  return rows.map((row) => {
    const reading = readings.get(keyOf(row)) ?? null
    const own = rivals.get(keyOf(row)) ?? []
    return {
      row,
      place: found.get(`${row.record} ${row.record_id}`),
      process: found.get(`process ${row.process_id}`),
      value: value(row),
      rivals: own.map((rival) => {
        const said =
          sayValue({ ...rival, weekday_printed: null }) ?? (rival.affirms === 1 ? 'says so' : 'this')
        return rival.affirms === 1 ? said : `denies: ${said}`
      }),
      more: Math.max(0, (own[0]?.values_in_all ?? 0) - own.length),
      reading,
    }
  })
}

async function disputeLines(look: Look, rows: StatusRow[]) {
  return (await disputesOf(look, rows)).map(({ row, place, process, value, rivals, more, reading }) => ({
    record: place?.label ?? `${recordWords(row.record)} ${row.record_id}`,
    kind: recordWords(row.record),
    place: place ? placeLink(place) : null,
    process: process && row.record !== 'process' ? placeLink(process) : null,
    field: fieldWords(row.record, row.field || null) || 'As a whole',
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

export const disputeColumns: Columns = Object.fromEntries(
  [
    'process',
    'round_id',
    'round',
    'record',
    'record_id',
    'label',
    'field',
    'value',
    'claims',
    'origins',
    'sources',
    'rivals',
    'rule',
    'reason',
    'would_settle',
    'decided_by',
    'decided',
    'evidence',
  ].map((name) => [name, name]),
)

/** All that meet the filter, some hundred at a time. */
export async function* disputeTable(look: Look, asked: DisputesAsked): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += EXPORTED_AT_ONCE) {
    const rows = await disputedFields(look.db, asked, { limit: EXPORTED_AT_ONCE, offset })
    if (rows.length === 0) return
    yield (await disputesOf(look, rows)).map(cellsOf)
  }
}

function cellsOf({ row, place, process, value, rivals, more, reading }: Dispute): Row {
  return {
    ...row,
    process: process?.page_key === undefined ? null : String(process.page_key),
    round: place?.round ?? null,
    label: place?.label ?? null,
    field: row.field || null,
    value,
    rivals: [...rivals, ...(more > 0 ? [`${more} more`] : [])].join(' | '),
    rule: reading?.rule ?? null,
    reason: reading?.reason ?? null,
    would_settle: reading?.would_settle ?? null,
    decided_by: reading?.decided_by ?? null,
    decided: reading?.decided ?? null,
    evidence: evidencePath(row.record, row.record_id, row.field || null),
  }
}
