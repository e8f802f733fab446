import type { Db } from '../db/tables.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { UNKNOWN } from '../rounds/census/facets.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { turns } from '../web/paging.ts'
import { type Table, viewBar } from '../web/view-bar.ts'
import { type Area, sayArea } from './area.ts'
import { frameOf } from './frame.ts'
import { gatherVenues, type Held, locatedOf } from './gather.ts'
import { drawingOf, isWithin, venueLine } from './view.ts'

const LISTED = 100

/** Where the rounds that meet the filter were held: a map of the land, and the same venues as a list. */
export async function mapPage(db: Db, filter: Filter, area: Area) {
  const [{ held, count, untold }, filters] = await Promise.all([
    gatherVenues(db, filter),
    filterForm(db, filter, '/map'),
  ])
  const located = locatedOf(held)
  const shown =
    typeof area === 'object' && area ? located.filter((one) => isWithin(area, one.position)) : located
  const unlocated = held.filter(({ venue }) => venue.longitude === null || venue.latitude === null)
  const frame = frameOf(
    area,
    located.map(({ position }) => position),
  )
  const asked = { ...filter, page: 1 }
  return {
    title: 'Map of venues',
    filters,
    drawing: drawingOf(frame, shown, filter),
    isEmpty: held.length === 0,
    hasMap: located.length > 0,
    countWords: sayHeld(held, count),
    untold:
      untold === 0
        ? null
        : { words: counted(untold, 'round'), href: `/rounds${queryOf({ ...asked, venue: [UNKNOWN] })}` },
    list: listOf(shown, filter, area),
    listWords: `${counted(shown.length, 'venue')} ${shown.length < located.length ? 'of this area' : 'on the map'}`,
    unlocated: unlocated.slice(0, LISTED).map(venueLine),
    hasUnlocated: unlocated.length > 0,
    unlocatedWords: sayUnlocated(unlocated),
    isWorld: frame.isWorld,
    isNarrowed: area !== null,
    world: `/map${queryOf(asked, { area: 'world' })}`,
    near: `/map${queryOf(asked)}`,
    view: viewBar(
      filters.sentence('Map of venues'),
      counted(held.length, 'venue'),
      held.length === 0 ? null : tableOf(queryOf(asked)),
    ),
  }
}

function tableOf(query: string): Table {
  const geojson = { label: 'GeoJSON', href: `/map.geojson${query}` }
  return { path: '/map', query, columns: '/codebook#map', besides: [geojson] }
}

function sayHeld(held: readonly Held[], count: number): string {
  if (count > held.length)
    return `The ${sayNumber(held.length)} venues with the most rounds, of ${sayNumber(count)}.`
  return `${counted(held.length, 'venue')}. A round that moved from one to another counts at both.`
}

function sayUnlocated(unlocated: readonly Held[]): string {
  const more = unlocated.length - LISTED
  const rest =
    more > 0
      ? ` The ${sayNumber(LISTED)} with the most rounds; the downloads hold ${sayNumber(more)} more.`
      : ''
  return `No coordinates are recorded for ${counted(unlocated.length, 'venue')}.${rest}`
}

function listOf(shown: readonly Held[], filter: Filter, area: Area) {
  const last = Math.max(1, Math.ceil(shown.length / LISTED))
  const page = Math.min(filter.page, last)
  const besides: Record<string, string> =
    area === null ? {} : { area: area === 'world' ? area : sayArea(area) }
  return {
    rows: shown.slice((page - 1) * LISTED, page * LISTED).map(venueLine),
    ...turns(page, page < last, (to) => `/map${queryOf({ ...filter, page: to }, besides)}`, last),
  }
}
