import { isoDate } from '../../kernel/days.ts'
import type { ClockSpan, Reply } from '../../timeline/reply.ts'

/** A round as the timeline draws it. Days are counted from 1970-01-01 UTC; `last` is the last day itself. */
export interface Item {
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
  /** Hours, where the window is near enough to see them and somebody recorded them. */
  clock: ClockSpan[]
}

/** The rounds of a reply one by one; none where it counts them in bins. */
export function roundsOf({ rounds, lanes }: Pick<Reply, 'rounds' | 'lanes'>): Item[] {
  if (!rounds) return []
  let first = 0
  return rounds.id.map((id, nth) => {
    first += rounds.after[nth] ?? 0
    return {
      id,
      lane: lanes[rounds.lane[nth] ?? 0]?.id ?? '',
      first,
      last: first + (rounds.span[nth] ?? 0),
      label: rounds.label[nth] ?? '',
      date: rounds.date[nth] || isoDate(first),
      doubts: rounds.doubts[nth] ?? '',
      disputed: rounds.disputed[nth] ?? 0,
      venue: rounds.venues[rounds.venue[nth] ?? 0] ?? '',
      clock: rounds.clock?.filter((span) => span.id === id) ?? [],
    }
  })
}
