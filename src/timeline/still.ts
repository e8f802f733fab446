import { aligned } from '../kernel/calendar.ts'
import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { type Filter, readFilter } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import type { AsOf } from '../web/as-of.ts'
import type { Query } from '../web/query.ts'
import { leftOf } from './drawing/scale.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { type LaneView, laneNames, lanesIn } from './lanes.ts'
import type { Reply } from './reply.ts'
import { replyTo } from './replying.ts'
import { type Window, windowOf } from './window.ts'

/** What the timeline shows at an address, wherever it is shown. */
export interface Still {
  filter: Filter
  view: LaneView
  window: Window
  reply: Reply
  drawing: Drawing
  /** "Rounds of talks; process: Oslo channel" */
  title: string
  /** "as known on 24 July 2025" */
  asKnownOn: string
}

/** The same question as the home page takes; `besides` names what only this address takes. */
export async function stillOf(
  { db, day, known }: AsOf,
  query: Query,
  besides: string[],
  width: number,
): Promise<Still> {
  const filter = readFilter(query, ['round', ...laneNames, ...besides])
  const view = lanesIn(query)
  const window = await windowOf(db, filter, day)
  const px = width - leftOf(width)
  const asked = { ...aligned(window.first, window.last, px), view, px, isDrawn: false }
  const [reply, { sentence }] = await Promise.all([
    replyTo(db, filter, asked, day),
    // The drawing tells its dates itself, also when it has been moved.
    filterForm(db, { ...filter, from: null, to: null }, '/'),
  ])
  const words = known ? `known on ${sayDate(known)}` : 'today'
  return {
    filter,
    view,
    window,
    reply,
    drawing: drawingOf(reply, window, { at: day, words }, width),
    title: sentence('Rounds of talks'),
    asKnownOn: `as known on ${sayDate(isoDate(day))}`,
  }
}
