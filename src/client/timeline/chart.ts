import { DataSet } from 'vis-data/esnext'
import type { Timeline } from 'vis-timeline/esnext'
import type { Reply } from '../../timeline/reply.ts'
import type { Thread } from '../../timeline/threads.ts'
import { barsOf } from './bars.ts'
import { Board, type Line, type Strip } from './board.ts'
import { type Drawn, drawn, drawnThread } from './drawn.ts'
import { Elements, renew } from './elements.ts'
import { nearest, placed, type Stop } from './keys.ts'
import { element, labelOf } from './label.ts'
import { classOf, type Group, groupsOf, laneOfThread, settled } from './lanes.ts'
import { DAY, heights, layOut, MARK, REACH } from './layout.ts'
import { library } from './library.ts'
import { nameOf } from './name.ts'
import { type Extent, Placings } from './placings.ts'
import type { Item } from './rounds.ts'
import { type Scene, sceneOf } from './scene.ts'
import { markStrip, strip } from './strip.ts'

/** Rounds stay elements of the page until the window is so many times wider than when they were put there. */
const WIDER = 1.3
/** Within so few days the hours of a session are shown. */
const CLOCK_DAYS = 4

/** The picture of a window: lanes and rounds in the library's care, and over them what is painted. */
export class Chart {
  readonly timeline: Timeline
  readonly #elements = new Elements((work) => this.#parked(work))
  readonly #groups = new DataSet<Group>()
  readonly #box: HTMLElement
  readonly #board: Board
  readonly #days: Line[]
  readonly #more: (lane: string) => string
  #scene: Scene | null = null
  #threads = new Map<string, Thread>()
  /** By lane, from the top. */
  #slots = new Map<string, string>()
  /** Null while the library has not laid the lanes out. */
  #strips: Strip[] | null = null
  readonly #placings: Placings
  #chosen: Stop | null = null
  /** The lane on whose head the focus was when the lanes were last given to the library. */
  #stoodOn: string | null = null
  #isParked = false
  isLocal = true

  /** `more` leads to the table of a lane; `days` are drawn as upright lines. */
  constructor(box: HTMLElement, days: Line[], more: (lane: string) => string) {
    this.#box = box
    this.#days = days
    this.#more = more
    layOut(box)
    // What kept the place until now would stand above the picture.
    box.style.minHeight = `${box.offsetHeight}px`
    box.querySelector('.timeline-room')?.remove()
    this.timeline = library(box, this.#elements.set, this.#groups, {
      name: (item) => this.#name(item),
      label: (group) => (group ? labelOf(group, this.#more) : element('span', '')),
      showsHours: () => this.showsHours(),
    })
    this.#board = new Board(box.querySelector('.vis-panel.vis-center') ?? box)
    this.#placings = new Placings((words) => this.#board.measure(words))
    this.timeline.on('changed', () => {
      this.#strips ??= this.#measureStrips()
      this.#standAgain()
      this.draw()
    })
    addEventListener('resize', () => {
      this.#strips = null
    })
  }

  setWindow(first: number, last: number, animation = false): void {
    const isStill = !animation || matchMedia('(prefers-reduced-motion: reduce)').matches
    this.timeline.setWindow(first * DAY, (last + 1) * DAY, {
      animation: isStill ? false : ({ duration: 200, easingFunction: 'easeInOutQuad' } as never),
    })
  }

  /** First and last day in sight. */
  window(): [number, number] {
    const [start, end] = this.#edges()
    return [Math.floor(start / DAY), Math.max(Math.floor(start / DAY), Math.ceil(end / DAY) - 1)]
  }

  width(): number {
    return this.#board.width()
  }

  #edges(): [number, number] {
    const { start, end } = this.timeline.getWindow()
    return [start.getTime(), end.getTime()]
  }

