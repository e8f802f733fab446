/* Where what the timeline shows is to be had elsewhere: as a page, in a frame of another page, as a picture. */
import { edtfDay } from '../kernel/calendar.ts'
import { everything, type Filter, queryOf } from '../rounds/filter.ts'
import { type LaneView, lanePairs } from './lanes.ts'
import type { Window } from './window.ts'

interface Shown {
  filter: Filter
  view: LaneView
  window: Window
}

/** This window of these rounds and lanes, also when there are later ones. Without a question mark. */
export function queryFor({ filter, view, window }: Shown, known: string | null): string {
  const { sort, page } = everything
  const pinned = { ...filter, sort, page, from: edtfDay(window.first), to: edtfDay(window.last) }
  const pairs = [...new URLSearchParams(queryOf(pinned)), ...lanePairs(view)]
  return new URLSearchParams(known ? [...pairs, ['known', known]] : pairs).toString()
}

export interface TakeAlong {
  /** The line that shows the timeline in another page. */
  embed: string
  pictures: Array<{ label: string; href: string }>
}

export function takeAlong(shown: Shown, known: string | null, title: string, origin: string): TakeAlong {
  // Links of a page are given its day where all of them are.
  const query = queryFor(shown, null)
  return {
    embed: frameOf(`${origin}/embed?${queryFor(shown, known)}`, `${title}: a timeline by Parley`),
    pictures: [
      { label: 'SVG', href: `/timeline.svg?${query}` },
      { label: 'PNG', href: `/timeline.png?${query}` },
      { label: 'PNG, twice as fine', href: `/timeline.png?${query}&scale=2` },
    ],
  }
}

function frameOf(address: string, title: string): string {
  const attributes = {
    src: address,
    title,
    width: '100%',
    height: '520',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    style: 'border:0',
  }
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${inAttribute(value)}"`)
  return `<iframe ${said.join(' ')}></iframe>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function inAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
