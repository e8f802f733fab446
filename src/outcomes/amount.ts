import type { amounts } from '../kernel/vocabulary.ts'

export type Bound = (typeof amounts)[number]

/** "At least 1,200": a figure and how exactly it is meant. */
export interface Amount {
  quantity: number
  bound: Bound
}

/** Null where no figure is given. A figure without a bound is exact. */
export function amountIn(of: { quantity: number | null; quantity_bound: Bound | null }): Amount | null {
  return of.quantity === null ? null : { quantity: of.quantity, bound: of.quantity_bound ?? 'exact' }
}

const mirrored: Record<Bound, Bound> = {
  exact: 'exact',
  about: 'about',
  'at least': 'at most',
  'at most': 'at least',
  'more than': 'less than',
  'less than': 'more than',
}
/** A sum is no firmer than the less firm of its parts. */
const firmness: Bound[] = ['exact', 'about', 'at least', 'at most', 'more than', 'less than']

export function isFloor({ bound }: Amount): boolean {
  return bound === 'at least' || bound === 'more than'
}

export function isCeiling({ bound }: Amount): boolean {
  return bound === 'at most' || bound === 'less than'
}

/** 146 and at least 20 are at least 166. An "at most" may be nothing, so beside an "at least" it adds nothing. */
export function plus(one: Amount, other: Amount): Amount {
  if (isFloor(one) && isCeiling(other)) return one
  if (isCeiling(one) && isFloor(other)) return other
  return { quantity: one.quantity + other.quantity, bound: looser(one.bound, other.bound) }
}

/** At least 1,200 less 331 is at least 869; null where both are open, so that nothing follows. */
export function minus(one: Amount, other: Amount): Amount | null {
  const taken: Amount = { quantity: -other.quantity, bound: mirrored[other.bound] }
  const isOpen = (isFloor(one) && isCeiling(taken)) || (isCeiling(one) && isFloor(taken))
  return isOpen ? null : plus(one, taken)
}

function looser(one: Bound, other: Bound): Bound {
  return firmness.indexOf(one) > firmness.indexOf(other) ? one : other
}

/** "About" leaves this share of room, as it does where claims are compared. */
const ABOUT_SHARE = 0.15

/** Whether both figures can be true of one delivery. */
export function canBeOne(one: Amount, other: Amount): boolean {
  const [a, b] = [spanOf(one), spanOf(other)]
  return a.low <= b.high && b.low <= a.high
}

/** Whether what is reported covers the promise; null where the figures do not tell. */
export function covers(reported: Amount, promised: Amount): boolean | null {
  const { low: least } = spanOf(reported)
  const { low: due } = spanOf(promised)
  if (isCeiling(reported)) return reported.quantity < due ? false : null
  if (reported.bound === 'about' && promised.bound !== 'about') return reported.quantity >= due
  return least >= due || (isFloor(reported) ? null : false)
}

function spanOf({ quantity, bound }: Amount): { low: number; high: number } {
  const about = quantity * ABOUT_SHARE
  if (bound === 'about') return { low: quantity - about, high: quantity + about }
  if (bound === 'at least') return { low: quantity, high: Number.POSITIVE_INFINITY }
  if (bound === 'more than') return { low: quantity + 1, high: Number.POSITIVE_INFINITY }
  if (bound === 'at most') return { low: 0, high: quantity }
  if (bound === 'less than') return { low: 0, high: quantity - 1 }
  return { low: quantity, high: quantity }
}
