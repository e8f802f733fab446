import { isoDate } from '../../kernel/days.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { counted } from '../../kernel/words.ts'
import type { Item } from '../../timeline/items.ts'
import { Card } from './card.ts'
import { Chart, type Reply } from './chart.ts'
import { neighbour } from './keys.ts'
import { markRow, rememberRound, renewPage } from './surroundings.ts'

/** The timeline as somebody moves about in it: the window in sight, and the round that is selected. */
export class Explorer {
  readonly chart: Chart
  readonly #card: Card
  readonly #box: HTMLElement
  readonly #status: Element | null
  /** What the address asks for besides the window. */
  readonly #asked: URLSearchParams
  #selected: number | null = null
  #fetching = new AbortController()
  /** The window that was fetched last. */
  #fetched = ''

  constructor(panel: HTMLElement, box: HTMLElement) {
    this.chart = new Chart(box)
    this.#card = new Card(panel)
    this.#box = box
    this.#status = panel.querySelector('.timeline-status')
    this.#asked = new URLSearchParams(panel.dataset.query)
  }

  /** Fetches the rounds in sight. */
  show(): Promise<void> {
    return this.#fetch((_query, signal) => this.#draw(signal))
  }

  /** Where the window has moved: the rounds in sight, and address and table after them. */
  async follow(): Promise<void> {
    if (String(this.chart.window()) === this.#fetched) return
    await this.#fetch(async (query, signal) => {
      if (this.#selected !== null) query.set('round', String(this.#selected))
      history.replaceState(null, '', `/?${query}`)
      await Promise.all([this.#draw(signal), renewPage(query, signal)])
      markRow(this.#selected)
    })
  }

  choose(round: Item | undefined): void {
    if (!round) return
    this.#selected = round.id
    this.chart.select(round.id)
    const rounds = this.chart.inSight()
    const place = rounds.findIndex(({ id }) => id === round.id) + 1
    const words = [round.title, round.date, round.venue].filter(Boolean).join(', ')
    this.#say(`${words}. ${place} of ${rounds.length}.`)
    // The library marks the item as it draws the next frame.
    requestAnimationFrame(() => this.#card.show(round, this.#box.querySelector('.vis-item.vis-selected')))
    rememberRound(round.id)
  }

  release(): void {
    this.#selected = null
    this.chart.select(null)
    rememberRound(null)
    this.#card.hide()
  }

  /** The round that an arrow key leads to, or Home, or End. */
  step(key: string): void {
    const from = this.#selected === null ? undefined : this.chart.round(this.#selected)
    this.choose(neighbour(this.chart.inSight(), from, key))
  }

  open(): void {
    if (this.#selected !== null) location.assign(`/rounds/${this.#selected}`)
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

  /** About the selected round where it is in sight, else about the middle: what is looked at stays put. */
  zoom(factor: number): void {
    const [first, last] = this.chart.window()
    const round = this.chart.inSight().find(({ id }) => id === this.#selected)
    const middle = round ? (round.first + round.last) / 2 : (first + last) / 2
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
    this.chart.select(this.#selected)
    const span = [...new Set([first, last])].map((day) => sayDate(isoDate(day))).join(' to ')
    const drawn = reply.total > reply.items.length ? `, the latest ${reply.items.length} drawn` : ''
    this.#say(`${span}: ${counted(reply.total, 'round')}${drawn}.`)
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
