import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate, weekdayOf } from '../kernel/say-date.ts'
import { capital, counted, sayDuration } from '../kernel/words.ts'
import type { StatusCount } from '../sources/status-reads.ts'
import { type Tally, tallyOf } from '../sources/tally.ts'
import { sayVenue } from '../venues/words.ts'
import type { Pages } from '../web/paging.ts'
import { type Table, type ViewBar, viewBar } from '../web/view-bar.ts'
import { censusOf } from './census/current.ts'
import { type Doubt, doubtOf } from './doubt.ts'
import { type Filter, queryOf } from './filter.ts'
import { PAGE_SIZE, type RoundRow, roundRows } from './list-reads.ts'
import { roundsMatching } from './matching.ts'
import { type Plate, platesIn } from './plates.ts'
import { type Head, headsOf } from './seat-reads.ts'

/** A table of rounds with its count, its pages and its table to download. */
export interface RoundList extends Pages {
  rows: RoundLine[]
  /** Of the fields of the rounds on this page. */
  tally: Tally
  isEmpty: boolean
  /** An empty list then says to ask for less. */
  isNarrowed: boolean
  count: number
  countWords: string
  /** Dates are asked for, and some rounds may lie outside them; the link reads them the other way. */
  doubt: Doubt | null
  /** Its rows, to be taken along, where it has any. */
  table: Table | null
  /** The same rounds as pictures; none where no filter says which they are. */
  pictures: Array<{ label: string; href: string }>
}

export interface RoundLine {
  id: number
  href: string
  title: string
  date: string
  weekday: string
  track: string
  venue: string
  sides: Array<{ plate: Plate; heads: string }>
  duration: string
  result: string
  isHeld: boolean
  status: string
  /** What the person or party whose page it is was there; empty in other lists. */
  part: string
  disputed: number
  isDisputed: boolean
  /** What the number counts, for whoever does not see the column. */
  disputedFields: string
}

/**
 * One page of the rounds that meet the filter. `path` is the list's own address, without its query; `shown` is as
 * much of the filter as the query has to say, where the path says the rest.
 */
export async function roundList(
  db: Db,
  filter: Filter,
  path: string,
  shown: Partial<Filter> = filter,
): Promise<RoundList> {
  const matching = await roundsMatching(db, filter)
  const { count } = matching
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE))
  const page = Math.min(filter.page, last)
  const rounds = await roundRows(db, matching.ids({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }))
  const census = await censusOf(db)
  const counts = new Map(rounds.map(({ id }) => [id, census.statusesOf(id)]))
  const unpaged = { ...shown, page: 1 }
  return {
    rows: await roundLines(db, rounds, counts),
    tally: tallyOf([...counts.values()].flat()),
    isEmpty: count === 0,
    isNarrowed: queryOf({ ...unpaged, sort: '-date' }) !== '',
    count,
    countWords: counted(count, 'round'),
    doubt: doubtOf(matching, filter, (within) => path + queryOf({ ...unpaged, within })),
    pages: pageLinks(page, last).map((number) => ({
      label: String(number),
      href: path + queryOf({ ...shown, page: number }),
      isCurrent: number === page,
    })),
    hasPages: last > 1,
    table:
      count === 0
        ? null
        : { path: path === '/' ? '/rounds' : path, query: queryOf(unpaged), columns: '/codebook#rounds' },
    pictures: picturesOf(filter),
  }
}

/** The bar over the rounds of one record. */
export function viewOfRecord(name: string, { isNarrowed, countWords, table }: RoundList): ViewBar {
  return viewBar(`Rounds: ${name}${isNarrowed ? ', narrowed as the address says' : ''}`, countWords, table)
}

function picturesOf(filter: Filter): RoundList['pictures'] {
  const query = queryOf({ ...filter, sort: '-date', page: 1 })
  return [
    { label: 'On the map', href: `/map${query}` },
    { label: 'As charts', href: `/charts${query}` },
  ]
}

interface Part {
  round_id: number
  role: string
  office: string | null
}

/** The same list, each round with what somebody was there: "head, Ambassador at large". */
export function withParts(list: RoundList, parts: Part[]): RoundList {
  const byRound = groupBy(parts, ({ round_id }) => round_id)
  const said = (id: number) =>
    (byRound.get(id) ?? []).map(({ role, office }) => (office ? `${role}, ${office}` : role)).join('; ')
  return { ...list, rows: list.rows.map((row) => ({ ...row, part: capital(said(row.id)) })) }
}

export async function roundLines(
  db: Db,
  rounds: RoundRow[],
  counts: Map<number, StatusCount[]>,
): Promise<RoundLine[]> {
  const heads = await headsOf(db, idsOf(rounds))
  const plates = await platesIn(db, [...new Set(rounds.map(({ process_id }) => process_id))])
  return rounds.map((round) => {
    const disputed = counts.get(round.id)?.find(({ status }) => status === 'disputed')?.count ?? 0
    return {
      ...roundLine(round, heads.get(round.id) ?? [], plates(round.process_id)),
      disputed,
      isDisputed: disputed > 0,
      disputedFields: disputed === 1 ? ' disputed field' : ' disputed fields',
    }
  })
}

function roundLine(
  round: RoundRow,
  heads: Head[],
  plate: (head: Head) => Plate,
): Omit<RoundLine, 'disputed' | 'isDisputed' | 'disputedFields'> {
  return {
    id: round.id,
    href: `/rounds/${round.id}`,
    title: round.title,
    date: sayDate(round.date),
    weekday: weekdayOf(round.date)?.slice(0, 3) ?? '',
    track: round.track,
    venue: sayVenue(round),
    sides: [...groupBy(heads, ({ party_id }) => party_id).values()].map((side) => sideOf(side, plate)),
    duration:
      round.duration_minutes === null ? '' : sayDuration(round.duration_minutes, round.duration_exactness),
    result: round.result ?? '',
    isHeld: round.status === 'held',
    status: round.status,
    part: '',
  }
}

/** The heads of a side; where none is recorded, those it names first. */
function sideOf(side: Head[], plate: (head: Head) => Plate): RoundLine['sides'][number] {
  const [first] = side as [Head]
  const leading = side.filter(({ role }) => role === 'head')
  const named = (leading.length > 0 ? leading : side).flatMap(({ person }) => person ?? [])
  return { plate: plate(first), heads: named.join(', ') || first.party }
}

/** First, last, and those around the current one. */
export function pageLinks(page: number, last: number): number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, last]
  return [...new Set(near)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b)
}
