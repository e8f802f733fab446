import { edtfDay } from '../../kernel/calendar.ts'
import type { Lane } from '../../timeline/reply.ts'
import { setOf } from './lanes.ts'

/** Names of the address that lay out the lanes. */
const laneNames = ['lanes', 'open', 'hide', 'order', 'fold']

/** What the address asks for besides the window: which rounds, as of which day, and how the lanes are laid out. */
export class Question {
  readonly #asked: URLSearchParams
  /** The day as of which the page is read. */
  readonly known: string | null

  constructor(asked: string | undefined) {
    this.#asked = new URLSearchParams(asked)
    this.known = this.#asked.get('known')
  }

  has(name: string): boolean {
    return this.#asked.has(name)
  }

  /** Lays out the lanes as these names of an address say. */
  layOut(names: URLSearchParams): void {
    for (const name of laneNames) {
      this.#asked.delete(name)
      const values = names.getAll(name)
      // A form says that none is open also where some are.
      for (const value of values) if (value !== 'none' || values.length === 1) this.#asked.append(name, value)
    }
  }

  /** The lanes with what is under this head shown, or put away; `open` are the negotiations that are shown track by track now. */
  switched({ id, process }: Lane, open: string[]): URLSearchParams {
    const set = setOf(id)
    return set
      ? this.#with('fold', flipped(this.#asked.getAll('fold'), set))
      : this.#with('open', flipped(open, String(process)))
  }

  #with(name: 'fold' | 'open', values: string[]): URLSearchParams {
    const others = [...this.#asked].filter(([one]) => laneNames.includes(one) && one !== name)
    const some = name === 'open' && values.length === 0 ? ['none'] : values
    return new URLSearchParams([...others, ...some.map((value) => [name, value])])
  }

  /** The same of these days. Nothing opens by itself while somebody moves about. */
  of([first, last]: readonly [number, number], open: string[]): URLSearchParams {
    const query = new URLSearchParams(this.#asked)
    query.set('from', edtfDay(first))
    query.set('to', edtfDay(last))
    if (!query.has('open')) for (const id of open.length > 0 ? open : ['none']) query.append('open', id)
    return query
  }

  /** The rounds of these days as a table, those of one track or process. */
  tableOf(
    of: { track: string } | { process: string } | null,
    [first, last]: readonly [number, number],
  ): string {
    const query = new URLSearchParams([...this.#asked].filter(([name]) => !laneNames.includes(name)))
    for (const [name, value] of Object.entries(of ?? {})) query.set(name, value)
    query.set('from', edtfDay(first))
    query.set('to', edtfDay(last))
    return `/rounds?${query}`
  }
}

function flipped(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}
