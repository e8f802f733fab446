import type { Db } from '../db/tables.ts'
import { dayNumber, isoDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { everything, type Filter, spanOf } from '../rounds/filter.ts'
import { extentOf } from './reads.ts'

/** The days that the timeline shows, counted from 1970-01-01. */
export interface Window {
  first: number
  last: number
}

/** Where more rounds match than a screen holds, the timeline opens on the latest of them. */
const FEW = 60
const RECENT_DAYS = 420

/** What the address asks for; else all that matches, if that is few rounds; else the most recent year and a bit. */
export async function windowOf(db: Db, filter: Filter, today: number): Promise<Window> {
  const asked = spanOf(filter)
  const { earliest, latest } = await extentOf(db, { ...filter, from: null, to: null }, FEW)
  const newest = Math.min(latest ?? today, OPEN / 10)
  const oldest = earliest ?? newest - RECENT_DAYS
  const span = Math.max(newest - oldest, 30)
  // A round's name stands to the right of its dot, so more room is left there.
  const [before, after] = [Math.round(span * 0.03), Math.round(span * 0.18)]
  return { first: inYears(asked.first ?? oldest - before), last: inYears(asked.last ?? newest + after) }
}

/** Within the years of four digits, which every date box can say. */
function inYears(day: number): number {
  const first = dayNumber({ year: -9999, month: 1, day: 1 })
  const last = dayNumber({ year: 9999, month: 12, day: 31 })
  return Math.min(Math.max(day, first), last)
}

/** The same question, bounded to the window: what the timeline draws and the table beneath lists. */
export function within(filter: Filter, { first, last }: Window): Filter {
  return { ...everything, ...filter, from: isoDate(first), to: isoDate(last) }
}
