import { isoDate } from '../../kernel/days.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { counted } from '../../kernel/words.ts'
import { Card } from './card.ts'
import { Chart, type Reply } from './chart.ts'
import { neighbour, type Stop } from './keys.ts'
import { markRow, rememberRound, renewPage } from './surroundings.ts'
import { cardWords, pathOf, spoken } from './words.ts'

/** The timeline as somebody moves about in it: the window in sight, and what is selected. */
export class Explorer {
  readonly chart: Chart
  readonly #card: Card
  readonly #status: Element | null
  /** What the address asks for besides the window. */
  readonly #asked: URLSearchParams
  /** The day as of which the page is read. */
  readonly #known: string | null
  #selected: Stop['id'] | null = null
  #fetching = new AbortController()
  /** The window that was fetched last. */
  #fetched = ''

  constructor(panel: HTMLElement, box: HTMLElement) {
    this.chart = new Chart(box)
    this.#card = new Card(panel)
    this.#status = panel.querySelector('.timeline-status')
    this.#asked = new URLSearchParams(panel.dataset.query)
    this.#known = this.#asked.get('known')
  }

  /** Fetches what is in sight. */
  show(): Promise<void> {
    return this.#fetch((_query, signal) => this.#draw(signal))
  }

  /** Where the window has moved: what is in sight, and address and tables after it. */
  async follow(): Promise<void> {
    if (String(this.chart.window()) !== this.#fetched) await this.#renew()
  }

  /** Shows the lanes of proposals, or leaves them out. */
  async switchLanes(areShown: boolean): Promise<void> {
    if (areShown) this.#asked.set('lanes', 'proposals')
    else this.#asked.delete('lanes')
    await this.#renew()
  }

  async #renew(): Promise<void> {
    await this.#fetch(async (query, signal) => {
      if (typeof this.#selected === 'number') query.set('round', String(this.#selected))
      history.replaceState(null, '', `/?${query}`)
      await Promise.all([this.#draw(signal), renewPage(query, signal)])
      const stop = this.chart.stop(this.#selected)
      if (stop) markRow(stop)
    })
  }

  choose(stop: Stop | undefined): void {
    if (!stop) return
    this.#selected = stop.id
    this.chart.reveal(stop)
    this.chart.select(stop)
    const stops = this.chart.inSight()
    const place = stops.findIndex(({ id }) => id === stop.id) + 1
    this.#say(`${spoken(stop)}. ${place} of ${stops.length}.`)
    // The library draws what it marks, or what came into sight, with the next frame.
    requestAnimationFrame(() => {
      this.chart.select(stop)
      this.#card.show(cardWords(stop, this.#known), this.chart.selected())
    })
    rememberRound(stop)
  }

  release(): void {
    this.#selected = null
    this.chart.select(undefined)
    rememberRound(undefined)
    this.#card.hide()
  }

  /** What an arrow key leads to, or Home, or End. */
  step(key: string): void {
    this.choose(neighbour(this.chart.inSight(), this.chart.stop(this.#selected), key))
  }

  open(): void {
    const stop = this.chart.stop(this.#selected)
    if (stop) location.assign(pathOf(stop, this.#known))
  }

  /** All rounds that the address asks for, in a window that the server chooses. */
  fit(): void {
    location.assign(`/?${this.#asked}`)
  }

  hideCard(): void {
    this.#card.hide()
  }

  /** By a share of the window, to earlier or later. */
  shift(share: number): void {
    const [first, last] = this.chart.window()
    const days = Math.round((last - first + 1) * share)
    this.chart.setWindow(first + days, last + days, true)
  }

  /** About what is selected where it is in sight, else about the middle: what is looked at stays put. */
  zoom(factor: number): void {
    const [first, last] = this.chart.window()
    const stop = this.chart.inSight().find(({ id }) => id === this.#selected)
    const middle = stop ? (stop.first + stop.last) / 2 : (first + last) / 2
    this.chart.setWindow(
      Math.round(middle - (middle - first) * factor),
      Math.round(middle + (last - middle) * factor),
      true,
    )
  }

  /** One errand at a time: an answer that comes late must not paint over a newer one. */
  async #fetch(errand: (query: URLSearchParams, signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#fetching.abort()
    this.#fetching = new AbortController()
    this.#fetched = String(this.chart.window())
    try {
      await errand(this.#query(), this.#fetching.signal)
    } catch (error) {
      if ((error as Error).name !== 'AbortError')
        this.#say('The rounds could not be fetched. The table below still works.')
    }
  }

  async #draw(signal: AbortSignal): Promise<void> {
    const [first, last] = this.chart.window()
    const reply: Reply = await (await fetch(`/timeline.json?${this.#query()}`, { signal })).json()
    this.chart.show(reply)
    this.chart.select(this.chart.stop(this.#selected))
    const span = [...new Set([first, last])].map((day) => sayDate(isoDate(day))).join(' to ')
    const drawn = reply.total > reply.items.length ? `, the latest ${reply.items.length} drawn` : ''
    this.#say(`${span}: ${counted(reply.total, 'round')}${drawn}${threadsIn(reply)}.`)
  }

  #query(): URLSearchParams {
    const query = new URLSearchParams(this.#asked)
    const [first, last] = this.chart.window()
    query.set('from', isoDate(first))
    query.set('to', isoDate(last))
    return query
  }

  #say(words: string): void {
    if (this.#status) this.#status.textContent = words
  }
}

function threadsIn({ threads, threadsCut }: Reply): string {
  if (!threads) return ''
  return `; ${threadsCut ? 'the latest ' : ''}${counted(threads.length, 'proposal')}`
}
