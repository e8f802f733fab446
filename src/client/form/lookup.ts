/* An input that names a record is completed as one types: the combobox pattern of ARIA 1.2. */
import { ask, type Hit, isNumber } from './ask.ts'
import { Listbox } from './listbox.ts'

/** How long typing has to rest before anything is looked up. */
const REST_MS = 120
const LIST = 'known-'

let listbox: Listbox | null = null

/** Every input of this part of the page that has a list of suggestions gets lookups in its place. */
export function lookUpIn(part: HTMLElement): void {
  listbox ??= new Listbox()
  for (const input of part.querySelectorAll<HTMLInputElement>(`input[list^="${LIST}"]`))
    new Lookup(input, listbox).listen()
}

class Lookup {
  readonly #input: HTMLInputElement
  readonly #listbox: Listbox
  readonly #record: string
  #resting = 0
  #asking = new AbortController()
  /** Typed, and not answered yet. */
  #isWaiting = false
  #isTaking = false
  readonly #told = document.createElement('p')

  constructor(input: HTMLInputElement, listbox: Listbox) {
    this.#input = input
    this.#listbox = listbox
    this.#record = input.getAttribute('list')?.slice(LIST.length) ?? ''
    input.removeAttribute('list')
    const is = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': listbox.id,
    }
    for (const [name, value] of Object.entries(is)) input.setAttribute(name, value)
  }

  listen(): void {
    const input = this.#input
    this.#told.className = 'echo'
    this.#told.setAttribute('aria-live', 'polite')
    input.addEventListener('input', () => {
      if (this.#isTaking) return
      this.#told.replaceChildren()
      this.#wait()
    })
    input.addEventListener('keydown', (event) => this.#onKey(event))
    input.addEventListener('blur', () => this.#close())
  }

  #onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
    if (isComposing || ctrlKey || metaKey || shiftKey) return
    const isOpen = this.#listbox.isOf(this.#input)
    const acts: Record<string, () => void> = {
      ArrowDown: () => (isOpen ? this.#listbox.move(1) : this.#find()),
      ArrowUp: () => (isOpen ? this.#listbox.move(-1) : this.#find()),
      ...(isOpen && { Escape: () => this.#close(), Enter: () => this.#take(this.#listbox.marked) }),
      // Too quick: the answer is on its way, and the form is not to be sent in its stead.
      ...(this.#isWaiting && !isOpen && { Enter: () => {} }),
    }
    const act = altKey && key !== 'ArrowDown' ? undefined : acts[key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  #wait(): void {
    clearTimeout(this.#resting)
    this.#asking.abort()
    this.#isWaiting = this.#input.value.trim() !== ''
    if (!this.#isWaiting) return this.#close()
    this.#resting = window.setTimeout(() => this.#find(), REST_MS)
  }

  async #find(): Promise<void> {
    this.#asking.abort()
    const asking = new AbortController()
    this.#asking = asking
    try {
      const hits = await ask(this.#record, this.#input, asking.signal)
      if (!asking.signal.aborted) this.#show(hits)
    } catch {
      // The list of the page itself is better than none.
      if (!asking.signal.aborted) this.#input.setAttribute('list', LIST + this.#record)
    }
    if (!asking.signal.aborted) this.#isWaiting = false
  }

  #show(hits: Hit[]): void {
    const isThis = hits.length === 1 && hits[0]?.value === this.#input.value
    if (document.activeElement !== this.#input || isThis) return this.#close()
    this.#listbox.show(this.#input, hits, (hit) => this.#take(hit))
  }

  /** Typed in the reader's stead, so that it can be undone as if typed. */
  #take(hit: Hit | undefined): void {
    this.#close()
    if (!hit) return
    this.#isTaking = true
    this.#input.select()
    const isTyped = document.execCommand('insertText', false, hit.value)
    if (!isTyped) {
      this.#input.value = hit.value
      this.#input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    this.#isTaking = false
    if (isNumber(hit)) this.#tell(hit)
  }

  /** A number alone says little: beneath it stands what it is the number of. */
  #tell({ name, apart }: Hit): void {
    this.#input.after(this.#told)
    this.#told.textContent = [name, apart].filter(Boolean).join(': ')
  }

  #close(): void {
    clearTimeout(this.#resting)
    this.#asking.abort()
    this.#isWaiting = false
    if (this.#listbox.isOf(this.#input)) this.#listbox.hide()
  }
}
