/* What stands above the lanes and across them: the days. */
import { binOf, edtfDay, sayBin, sayYear, startOf, type Unit, unitFor } from '../../kernel/calendar.ts'
import { civilDate } from '../../kernel/days.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { Window } from '../window.ts'
import { LETTER, type Place } from './scale.ts'

export interface Tick {
  x: number
  words: string
}

export interface DrawnDay extends Tick {
  /** Near the end the words stand before the line. */
  isLate: boolean
}

export interface Day {
  at: number
  words: string
}

const TICKS = 11
/** Between one tick and the next, at least. */
const TICK = 80

export function ticksOf({ first, last }: Window, place: Place): Tick[] {
  const most = Math.max(2, Math.min(TICKS, Math.floor((place.right - place.left) / TICK)))
  const unit = unitFor(first, last, most)
  const from = binOf(unit, first)
  const ticks = Array.from({ length: binOf(unit, last) - from + 1 }, (_, nth) => from + nth)
  return ticks
    .filter((bin) => startOf(unit, bin) >= first)
    .map((bin) => ({ x: place(startOf(unit, bin)), words: tickWords(unit, bin) }))
    .map(({ x, words }) => ({ x, words: x + words.length * LETTER > place.right ? '' : words }))
}

function tickWords(unit: Unit, bin: number): string {
  const day = startOf(unit, bin)
  if (unit === 'day' || unit === 'week') return sayDate(edtfDay(day)).replace(/ \S+$/, '')
  if (unit === 'month' || unit === 'quarter') return sayBin('month', binOf('month', day))
  return sayYear(civilDate(day).year)
}

export function daysIn({ first, last }: Window, { at, words }: Day, place: Place): DrawnDay[] {
  const x = place(at + 0.5)
  const isLate = x + words.length * LETTER > place.right - 8
  return at < first || at > last ? [] : [{ x, words, isLate }]
}
