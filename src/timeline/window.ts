import type { Db } from '../db/tables.ts'
import { binOf, edtfDay, startOf, type Unit } from '../kernel/calendar.ts'
import { dayNumber } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { everything, type Filter, spanOf } from '../rounds/filter.ts'
import { type Columns, columnsOf } from './columns.ts'

/** The days that the timeline shows, counted from 1970-01-01. */
export interface Window {
  first: number
  last: number
}

/** Where more rounds match than a screen holds, the timeline opens on the latest of them. */
const FEW = 60
const RECENT_DAYS = 420
/** A round that may have lasted longer than this, or that nobody ended, counts by its first day alone. */
const LONG_DAYS = 4000
/** What the address asks for; else all that matches, if that is few rounds; else the most recent year and a bit. */
export async function windowOf(db: Db, filter: Filter, today: number): Promise<Window> {
  const asked = spanOf(filter)
  const { earliest, latest } = extentOf(await columnsOf(db, filter))
  const newest = latest ?? today
  const oldest = earliest ?? newest - RECENT_DAYS
  const span = Math.max(newest - oldest, 30)
  // A round's name stands to the right of its dot, so more room is left there.
  const [before, after] = [Math.round(span * 0.03), Math.round(span * 0.18)]
  const first = inYears(asked.first ?? Math.min(oldest - before, asked.last ?? OPEN))
  return { first, last: Math.max(first, inYears(asked.last ?? newest + after)) }
}

/** Where the rounds lie; no earliest where more match than a screen holds. */
function extentOf({ size, day, last }: Columns): { earliest: number | null; latest: number | null } {
  if (size === 0) return { earliest: null, latest: null }
  if (size > FEW) return { earliest: null, latest: day[size - 1] ?? 0 }
  const ends = [...day].map((first, nth) => ((last[nth] ?? 0) - first > LONG_DAYS ? first : (last[nth] ?? 0)))
  return { earliest: day[0] ?? 0, latest: Math.max(...ends) }
}

/** Within the years that a browser can count. */
function inYears(day: number): number {
  const first = dayNumber({ year: -99_999, month: 1, day: 1 })
  const last = dayNumber({ year: 99_999, month: 12, day: 31 })
  return Math.min(Math.max(day, first), last)
}

/** The window with its neighbourhood: so many times its length on either side, in whole bins. */
export function around({ first, last, unit }: Window & { unit: Unit }, times: number): Window {
  const [from, to] = [binOf(unit, first), binOf(unit, last) + 1]
  const side = Math.ceil((to - from) * times)
  return { first: startOf(unit, from - side), last: startOf(unit, to + side) - 1 }
}

/** The same question, bounded to the window: what the timeline draws and the table beneath lists. */
export function within(filter: Filter, { first, last }: Window): Filter {
  return { ...everything, ...filter, from: edtfDay(first), to: edtfDay(last) }
}
