import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { Refusal } from '../kernel/fault.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { everything, type Filter, queryOf } from '../rounds/filter.ts'
import { type RoundRow, roundRows } from '../rounds/list-reads.ts'
import { roundsMatching } from '../rounds/matching.ts'

/** More columns than these are pages of their own. */
const COLUMNS = 24

/** The rounds that are columns at once. */
export interface Window {
  /** In order of time, the latest last. */
  rounds: RoundRow[]
  total: number
  page: number
  last: number
  /** The span in which what was said at no round belongs to these columns. */
  from: number
  until: number
}

export async function windowOf(db: Db, filter: Filter, columns: unknown): Promise<Window> {
  const matching = await roundsMatching(db, filter)
  const total = matching.count
  const last = Math.max(1, Math.ceil(total / COLUMNS))
  const page = pageOf(columns, last)
  const before = (page - 1) * COLUMNS
  const [rounds, [later]] = await Promise.all([
    roundRows(db, matching.ids({ limit: COLUMNS, offset: before })),
    page === 1 ? [] : roundRows(db, matching.ids({ limit: 1, offset: before - 1 })),
  ])
  const first = rounds.at(-1)?.date_earliest ?? -OPEN
  return {
    rounds: rounds.reverse(),
    total,
    page,
    last,
    from: page === last ? -OPEN : first,
    until: later?.date_earliest ?? OPEN + 1,
  }
}

function pageOf(columns: unknown, last: number): number {
  const page = columns === undefined || columns === '' ? 1 : Number(columns)
  if (!Number.isInteger(page) || page < 1 || page > last)
    throw new Refusal(400, `Columns must be a page of the matrix, from 1 (the latest rounds) to ${last}.`)
  return page
}

/** Says which rounds the columns are, where they are not all. */
export function sayPart({ rounds, total, page, last }: Window, asked: Filter): string {
  const isNarrowed = queryOf({ ...asked, sort: everything.sort, page: 1 }) !== ''
  if (last === 1) return isNarrowed ? `Only ${counted(total, 'round')} that match the filters.` : ''
  const latest = total - (page - 1) * COLUMNS
  const span = `Rounds ${sayNumber(latest - rounds.length + 1)} to ${sayNumber(latest)} of ${sayNumber(total)}`
  return `${span}, and what was said between them. The lists have all.`
}

export function pagesOf(slug: string, asked: Filter, { page, last }: Window) {
  const link = (to: number, label: string) => ({
    label,
    href: `/processes/${slug}${queryOf({ ...asked, page: 1 }, to === 1 ? {} : { columns: String(to) })}#positions`,
  })
  return [
    ...(page < last ? [link(page + 1, 'Earlier rounds')] : []),
    ...(page > 1 ? [link(page - 1, 'Later rounds')] : []),
  ]
}
