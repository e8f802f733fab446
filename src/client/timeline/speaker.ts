const PAUSE_MS = 1000

/** Tells readers of the page aloud what happens, at most once a second; of what comes faster, the last. */
export class Speaker {
  readonly #status: Element | null
  #next: string | null = null
  #isPausing = false

  constructor(status: Element | null) {
    this.#status = status
  }

  say(words: string): void {
    this.#next = words
    if (!this.#isPausing) this.#speak()
  }

  #speak(): void {
    if (this.#next === null || !this.#status) return
    this.#status.textContent = this.#next
    this.#next = null
    this.#isPausing = true
    setTimeout(() => {
      this.#isPausing = false
      this.#speak()
    }, PAUSE_MS)
  }
}