  #extent(): Extent {
    const [start, end] = this.#edges()
    return { start, end, px: this.width() }
  }

  showsHours(): boolean {
    if (!this.#scene?.reply.rounds?.clock?.length) return false
    const [first, last] = this.window()
    return last - first < CLOCK_DAYS
  }

  /** Nothing is put into the page yet: that waits for `fill`. Lanes keep their places unless they are to be laid out anew. */
  show(reply: Reply, isAnew = false): void {
    const lanes = isAnew ? reply.lanes : settled(this.#scene?.lanes ?? [], reply.lanes)
    this.#scene = sceneOf(reply, lanes)
    if (isAnew) this.#box.style.minHeight = ''
    const threads = [...(reply.proposals?.threads ?? []), ...(reply.commitments?.threads ?? [])]
    this.#threads = new Map(threads.map((thread) => [laneOfThread(thread), thread]))
    // The library lays the lanes out anew, and says so.
    const groups = groupsOf(lanes, reply)
    this.#slots = new Map(groups.map(({ id, of }) => [of, id]))
    this.#stoodOn ??= this.#box.querySelector<HTMLElement>('.lane-button:focus')?.dataset.lane ?? null
    if (renew(this.#groups, groups)) this.#strips = null
    const there = new Set<string | number>([
      ...this.#scene.items.map(({ key }) => key),
      ...this.#threads.keys(),
    ])
    this.#elements.takeOut((id) => !there.has(id))
    this.#place()
    this.draw()
  }

  /** Puts the rounds in sight into the page, so many for each frame; the others are taken out. */
  fill(): void {
    this.#place()
    const rounds = this.#inSight().flatMap((item) => {
      const placing = this.#placings.of(item)
      return placing ? drawn(item, this.#slots.get(item.lane) ?? '', placing, this.isLocal) : []
    })
    const threads = [...this.#threads].map(([lane, thread]) =>
      drawnThread(thread, this.#slots.get(lane) ?? '', this.#placings.isLate(thread, this.#extent())),
    )
    this.#tellHidden()
    this.#elements.fill([...threads, ...rounds])
  }

  /** Takes the rounds out of the page where the window has grown too wide for them. */
  thin(): void {
    const [start, end] = this.#edges()
    if (this.#placings.days === 0 || (end - start) / DAY <= this.#placings.days * WIDER) return
    this.#elements.halt()
    this.#elements.takeOut((id) => !this.#threads.has(String(id)))
  }

  /** Whether the window moved is ours, and nothing anybody did. */
  isParked(): boolean {
    return this.#isParked
  }

  /** Items added out of sight are drawn in one go when the window comes back; added in sight each is measured by itself. */
  #parked(work: () => void): void {
    const [start, end] = this.#edges()
    const far = end + (end - start) * 4 + 400_000 * DAY
    this.#isParked = true
    this.timeline.setWindow(far, far + (end - start), { animation: false })
    work()
    this.timeline.setWindow(start, end, { animation: false })
    this.#isParked = false
  }

  #place(): void {
    const { lanes = [], items = [] } = this.#scene ?? {}
    this.#placings.layOut(lanes, items, this.#extent(), this.isLocal)
  }

  #inSight(): Item[] {
    const [first, last] = this.window()
    return (this.#scene?.items ?? []).filter((item) => item.last >= first && item.first <= last)
  }

  /** Rounds that found no row, and tracks that found no lane, are a link to the table. */
  #tellHidden(): void {
    const hidden = new Map<string, number>()
    for (const item of this.#inSight())
      if (!this.#placings.of(item)) hidden.set(item.lane, (hidden.get(item.lane) ?? 0) + 1)
    for (const { id, more } of this.#scene?.lanes ?? []) {
      const link = this.#box.querySelector<HTMLAnchorElement>(`.vis-label.${classOf(id)} .lane-more`)
      if (!link) continue
      const count = (hidden.get(id) ?? 0) + more
      link.hidden = count === 0
      link.textContent = `+${count}`
      link.href = this.#more(id)
    }
  }

  /** The library takes the heads of lanes out of the page and makes them anew, and the focus would be lost. */
  #standAgain(): void {
    if (this.#stoodOn !== null && document.activeElement === document.body)
      (this.head(this.#stoodOn) ?? this.#box).focus({ preventScroll: true })
    this.#stoodOn = null
  }

  draw(): void {
    const scene = this.#scene
    if (!scene || !this.#strips || this.#isParked) return
    const [start, end] = this.#edges()
    const painted = scene.items.filter(({ key }) => !this.#elements.has(key))
    this.#board.draw({
      strips: this.#strips,
      start,
      end,
      bins: scene.bins,
      chosen: this.#chosen?.id ?? null,
      most: scene.most,
      bars: barsOf(painted, this.#placings, this.isLocal),
      lines: this.#lines(),
      row: heights.row,
    })
  }

  #lines(): Line[] {
    const of = this.#chosen?.of
    if (!this.#chosen || (of && 'head' in of)) return this.#days
    const at = ((this.#chosen.first + this.#chosen.last) / 2) * DAY + DAY / 2
    return of && 'bin' in of ? this.#days : [...this.#days, { at, words: '', isDashed: false }]
  }

  #measureStrips(): Strip[] {
    const lanes = [...this.#slots.keys()]
    const panel = this.#box.querySelector('.vis-panel.vis-center')?.getBoundingClientRect().top ?? 0
    return [...this.#box.querySelectorAll<HTMLElement>('.vis-label')].map((label, nth) => {
      const { top, height } = label.getBoundingClientRect()
      return { id: lanes[nth] ?? '', top: top - panel, height }
    })
  }

  /** The lane that lies where the library says. */
  laneIn(slot: string): string {
    return [...this.#slots].find(([, one]) => one === slot)?.[0] ?? ''
  }

  stops(): Stop[] {
    return placed([...(this.#scene?.stops.values() ?? [])], [...this.#slots.keys()])
  }

  stop(id: Stop['id'] | null): Stop | undefined {
    return id === null ? undefined : this.#scene?.stops.get(id)
  }

  /** What lies under the pointer, or so near that it is meant. */
  stopNear(lane: string, ms: number): Stop | undefined {
    const [start, end] = this.#edges()
    return nearest(this.stops(), lane, ms, ((end - start) / this.width()) * REACH)
  }

  /** Marks a round, a bin, or the step of a thread. */
  select(stop: Stop | undefined): void {
    this.#chosen = stop ?? null
    this.timeline.setSelection(stop && 'round' in stop.of && this.#elements.has(stop.id) ? [stop.id] : [])
    for (const mark of this.#box.querySelectorAll<HTMLElement>('.strip-mark'))
      markStrip(mark, stop?.id ?? null)
    this.draw()
  }

  /** Scrolls the lane of a stop into sight. */
  reveal({ lane }: Stop): void {
    this.#box.querySelector(`.vis-label.${classOf(lane)}`)?.scrollIntoView({ block: 'nearest' })
  }

  head(lane: string): HTMLElement | null {
    return this.#box.querySelector(`.vis-label.${classOf(lane)} .lane-button`)
  }

  /** Where the selected stop is drawn, for a card to stand beside. */
  place(): DOMRect | null {
    const element = this.#box.querySelector('.vis-item.vis-selected, .strip-mark.is-selected')
    if (element) return element.getBoundingClientRect()
    const strip = this.#strips?.find(({ id }) => id === this.#chosen?.lane)
    const panel = this.#box.querySelector('.vis-panel.vis-center')?.getBoundingClientRect()
    if (!this.#chosen || !strip || !panel) return null
    const [start, end] = this.#edges()
    const x = ((this.#chosen.first * DAY - start) / (end - start)) * panel.width
    return new DOMRect(panel.left + x, panel.top + strip.top, MARK, strip.height)
  }

  #name({ id, className }: Drawn): HTMLElement {
    const thread = this.#threads.get(String(id))
    if (thread) return strip(thread, this.#chosen?.id ?? null)
    const of = this.#scene?.stops.get(id)?.of
    const isNamed = of && 'round' in of && !className.includes('is-bare')
    return isNamed ? nameOf(of.round) : element('span', '')
  }
}
