import { OPEN } from '../kernel/edtf.ts'
import type { Status } from '../sources/status.ts'
import { type Amount, amountIn, type Bound, canBeOne, isFloor } from './amount.ts'
import type { implementations } from './fields.ts'

/** How well a field is sourced; field '' is the record as a whole. */
export interface Sourced {
  field: string
  status: Status
  origins: number
}

/** A follow-up as far as a ledger counts it. */
export interface Report {
  id: number
  date_earliest: number | null
  date_latest: number | null
  /** Null where no party reports it, but the press. */
  reporter_id: number | null
  quantity: number | null
  quantity_bound: Bound | null
  implementation: (typeof implementations)[number] | null
  statuses: readonly Sourced[]
}

/** One delivery, and all accounts of it. */
export interface Delivery<R extends Report = Report> {
  reports: R[]
  /** What counts; null where no account gives a figure. */
  amount: Amount | null
  /** Two accounts give figures that cannot both be true. The smaller counts. */
  isRival: boolean
  /** Reported by more than one voice: two reporters, or two independent origins. */
  isConfirmed: boolean
}

/**
 * The deliveries that reports tell of, in order of time. Two reports of the same date by different reporters, whose
 * figures can both be true, are two accounts of one delivery and are counted once. So are two of the same day whose
 * figures differ: then they are rivals, and the smaller figure counts, for nobody disputes that much.
 */
export function deliveriesIn<R extends Report>(
  reports: readonly R[],
  sides: readonly number[],
): Array<Delivery<R>> {
  const told: R[][] = []
  for (const report of [...reports].sort(byTime)) {
    const same = told.find((accounts) => accounts.every((account) => isSame(account, report)))
    if (same) same.push(report)
    else told.push([report])
  }
  return told.map((accounts) => deliveryOf(accounts, sides))
}

function byTime(one: Report, other: Report): number {
  return timeOf(one) - timeOf(other) || one.id - other.id
}

/** "Before 23 July" stands at 23 July; what has no date stands last. */
function timeOf({ date_earliest, date_latest }: Report): number {
  return (date_earliest === -OPEN ? date_latest : date_earliest) ?? OPEN
}

function isSame(one: Report, other: Report): boolean {
  if (one.reporter_id === other.reporter_id || one.date_earliest === null) return false
  if (one.date_earliest !== other.date_earliest || one.date_latest !== other.date_latest) return false
  const [a, b] = [amountIn(one), amountIn(other)]
  return one.date_earliest === one.date_latest || a === null || b === null || canBeOne(a, b)
}

function deliveryOf<R extends Report>(reports: R[], sides: readonly number[]): Delivery<R> {
  const amounts = reports.flatMap((report) => amountIn(report) ?? [])
  const isRival = amounts.some((one) => amounts.some((other) => !canBeOne(one, other)))
  const reporters = new Set(reports.map(({ reporter_id }) => reporter_id))
  return {
    reports,
    amount: (isRival ? smallest(amounts) : mostExact(amounts)) ?? null,
    isRival,
    isConfirmed: reporters.size > 1 || reports.some((report) => hasTwoOrigins(report, sides)),
  }
}

/** What a side says of its own promise wants a second origin for the figure itself. */
function hasTwoOrigins({ statuses, reporter_id }: Report, sides: readonly number[]): boolean {
  const originsOf = (of: string) => statuses.find(({ field }) => field === of)?.origins ?? 0
  const isSide = reporter_id !== null && sides.includes(reporter_id)
  return originsOf('quantity') > 1 || (!isSide && originsOf('') > 1)
}

function smallest(amounts: Amount[]): Amount | undefined {
  return [...amounts].sort((one, other) => one.quantity - other.quantity)[0]
}

function mostExact(amounts: Amount[]): Amount | undefined {
  const vagueness = (amount: Amount) =>
    amount.bound === 'exact' ? 0 : amount.bound === 'about' ? 1 : isFloor(amount) ? 2 : 3
  return [...amounts].sort((one, other) => vagueness(one) - vagueness(other))[0]
}
