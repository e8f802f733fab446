import { DataSet } from 'vis-data/esnext'
import { Timeline } from 'vis-timeline/esnext'
import type { Item, Lane } from '../../timeline/items.ts'
import type { Thread } from '../../timeline/threads.ts'
import { roundStop, type Stop, stepStops } from './keys.ts'
import { extentOf, markStrip, strip } from './strip.ts'

const DAY = 86_400_000
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

interface Drawn {
  id: number | string
  group: string
  start: number
  end?: number
  type: 'point' | 'range'
  className: string
  align?: 'left'
  limitSize?: boolean
}

interface Group {
  id: string
  words: string
  /** Of what is drawn in it. */
  count?: string
  plate?: { code: string; tone: string }
  order: number
  nestedGroups?: string[]
  className?: string
}

/** One day is a point at its noon; more is a bar from the first morning to the last night. Numbers: the library misreads texts. */
function drawn({ id, lane, first, last, doubts }: Item): Drawn {
  const common = { id, group: `lane ${lane}`, className: doubts.join(' ') }
  if (first === last) return { ...common, type: 'point', start: first * DAY + DAY / 2 }
  return { ...common, type: 'range', start: first * DAY, end: (last + 1) * DAY }
}

/** The strip measures its marks against the whole thread, so the library may neither cut it nor move what is in it. */
function drawnThread(thread: Thread): Drawn {
  const [first, last] = extentOf(thread)
  const id = `thread ${thread.id}`
  const noon = (day: number) => day * DAY + DAY / 2
  return {
    id,
    group: id,
    type: 'range',
    start: noon(first),
    end: noon(last),
    className: 'thread-lane',
    align: 'left',
    limitSize: false,
  }
}

function groupsOf(lanes: Lane[], items: Item[]): Group[] {
  const processes = new Map<number, Group>()
  const groups: Group[] = []
  for (const lane of lanes) {
    const known = processes.get(lane.process_id)
    const head = known ?? {
      id: `process ${lane.process_id}`,
      words: lane.process,
      order: groups.length,
      nestedGroups: [],
      className: 'lane-head',
    }
    if (!known) {
      processes.set(lane.process_id, head)
      groups.push(head)
    }
    head.nestedGroups?.push(`lane ${lane.id}`)
    const count = String(items.filter((item) => item.lane === lane.id).length)
    groups.push({
      className: classOf(`lane ${lane.id}`),
      id: `lane ${lane.id}`,
      words: lane.title,
      count,
      order: groups.length,
    })
  }
  return groups
}

function classOf(lane: string): string {
  return `is-${lane.replace(' ', '-')}`
}

/** Behind all lanes of rounds. */
const THREADS_FROM = 1_000_000

function threadGroups(threads: Thread[]): Group[] {
  if (threads.length === 0) return []
  const lanes = threads.map(({ id, title, code, tone }, nth) => ({
    id: `thread ${id}`,
    words: title,
    plate: { code, tone },
    className: classOf(`thread ${id}`),
    order: THREADS_FROM + 1 + nth,
  }))
  const head = {
    id: 'proposals',
    words: 'Proposals',
    count: String(threads.length),
    order: THREADS_FROM,
    nestedGroups: lanes.map(({ id }) => id),
    className: 'lane-head',
  }
  return [head, ...lanes]
}

/** Changes a set into another with as little as can be: items that stay are not drawn anew. */
function renew<T extends { id: string | number }>(set: DataSet<T>, rows: T[]): void {
  const keep = new Set(rows.map(({ id }) => id))
  set.remove(set.getIds().filter((id) => !keep.has(id as T['id'])))
  set.update(rows as never)
}

function label(words: string, aside = '', plate?: { code: string; tone: string }): HTMLElement {
  const whole = document.createElement('span')
  if (plate?.code) {
    const code = document.createElement('span')
    code.className = `plate plate-${plate.tone}`
    code.textContent = plate.code
    whole.append(code, ' ')
  }
  whole.append(`${words} `, small(aside))
  return whole
}

function small(words: string, className = ''): HTMLElement {
  const made = document.createElement('small')
  made.className = className
  made.textContent = words
  return made
}
