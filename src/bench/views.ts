/* The two windows that are looked at: all rounds, which are counted in bins, and few enough of them to be drawn one by one. */
import Database from 'better-sqlite3'
import { isoDate } from '../kernel/days.ts'
import type { Reply } from '../timeline/reply.ts'
import { ask } from './asking.ts'
import type { Stage } from './stage.ts'

export const views = ['eighty years', 'about 150 rounds'] as const
export type View = (typeof views)[number]

/** As an address has them. */
export interface Window {
  from: string
  to: string
}

/** Where rounds lie close together, fewer are drawn one by one; and those that reach into a window count too. */
const FROM_MANY_TO_FEW = [150, 120, 100, 75, 50, 25, 12, 6]

export async function windowOf(stage: Stage, view: View): Promise<Window> {
  if (view === 'eighty years') return { from: '1945-01-01', to: '2026-12-31' }
  for (const rounds of FROM_MANY_TO_FEW)
    for (const begin of beginnings(stage, rounds)) {
      const window = windowAt(stage, begin, rounds)
      if ((await replyTo(stage, window)).mode === 'items') return window
    }
  throw new Error(`No window on ${stage.rounds} rounds is drawn round by round.`)
}

export function pageOf({ application }: Stage, window: Window): string {
  return `${application}/?${new URLSearchParams({ ...window })}`
}

export function replyOf({ application }: Stage, window: Window): string {
  return `${application}/timeline.json?${new URLSearchParams({ ...window })}`
}

async function replyTo(stage: Stage, window: Window): Promise<Reply> {
  return JSON.parse(String((await ask(replyOf(stage, window))).body))
}

/** In a small record years lie between two negotiations, and a window over them shows few rounds: another may lie better. */
function beginnings({ rounds }: Stage, wanted: number): number[] {
  const middle = Math.floor(rounds / 2)
  return [0, 1, 2, 3].map((step) => middle + step * wanted).filter((begin) => begin + wanted < rounds)
}

/** The days on which so many rounds began. */
function windowAt({ path }: Stage, begin: number, wanted: number): Window {
  const file = new Database(path, { readonly: true })
  const dayAt = (place: number) =>
    file
      .prepare<[number], number>('select date_earliest from round order by date_earliest limit 1 offset ?')
      .pluck()
      .get(place) ?? 0
  const window = { from: isoDate(dayAt(begin)), to: isoDate(dayAt(begin + wanted) + 1) }
  file.close()
  return window
}
