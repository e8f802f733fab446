import { DataSet } from 'vis-data/esnext'
import { Timeline } from 'vis-timeline/esnext'
import type { Item, Lane } from '../../timeline/items.ts'

const DAY = 86_400_000
/** With more rounds than this in sight their names would only pile up: dots then, and names again nearer by. */
const NAMED = 70

export interface Reply {
  items: Item[]
  lanes: Lane[]
  total: number
}

/** vis-timeline with the rounds of a window: it keeps axis, lanes and gestures, we hand it the items. */
export class Chart {
  readonly timeline: Timeline
  readonly #items = new DataSet<Drawn>()
  readonly #groups = new DataSet<Group>()
  readonly #box: HTMLElement
  #rounds = new Map<number, Item>()

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
        groupTemplate: (group: Group) => label(group?.title ?? '', group?.count),
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

  show({ items, lanes }: Reply): void {
    const isDense = items.length > NAMED
    this.#box.classList.toggle('is-dense', isDense)
    this.timeline.setOptions({ stack: !isDense })
    this.#rounds = new Map(items.map((item) => [item.id, item]))
    renew(this.#groups, groupsOf(lanes, items))
    renew(this.#items, items.map(drawn))
  }

  /** The rounds in sight, by lane from the top and then by time. */
  inSight(): Item[] {
    const [first, last] = this.window()
    const order = this.#groups.getIds({ order: 'order' })
    return [...this.#rounds.values()]
      .filter((item) => item.last >= first && item.first <= last)
      .sort(
        (a, b) =>
          order.indexOf(`lane ${a.lane}`) - order.indexOf(`lane ${b.lane}`) ||
          a.first - b.first ||
          a.id - b.id,
      )
  }

  round(id: number): Item | undefined {
    return this.#rounds.get(id)
  }

  select(id: number | null): void {
    this.timeline.setSelection(id === null ? [] : [id])
  }

  /** DOM nodes with text, never markup: what an analyst typed stays text. */
  #name({ id }: Drawn): HTMLElement {
    const round = this.#rounds.get(id)
    return label(round?.label ?? '', round?.day)
  }
}

interface Drawn {
  id: number
  group: string
  start: number
  end?: number
  type: 'point' | 'range'
  className: string
}

interface Group {
  id: string
  title: string
  /** Rounds drawn in it. */
  count?: string
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

function groupsOf(lanes: Lane[], items: Item[]): Group[] {
  const processes = new Map<number, Group>()
  const groups: Group[] = []
  for (const lane of lanes) {
    const known = processes.get(lane.process_id)
    const head = known ?? {
      id: `process ${lane.process_id}`,
      title: lane.process,
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
    groups.push({ id: `lane ${lane.id}`, title: lane.title, count, order: groups.length })
  }
  return groups
}

/** Changes a set into another with as little as can be: items that stay are not drawn anew. */
function renew<T extends { id: string | number }>(set: DataSet<T>, rows: T[]): void {
  const keep = new Set(rows.map(({ id }) => id))
  set.remove(set.getIds().filter((id) => !keep.has(id as T['id'])))
  set.update(rows as never)
}

function label(words: string, aside = ''): HTMLElement {
  const [whole, small] = [document.createElement('span'), document.createElement('small')]
  small.textContent = aside
  whole.append(`${words} `, small)
  return whole
}
