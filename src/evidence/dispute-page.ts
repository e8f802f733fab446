import { fieldOrWhole, kindsWords, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { clip, counted } from '../kernel/words.ts'
import { offeredProcesses } from '../rounds/offered.ts'
import type { StatusRow } from '../sources/fields.ts'
import { evidencePath } from '../sources/paths.ts'
import type { Reading } from '../sources/reading-reads.ts'
import { type Drop, dropOf, type Offer } from '../web/drop.ts'
import { numbered, turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import {
  type DisputeFilter,
  fieldsAmong,
  pairsOf,
  processIdsOf,
  readDisputeFilter,
} from './dispute-filter.ts'
import { disputesOf } from './dispute-gather.ts'
import { COUNTED, countDisputed, type DisputesAsked, disputedFields } from './dispute-reads.ts'
import type { Look } from './look.ts'
import { subjectKinds } from './setting-reads.ts'

const PAGE = 100

type ListName = 'process' | 'record' | 'field'

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
  const filters = await filterForm(db, filter)
  const countWords =
    count >= COUNTED ? `${counted(COUNTED, 'disputed field')} or more` : counted(count, 'disputed field')
  return {
    title: 'Disputes',
    countWords,
    view: viewBar(
      ['Disputes', ...filters.chips.map(({ label }) => label)].join('; '),
      countWords,
      rows.length === 0
        ? null
        : {
            path: '/disputes',
            query: pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '',
          },
    ),
    rows: await disputeLines(look, rows.slice(0, PAGE)),
    isEmpty: rows.length === 0,
    filters,
    isNarrowed: pairs.length > 0,
    pages: turns(page, rows.length > PAGE, numbered('/disputes', 'page', pairs)),
  }
}

/** A process that was not yet known on the day asked for has no disputes by then, but is no unknown name. */
export async function askedOf({ today }: Look, filter: DisputeFilter): Promise<DisputesAsked> {
  return { ...filter, processes: await processIdsOf(today, filter) }
}

/** The line of filters over the list, and a chip for each that is set. Works as a plain form. */
async function filterForm(db: Db, filter: DisputeFilter) {
  const processes = await offeredProcesses(db, { on: 'disputes', chosen: filter.process })
  const fields = [...fieldsAmong(filter.record)].map(([name, words]) => [name, words.join(', ')] as const)
  const offers: Array<Offer<ListName>> = [
    { name: 'process', label: 'Process', ...processes },
    {
      name: 'record',
      label: 'Kind of record',
      options: subjectKinds.map((name) => [name, kindsWords(name)]),
    },
    {
      name: 'field',
      label: 'Field',
      options: fields.sort(([, one], [, other]) => one.localeCompare(other, 'en')),
    },
  ]
  const drops = offers.map((offer) => dropOf(offer, filter[offer.name]))
  const chips = drops.flatMap((drop) => dropChips(filter, drop))
  return { drops, chips, hasChips: chips.length > 0 }
}

function dropChips(filter: DisputeFilter, { name, label, options }: Drop<ListName>) {
  return options
    .filter(({ isChosen }) => isChosen)
    .map((option) => ({
      label: `${label}: ${option.label}`,
      href: disputesWithout(filter, name, option.value),
    }))
}

function disputesWithout(filter: DisputeFilter, name: ListName, value: string): string {
  const rest = { ...filter, [name]: filter[name].filter((one) => one !== value) }
  return numbered('/disputes', 'page', pairsOf(rest))(1)
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
