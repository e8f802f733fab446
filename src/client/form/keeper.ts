/* Keeps what is typed on the server, as it is typed. */
import { send } from './send.ts'
import { Status } from './status.ts'

/** How long typing has to rest before it is kept. */
const REST_MS = 1500
/** Who never rests is kept all the same. */
const LONGEST_MS = 8000
/** After which time a form that was sent, and whose page is still here, did not arrive. */
const STAYED_MS = 20_000
/** How long to wait before another try: longer each time. */
const AGAIN_MS = [3000, 6000, 12_000, 30_000]

export class Keeper {
  readonly #form: HTMLFormElement
  readonly #status: Status
  /** What stands on the server, or stood in the form when it was opened. */
  #kept: string
  #resting = 0
  /** When the first keystroke fell that is not kept yet; 0 where none did. */
  #typedSince = 0
  #tries = 0
  #sending: Promise<void> | null = null
  #leaving = new AbortController()
  /** Handed in or published: it is not kept any more, unless somebody comes back and types on. */
  #isSent = false
  /** Texts that the browser itself brings back are no typing. */
  #isTouched = false

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#status = new Status(form)
    this.#kept = this.#typed()
  }

  listen(): void {
    const form = this.#form
    for (const event of ['input', 'change']) form.addEventListener(event, () => this.touch())
    form.addEventListener('submit', (event) => this.#onSubmit(event))
    document.addEventListener('visibilitychange', () => this.#onLook())
    addEventListener('pagehide', () => this.#leave())
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack())
    for (const event of ['online', 'focus']) addEventListener(event, () => this.#tries > 0 && this.keep())
    addEventListener('beforeunload', (event) => {
      if (this.#tries > 0 && this.#isDue()) event.preventDefault()
    })
  }

  /** Something was typed, or a row came or went. */
  touch(): void {
    this.#isTouched = true
    clearTimeout(this.#resting)
    this.#typedSince ||= Date.now()
    const longest = this.#typedSince + LONGEST_MS - Date.now()
    this.#resting = window.setTimeout(() => this.keep(), Math.max(0, Math.min(REST_MS, longest)))
  }

  /** One request at a time; what is typed meanwhile goes with the next. `isAsked` keeps a form without changes too. */
  keep(isAsked = false): Promise<void> {
    clearTimeout(this.#resting)
    this.#typedSince = 0
    if (isAsked) {
      this.#isTouched = true
      this.#kept = ''
    }
    if (this.#sending) return this.#sending
    const sending = this.#keepAll().finally(() => {
      if (this.#sending === sending) this.#sending = null
    })
    this.#sending = sending
    return sending
  }

  async #keepAll(): Promise<void> {
    while (this.#isDue()) {
      const typed = this.#typed()
      const answer = await send(this.#form, this.#leaving.signal)
      if (answer.kind === 'given up') return
      this.#status.tell(answer)
      if (answer.kind !== 'kept') return this.#tryAgain(answer.kind !== 'refused')
      this.#tries = 0
      this.#kept = typed
      if (!this.#isSent) history.replaceState(history.state, '', answer.address)
    }
  }

  /** What was refused once would be refused again, until something else is typed. */
  #tryAgain(isWorthIt: boolean): void {
    const wait = AGAIN_MS[Math.min(this.#tries++, AGAIN_MS.length - 1)]
    if (isWorthIt) this.#resting = window.setTimeout(() => this.keep(), wait)
  }

  #isDue(): boolean {
    return this.#isTouched && !this.#isSent && this.#typed() !== this.#kept
  }

  #typed(): string {
    const all = new FormData(this.#form)
    all.delete('_token')
    return new URLSearchParams([...all] as Array<[string, string]>).toString()
  }

  #onLook(): void {
    if (document.visibilityState === 'hidden') this.#leave()
    else if (this.#tries > 0) this.keep()
  }

  /** There may be no time for another request: the one on its way is given up for one that holds everything. */
  #leave(): void {
    if (!this.#isDue()) return
    this.#leaving.abort()
    this.#leaving = new AbortController()
    this.#sending = null
    this.keep()
  }

  #onSubmit(event: SubmitEvent): void {
    if (event.defaultPrevented) return
    const button = event.submitter as HTMLButtonElement | null
    if (button?.name === '_act' && button.value === 'keep') {
      event.preventDefault()
      this.keep(true)
      return
    }
    clearTimeout(this.#resting)
    this.#isSent = true
    window.setTimeout(() => this.#stay(), STAYED_MS)
    if (this.#sending) {
      // A draft that arrived after the form itself would be one too many.
      event.preventDefault()
      this.#sending.then(() => this.#form.requestSubmit(button))
      return
    }
    // The draft is no more when this is done: the back button then opens the form anew.
    history.replaceState(history.state, '', this.#form.action)
  }

  /** The form was sent, and yet its page is still here: somebody stopped it. */
  #stay(): void {
    this.#isSent = false
    if (this.#isDue()) this.keep()
  }

  /** By the back button, to a form that was sent or left: what stands in it now is no news. */
  #comeBack(): void {
    clearTimeout(this.#resting)
    this.#kept = this.#typed()
    this.#tries = 0
    this.#isSent = false
    this.#isTouched = false
    this.#status.clear()
  }
}
