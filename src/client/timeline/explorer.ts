import { aligned } from '../../kernel/calendar.ts'
import { counted } from '../../kernel/words.ts'
import type { Reply } from '../../timeline/reply.ts'
import type { Line } from './board.ts'
import { Card } from './card.ts'
import { Chart } from './chart.ts'
import { addressFor, credentials, keepAddress, leadTo } from './embedded.ts'
import { Errand } from './errand.ts'
import { neighbour, type Stop } from './keys.ts'
import { bringing, shifted, stretched } from './moves.ts'
import { Question } from './question.ts'
import { Speaker } from './speaker.ts'
import { markRow, rememberRound, renewPage, resultOf } from './surroundings.ts'
import { cardWords, pathOf, saySpan, spoken } from './words.ts'

/** The timeline as somebody moves about in it: the window in sight, and what is selected. */
export class Explorer {
  readonly chart: Chart
  readonly #panel: HTMLElement
  readonly #card: Card
  readonly #speaker: Speaker
  readonly #question: Question
  readonly #errand = new Errand()
  #selected: Stop['id'] | null = null
  /** The window that address and tables follow: the one asked for last, or that the page came with. */
  #fetched = ''
  #reply: Reply | null = null
  /** Somebody has just laid out the lanes. */
  #isAnew = false
  /** Told whenever the window has moved. */
  onMove: () => void = () => {}

  constructor(panel: HTMLElement, box: HTMLElement, days: Line[]) {
    this.#panel = panel
    this.#question = new Question(panel.dataset.query)
    this.chart = new Chart(box, days, (lane) => this.#tableOf(lane))
    this.#card = new Card(
      panel,
      () => this.leave(),
      () => this.open(),
    )
    this.#speaker = new Speaker(panel.querySelector('.timeline-status'))
  }

  /** What came with the page: nothing is fetched for it. */
  begin(reply: Reply): void {
    this.#take(reply)
    this.#fetched = String(this.#aligned())
  }

