import { DataSet } from 'vis-data/esnext'
import { Timeline } from 'vis-timeline/esnext'
import type { Item, Lane } from '../../timeline/items.ts'
import type { Thread } from '../../timeline/threads.ts'
import { roundStop, type Stop, stepStops } from './keys.ts'
import { label, small } from './label.ts'
import { classOf, DAY, type Drawn, drawn, drawnThread, type Group, groupsOf, threadGroups } from './lanes.ts'
import { markStrip, strip } from './strip.ts'

/** With more rounds than this in sight their names would only pile up: dots then, and names again nearer by. */
const NAMED = 70

export interface Reply {
  items: Item[]
  lanes: Lane[]
  total: number
  /** Only where the lanes of proposals are asked for. */
  threads?: Thread[]
  threadsCut?: boolean
}

/** vis-timeline with the rounds of a window: it keeps axis, lanes and gestures, we hand it the items. */
export class Chart {
  readonly timeline: Timeline
  readonly #items = new DataSet<Drawn>()
  readonly #groups = new DataSet<Group>()
  readonly #box: HTMLElement
  #stops = new Map<Stop['id'], Stop>()
  #threads = new Map<string, Thread>()
  #chosen: Stop['id'] | null = null

  constructor(box: HTMLElement) {
    this.#box = box
    // An explicit rtl and no start or end: otherwise the library stays hidden for a second.
    this.timeline = new Timeline(
      box,
      this.#items as never,
      this.#groups as never,
      {
        rtl: document.dir === 'rtl',
        orientation: 'top',
        zoomKey: 'ctrlKey',
        zoomMin: DAY,
        maxHeight: 620,
        verticalScroll: true,
        margin: { item: { horizontal: 4, vertical: 2 }, axis: 4 },
        showTooltips: false,
        // A round is drawn by its day: hours under it would claim a time that nobody gave.
        format: {
          minorLabels: { hour: ' ', minute: ' ' },
          majorLabels: { hour: 'dddd D MMMM YYYY', minute: 'dddd D MMMM YYYY' },
        },
        selectable: true,
        groupOrder: 'order',
        template: (item: Drawn) => this.#name(item),
        groupTemplate: (group: Group) => label(group?.words ?? '', group?.count, group?.plate),
      } as never,
    )
  }

  setWindow(first: number, last: number, animation = false): void {
    this.timeline.setWindow(first * DAY, (last + 1) * DAY, {
      animation: animation && !matchMedia('(prefers-reduced-motion: reduce)').matches,
    })
  }

  /** First and last day in sight. */
  window(): [number, number] {
    const { start, end } = this.timeline.getWindow()
    return [Math.floor(start.getTime() / DAY), Math.ceil(end.getTime() / DAY) - 1]
  }

  show({ items, lanes, threads = [] }: Reply): void {
    const isDense = items.length > NAMED
    this.#box.classList.toggle('is-dense', isDense)
    this.timeline.setOptions({ stack: !isDense })
    const stops = [...items.map(roundStop), ...threads.flatMap(stepStops)]
    this.#stops = new Map(stops.map((stop) => [stop.id, stop]))
    this.#threads = new Map(threads.map((thread) => [`thread ${thread.id}`, thread]))
    renew(this.#groups, [...groupsOf(lanes, items), ...threadGroups(threads)])
    renew(this.#items, [...items.map(drawn), ...threads.map(drawnThread)])
  }

  /** What is in sight, by lane from the top and then by time. */
  inSight(): Stop[] {
    const [first, last] = this.window()
    const order = this.#groups.getIds({ order: 'order' })
    return [...this.#stops.values()]
      .filter((stop) => stop.last >= first && stop.first <= last)
      .sort((a, b) => order.indexOf(a.lane) - order.indexOf(b.lane) || a.first - b.first)
  }

  stop(id: Stop['id'] | null): Stop | undefined {
    return id === null ? undefined : this.#stops.get(id)
  }

  /** Marks a round, or the step of a thread. */
  select(stop: Stop | undefined): void {
    this.#chosen = stop?.id ?? null
    this.timeline.setSelection(stop && 'round' in stop.of ? [stop.id] : [])
    for (const mark of this.#box.querySelectorAll<HTMLElement>('.strip-mark')) markStrip(mark, this.#chosen)
  }

  /** Scrolls the lane of a stop into sight; the library follows the labels beside the lanes. */
  reveal({ lane }: Stop): void {
    const side = this.#box.querySelector('.vis-vertical-scroll')
    const label = this.#box.querySelector(`.vis-label.${classOf(lane)}`)
    if (!side || !label) return
    const [seen, wanted] = [side.getBoundingClientRect(), label.getBoundingClientRect()]
    if (wanted.bottom > seen.bottom) side.scrollTop += wanted.bottom - seen.bottom
    if (wanted.top < seen.top) side.scrollTop += wanted.top - seen.top
  }

  /** What is drawn of the selected stop. */
  selected(): Element | null {
    return this.#box.querySelector('.vis-item.vis-selected, .strip-mark.is-selected')
  }

  /** DOM nodes with text, never markup: what an analyst typed stays text. */
  #name({ id }: Drawn): HTMLElement {
    const thread = this.#threads.get(String(id))
    if (thread) return strip(thread, this.#chosen)
    const of = this.#stops.get(id)?.of
    if (!of || !('round' in of)) return label('')
    const { label: words, day, disputed } = of.round
    const name = label(words, day)
    if (disputed > 0) name.append(' ', small(String(disputed), 'disputed'))
    return name
  }
}

/** Changes a set into another with as little as can be: items that stay are not drawn anew. */
function renew<T extends { id: string | number }>(set: DataSet<T>, rows: T[]): void {
  const keep = new Set(rows.map(({ id }) => id))
  set.remove(set.getIds().filter((id) => !keep.has(id as T['id'])))
  set.update(rows as never)
}
