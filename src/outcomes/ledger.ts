/*
 * The ledger of a commitment: what was promised, which deliveries are reported, and what remains, as of a day. Days are
 * counted from 1970-01-01. A ledger holds what is reported, never more: a gap is "not reported", not "not delivered".
 */
import { OPEN } from '../kernel/edtf.ts'
import { type Amount, amountIn, type Bound, covers, isCeiling, minus, plus } from './amount.ts'
import { type Delivery, deliveriesIn, type Report, type Sourced } from './deliveries.ts'
import { type State, stateOf } from './state.ts'

export interface Promised {
  debtor_id: number | null
  creditor_id: number | null
  quantity: number | null
  quantity_bound: Bound | null
  unit: string | null
  deadline_latest: number | null
  statuses: readonly Sourced[]
}

/** What is left of a promise; null in the ledger where no amount was promised, or the promise is a limit that is kept. */
export type Balance =
  | { kind: 'remaining'; amount: Amount }
  | { kind: 'beyond'; amount: Amount }
  | { kind: 'none' }
  /** Both figures are open, so that nothing follows. */
  | { kind: 'open' }

export interface Entry<R extends Report> extends Delivery<R> {
  balance: Balance | null
}

/** What one party, or everybody else, has reported: null where a report gives no figure. */
export interface Voice {
  /** Null for all who are not a side. */
  party_id: number | null
  reports: number
  amount: Amount | null
}

export interface Ledger<R extends Report = Report> {
  promised: Amount | null
  entries: Array<Entry<R>>
  /** The sum over deliveries, each counted once; null where no figure is given, or nobody recorded what it counts. */
  reported: Amount | null
  /** Deliveries that are reported without a figure. */
  unfigured: number
  voices: Voice[]
  balance: Balance | null
  state: State
  /** The first day after the deadline, while the promise is not reported as kept; else null. */
  overdueSince: number | null
}

const MOST_SIDES = 4

/** The ledger as it stands on the day. Reports that are not yet known on it are not for this function to see. */
export function ledgerOf<R extends Report>(promise: Promised, reports: readonly R[], day: number): Ledger<R> {
  const promised = amountIn(promise)
  const sides = sidesOf(promise, reports)
  const isCounted = promise.unit !== null || promised !== null
  const deliveries = deliveriesIn(reports, boundBy(promise))
  const entries = running(promised, isCounted ? deliveries : deliveries.map(uncounted))
  const reported = sumOf(entries)
  const isCovered = promised && reported && !isCeiling(promised) ? covers(reported, promised) : null
  const overdueSince = passedOn(promise.deadline_latest, day)
  return {
    promised,
    entries,
    reported,
    unfigured: deliveries.filter(({ amount }) => amount === null).length,
    voices: voicesOf(sides, reports, isCounted),
    balance: balanceOf(promised, reported),
    ...stateOf({ promise, entries, isCovered, overdueSince }),
  }
}

/** Who owes and who is owed. */
function boundBy({ debtor_id, creditor_id }: Promised): number[] {
  return [debtor_id, creditor_id].filter((id) => id !== null)
}

/** The parties of the commitment, then whoever else reports as a party, as far as there is room. */
function sidesOf(promise: Promised, reports: readonly Report[]): number[] {
  const reporters = reports.flatMap(({ reporter_id }) => reporter_id ?? [])
  return [...new Set([...boundBy(promise), ...reporters])].slice(0, MOST_SIDES)
}

/** Figures of who knows what are no sum: votes on a promise of which nobody recorded an amount. */
function uncounted<R extends Report>(delivery: Delivery<R>): Delivery<R> {
  return { ...delivery, amount: null }
}

function running<R extends Report>(promised: Amount | null, deliveries: Array<Delivery<R>>) {
  return deliveries.map((delivery, at): Entry<R> => {
    const sofar = sumOf(deliveries.slice(0, at + 1))
    return { ...delivery, balance: balanceOf(promised, sofar) }
  })
}

function sumOf(some: ReadonlyArray<{ amount: Amount | null }>): Amount | null {
  return some.reduce<Amount | null>(
    (sum, { amount }) => (sum && amount ? plus(sum, amount) : (sum ?? amount)),
    null,
  )
}

export function balanceOf(promised: Amount | null, reported: Amount | null): Balance | null {
  if (promised === null) return null
  if (isCeiling(promised)) return overLimit(promised, reported)
  if (reported === null) return { kind: 'remaining', amount: promised }
  if (covers(reported, promised)) return beyond(promised, reported)
  const rest = minus(promised, reported)
  return rest === null || rest.quantity <= 0 ? { kind: 'open' } : { kind: 'remaining', amount: rest }
}

/** Of a limit nothing is due. */
function overLimit(promised: Amount, reported: Amount | null): Balance | null {
  const isOver = reported !== null && !isCeiling(reported) && reported.quantity > promised.quantity
  return isOver ? beyond(promised, reported) : null
}

function beyond(promised: Amount, reported: Amount): Balance {
  const quantity = reported.quantity - promised.quantity
  if (quantity <= 0) return { kind: 'none' }
  return {
    kind: 'beyond',
    amount: { quantity, bound: promised.bound === 'about' ? 'about' : reported.bound },
  }
}

function voicesOf(sides: number[], reports: readonly Report[], isCounted: boolean): Voice[] {
  return [...sides, null].map((party_id) => {
    const own = reports.filter(({ reporter_id }) =>
      party_id === null ? reporter_id === null || !sides.includes(reporter_id) : reporter_id === party_id,
    )
    const figures = own.map((report) => ({ amount: isCounted ? amountIn(report) : null }))
    return { party_id, reports: own.length, amount: sumOf(figures) }
  })
}

/** A deadline may be met to the end of its last day. */
function passedOn(deadline: number | null, day: number): number | null {
  return deadline !== null && deadline < OPEN && deadline < day ? deadline + 1 : null
}