  /** While the window moves: what does not fit it any more goes, and what it has run out of is fetched. */
  move(): void {
    this.chart.thin()
    this.#card.hide()
    const [first, last] = this.chart.window()
    const isBeyond = this.#reply && (first < this.#reply.first || last > this.#reply.last)
    if (isBeyond && !this.#errand.isRunning()) this.#fetch((query, signal) => this.#draw(query, signal))
    this.onMove()
  }

  /** Where the window has come to rest: the rounds in sight, and address and tables after it. */
  async rest(): Promise<void> {
    this.chart.fill()
    if (String(this.#aligned()) !== this.#fetched) await this.#renew('replaceState')
  }

  /** Lays out the lanes as these names of an address say. */
  async layOut(names: URLSearchParams): Promise<void> {
    this.#question.layOut(names)
    this.#panel.classList.toggle('has-threads', this.#question.has('lanes'))
    this.#isAnew = true
    await this.#renew('pushState')
  }

  /** The negotiations that are shown track by track. */
  #open(): string[] {
    return this.#reply?.lanes.filter(({ isOpen }) => isOpen).map(({ process }) => String(process)) ?? []
  }

  /** Shows the tracks of a negotiation or the lanes of a set, or puts them away. */
  async toggle(lane: string): Promise<void> {
    const of = this.chart.stop(`head ${lane}`)?.of
    if (of && 'head' in of) await this.layOut(this.#question.switched(of.head, this.#open()))
  }

  async #renew(keep: 'pushState' | 'replaceState'): Promise<void> {
    this.#fetched = String(this.#aligned())
    await this.#fetch(async (query, signal) => {
      await this.#draw(query, signal)
      this.chart.fill()
      for (const name of ['px', 'drawn', ...(this.#question.has('open') ? [] : ['open'])]) query.delete(name)
      if (typeof this.#selected === 'number') query.set('round', String(this.#selected))
      keepAddress(keep, addressFor(query))
      await renewPage(query, signal)
      const stop = this.chart.stop(this.#selected)
      if (stop) markRow(stop)
    })
  }

  choose(stop: Stop | undefined): void {
    if (!stop) return
    this.#selected = stop.id
    this.#bringIn(stop)
    this.chart.reveal(stop)
    this.chart.select(stop)
    const [first, last] = this.chart.window()
    const stops = this.chart
      .stops()
      .filter(({ of, ...one }) => !('head' in of) && one.last >= first && one.first <= last)
    const place = stops.findIndex(({ id }) => id === stop.id) + 1
    this.#speaker.say(`${spoken(stop)}.${place > 0 ? ` ${place} of ${stops.length}.` : ''}`)
    if ('head' in stop.of) this.chart.head(stop.lane)?.focus()
    else if (this.#panel.contains(document.activeElement)) this.#box()?.focus()
    // The library draws what it marks, or what came into sight, with the next frame.
    requestAnimationFrame(() => {
      if (this.#selected !== stop.id) return
      this.chart.select(stop)
      if (!('head' in stop.of))
        this.#card.show(cardWords(stop, this.#question.known, resultOf(stop)), this.chart.place())
    })
    rememberRound(stop)
  }

  /** A stop out of sight moves the window. */
  #bringIn({ first, last, of }: Stop): void {
    const to = 'head' in of ? null : bringing(this.chart.window(), [first, last])
    if (to) this.chart.setWindow(...to, true)
  }

  release(): void {
    this.#selected = null
    this.chart.select(undefined)
    rememberRound(undefined)
    this.#card.hide()
  }

  /** Back to the timeline as a whole. */
  leave(): void {
    this.release()
    this.#box()?.focus()
  }

  #box(): HTMLElement | null {
    return this.#panel.querySelector('#timeline')
  }

  /** What an arrow key leads to, or Home, or End. */
  step(key: string): void {
    this.choose(neighbour(this.chart.stops(), this.chart.stop(this.#selected), key, this.chart.window()))
  }

  open(): void {
    const stop = this.chart.stop(this.#selected)
    if (!stop) return
    if ('head' in stop.of) this.toggle(stop.lane)
    else if ('bin' in stop.of) this.#openBin(stop, stop.of.unit)
    else leadTo(pathOf(stop, this.#question.known) ?? '')
  }

  /** A stretch of days is opened to its edges; one day with that many rounds is a matter of the table. */
  #openBin({ first, last, lane }: Stop, unit: string): void {
    if (unit === 'day') return leadTo(this.#tableOf(lane, [first, last]))
    this.release()
    this.go(first, last)
  }

  /** Where somebody asked to be: Back leads back. */
  go(first: number, last: number): void {
    keepAddress('pushState', location.href)
    this.chart.setWindow(first, last, true)
  }

  /** The rounds of a lane as a table, those of the window or of other days. */
  #tableOf(lane: string, days = this.chart.window()): string {
    const [kind, id] = lane.split(' ')
    if (kind === 'track' && id) return this.#question.tableOf({ track: id }, days)
    const of = this.#reply?.lanes.find(({ id }) => id === lane)
    return this.#question.tableOf(of ? { process: of.slug } : null, days)
  }

  hideCard(): void {
    this.#card.hide()
  }

  /** By a share of the window, to earlier or later. */
  shift(share: number): void {
    this.chart.setWindow(...shifted(this.chart.window(), share), true)
  }

  /** About what is selected where it is in sight, else about the middle: what is looked at stays put. */
  zoom(factor: number): void {
    const [first, last] = this.chart.window()
    const stop = this.chart.stop(this.#selected)
    const isSeen = stop && !('head' in stop.of) && stop.last >= first && stop.first <= last
    const middle = isSeen ? (stop.first + stop.last) / 2 : (first + last) / 2
    this.chart.setWindow(...stretched([first, last], factor, middle), true)
  }

  /** Where the clock of the place or UTC says that it was. */
  readBy(isLocal: boolean): void {
    this.chart.isLocal = isLocal
    if (this.#reply) this.chart.show(this.#reply)
    this.chart.fill()
  }

  async #fetch(errand: (query: URLSearchParams, signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await this.#errand.run((signal) => errand(this.#query(), signal))
    } catch (error) {
      this.#fetched = ''
      if ((error as Error).name !== 'AbortError')
        this.#speaker.say('The rounds could not be fetched. The table below still works.')
    }
  }

  async #draw(query: URLSearchParams, signal: AbortSignal): Promise<void> {
    const answer = await fetch(`/timeline.json?${query}`, { signal, credentials })
    if (!answer.ok) throw new Error(`The timeline answered ${answer.status}.`)
    this.#take(await answer.json())
  }

  #take(reply: Reply): void {
    this.#reply = reply
    this.chart.show(reply, this.#isAnew)
    this.#isAnew = false
    this.chart.select(this.chart.stop(this.#selected))
    const clock = this.#panel.querySelector<HTMLElement>('.clock-switch')
    if (clock) clock.hidden = !reply.rounds?.clock?.length
    this.#tellMore(reply.more)
    this.#speaker.say(`${saySpan(...this.chart.window())}: ${counted(reply.total, 'round')}${setsIn(reply)}.`)
  }

  /** Negotiations without a lane are a link to the table. */
  #tellMore(more: number): void {
    const link = this.#panel.querySelector<HTMLElement>('.timeline-more')
    if (!link) return
    link.hidden = more === 0
    link.textContent = `${counted(more, 'more negotiation')} in the table`
  }

  /** The window widened to whole bins: near windows are the same question. */
  #aligned(): [number, number] {
    const { first, last } = aligned(...this.chart.window(), this.#px())
    return [first, last]
  }

  /** In steps, so that a window a little wider is not another question. */
  #px(): number {
    return Math.min(10_000, Math.max(200, Math.round(this.chart.width() / 100) * 100))
  }

  #query(): URLSearchParams {
    const query = this.#question.of(this.#aligned(), this.#open())
    query.set('px', String(this.#px()))
    if (this.#reply?.mode === 'items') query.set('drawn', '1')
    return query
  }
}

function setsIn({ proposals, commitments }: Reply): string {
  const said = [
    proposals && counted(proposals.threads.length + proposals.more, 'proposal'),
    commitments && counted(commitments.threads.length + commitments.more, 'commitment'),
  ].filter(Boolean)
  return said.length > 0 ? `; ${said.join(', ')}` : ''
}
