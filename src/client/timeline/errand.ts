/** One errand at a time: an answer that comes late must not paint over a newer one. */
export class Errand {
  #running: AbortController | null = null

  isRunning(): boolean {
    return this.#running !== null
  }

  /** Gives up what runs. @throws where the work fails, and where something newer was run meanwhile */
  async run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    try {
      await work(running.signal)
    } finally {
      if (this.#running === running) this.#running = null
    }
  }
}
