/* The one list of suggestions of a page; it stands beneath whichever input it was opened for. */
import { type Hit, isNumber } from './ask.ts'

export class Listbox {
  readonly id = 'lookup'
  readonly #list = document.createElement('ul')
  readonly #count = document.createElement('p')
  #input: HTMLInputElement | null = null
  #hits: Hit[] = []
  #at = -1

  constructor() {
    this.#list.id = this.id
    this.#list.setAttribute('role', 'listbox')
    this.#list.className = 'lookup'
    this.#list.hidden = true
    this.#count.setAttribute('role', 'status')
    this.#count.className = 'visually-hidden'
    document.querySelector('main')?.append(this.#list, this.#count)
    // A press must not take the focus from the input.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
  }

  /** The suggestion that Enter takes. */
  get marked(): Hit | undefined {
    return this.#hits[this.#at]
  }

  isOf(input: HTMLInputElement): boolean {
    return this.#input === input
  }

  show(input: HTMLInputElement, hits: Hit[], take: (hit: Hit) => void): void {
    this.hide()
    this.#say(hits.length)
    if (hits.length === 0) return
    this.#input = input
    this.#hits = hits
    this.#list.replaceChildren(...hits.map((hit, at) => this.#option(hit, at, take)))
    this.#list.setAttribute('aria-label', `Suggestions for ${input.labels?.[0]?.textContent ?? 'this'}`)
    input.after(this.#list)
    this.#list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    this.#mark(0)
  }

  hide(): void {
    this.#input?.removeAttribute('aria-activedescendant')
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#list.hidden = true
    this.#input = null
    this.#hits = []
    // Kept out of the rows, which come and go.
    document.querySelector('main')?.append(this.#list)
  }

  /** From the last one on to the first, and back. */
  move(step: 1 | -1): void {
    this.#mark((this.#at + step + this.#hits.length) % this.#hits.length)
  }

  #mark(at: number): void {
    this.#list.children[this.#at]?.setAttribute('aria-selected', 'false')
    this.#at = at
    const option = this.#list.children[at]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    this.#input?.setAttribute('aria-activedescendant', option?.id ?? '')
  }

  #option(hit: Hit, at: number, take: (hit: Hit) => void): HTMLElement {
    const option = document.createElement('li')
    option.id = `${this.id}-${at}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const name = document.createElement('b')
    name.textContent = isNumber(hit) ? hit.name : hit.value
    option.append(name)
    if (hit.apart !== '') option.append(` ${hit.apart}`)
    option.addEventListener('click', () => take(hit))
    return option
  }

  #say(count: number): void {
    this.#count.textContent = count === 0 ? 'No suggestions' : `${count} suggestion${count === 1 ? '' : 's'}`
  }
}
