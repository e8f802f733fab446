import { edtfDay } from '../kernel/calendar.ts'
import { isoDate } from '../kernel/days.ts'
import { counted } from '../kernel/words.ts'
import type { RoundList } from '../rounds/list.ts'
import type { Overview } from './overview.ts'
import type { Still } from './still.ts'
import { queryFor } from './take-along.ts'
import { addressOf, roomFor, shapesOf } from './view.ts'

interface Embedded {
  still: Still
  overview: Overview | null
  list: RoundList
  /** Counted from 1970-01-01. */
  day: number
  known: string | null
  theme: 'light' | 'dark' | null
}

/** So many rounds are listed where there are no scripts. */
const LISTED = 12

export function embedPage({ still, overview, list, day, known, theme }: Embedded) {
  const { filter, view, window, reply, drawing, title, asKnownOn } = still
  const asked = { ...filter, from: null, to: null, page: 1 }
  const rows = list.rows.slice(0, LISTED)
  return {
    title,
    usesTimeline: true,
    frame: { sheet: theme && (`${theme}.css` as const) },
    asKnownOn,
    whole: `/?${queryFor(still, null)}`,
    window: { from: edtfDay(window.first), to: edtfDay(window.last) },
    query: addressOf(asked, view, known ? [['known', known]] : []).slice(1),
    json: JSON.stringify(reply),
    room: roomFor(reply),
    still: drawing,
    overview,
    pieces: overview ? JSON.stringify(overview.pieces) : '',
    today: isoDate(day),
    showsThreads: view.lanes.length > 0,
    shapes: shapesOf(view),
    rows,
    listWords:
      list.count > rows.length
        ? `The latest ${rows.length} of ${list.countWords}`
        : counted(list.count, 'round'),
  }
}
