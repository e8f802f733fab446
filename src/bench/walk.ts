import type { Page } from 'playwright-core'
import { here, type Place, type Round } from './in-keys.ts'

type Way = 'ArrowRight' | 'ArrowLeft'

/** Keys that lead to nothing of the lane on screen before one gives up: a lane goes on beyond the window. */
const VAIN = 20

/**
 * From the earliest round to a lane, and along it to either side. The window moves with what is chosen: what is not found is looked for
 * once more from where everything stood, the other way first.
 * @returns the ids of those that were reached and named
 */
export async function walkThrough(
  page: Page,
  anew: (page: Page) => Promise<void>,
  rounds: Round[],
  lane: number,
): Promise<ReadonlySet<number>> {
  const walk = new Walk(page, rounds, lane)
  for (const ways of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowLeft', 'ArrowRight'],
  ] as const) {
    if (walk.isDone()) break
    await anew(page)
    await walk.enter()
    for (const way of ways) await walk.along(way)
  }
  return walk.found
}

class Walk {
  readonly found = new Set<number>()
  readonly #page: Page
  readonly #rounds: Round[]
  readonly #lane: number
  /** Those on screen in the lane. */
  readonly #wanted: Round[]
  #place: Place = { id: null, lane: null, spoken: [] }

  constructor(page: Page, rounds: Round[], lane: number) {
    this.#page = page
    this.#rounds = rounds
    this.#lane = lane
    this.#wanted = rounds.filter((one) => one.isOnScreen && one.lane === lane)
  }

  isDone(): boolean {
    return this.found.size === this.#wanted.length
  }

  async enter(): Promise<void> {
    await this.#page.locator('#timeline').focus()
    await this.#press('Home')
    for (const key of ['ArrowDown', 'ArrowUp'])
      while (this.#laneHere() !== this.#lane) if (!(await this.#press(key))) break
  }

  async along(way: Way): Promise<void> {
    for (let vain = 0; vain < VAIN && this.#liesAhead(way); vain++) {
      if (!(await this.#press(way))) return
      if (this.#here()?.isOnScreen) vain = 0
    }
  }

  #liesAhead(way: Way): boolean {
    const day = this.#here()?.day
    return this.#wanted.some(
      (one) =>
        !this.found.has(one.id) &&
        (day === undefined || (way === 'ArrowRight' ? one.day >= day : one.day <= day)),
    )
  }

  /** The round that the keys stand on; none on the head of a lane, or beyond what came with the page. */
  #here(): Round | undefined {
    return this.#rounds.find(({ id }) => id === this.#place.id)
  }

  #laneHere(): number | null {
    return this.#here()?.lane ?? this.#place.lane
  }

  /** @returns whether it led anywhere */
  async #press(key: string): Promise<boolean> {
    const before = this.#place
    await this.#page.keyboard.press(key)
    this.#place = await this.#page.evaluate(here)
    const round = this.#here()
    const isNamed = round && this.#place.spoken.some((words) => words.startsWith(`${round.name}, `))
    if (isNamed && this.#wanted.includes(round)) this.found.add(round.id)
    return this.#place.id !== before.id || this.#place.lane !== before.lane
  }
}
