import { isoDate } from '../../kernel/days.ts'
import type { ClockSpan, Reply } from '../../timeline/reply.ts'

/** A round as the timeline draws it. Days are counted from 1970-01-01 UTC; `last` is the last day itself. */
export interface Item {
  /** Its number, or for a session of it a name of its own. */
  key: number | string
  id: number
  lane: string
  first: number
  last: number
  label: string
  /** EDTF. */
  date: string
  /** Classes of the drawing. */
  doubts: string
  disputed: number
  venue: string
  /** Hours, where somebody recorded them; null where the window is too wide to see them. */
  clock: ClockSpan[] | null
}

/** The rounds of a reply one by one; none where it counts them in bins. */
export function roundsOf({ rounds, lanes }: Pick<Reply, 'rounds' | 'lanes'>): Item[] {
  if (!rounds) return []
  let first = 0
  return rounds.id.flatMap((id, nth) => {
    first += rounds.after[nth] ?? 0
    const item: Item = {
      key: id,
      id,
      lane: lanes[rounds.lane[nth] ?? 0]?.id ?? '',
      first,
      last: first + (rounds.span[nth] ?? 0),
      label: rounds.label[nth] ?? '',
      date: rounds.date[nth] || isoDate(first),
      doubts: rounds.doubts[nth] ?? '',
      disputed: rounds.disputed[nth] ?? 0,
      venue: rounds.venues[rounds.venue[nth] ?? 0] ?? '',
      clock: null,
    }
    return rounds.clock ? bySession(item, rounds.clock) : item
  })
}

/** A round by its own hours, and each of its sessions by theirs. */
function bySession(round: Item, clock: ClockSpan[]): Item[] {
  const own = clock.filter(({ id }) => id === round.id)
  const sessions = own.filter(({ title }) => title !== '')
  return [
    { ...round, clock: own.filter(({ title }) => title === '') },
    ...sessions.map((session, nth) => ({
      ...round,
      key: `${round.id} ${nth}`,
      label: session.title,
      disputed: 0,
      clock: [session],
    })),
  ]
}
