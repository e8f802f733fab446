/* Whether somebody without a mouse comes to every round on screen, and hears which it is. */
import type { Browser, Page } from 'playwright-core'
import type { Figure } from './figures.ts'
import { DRAWN } from './in-browser.ts'
import { roundsOfPage, sayAtOnce } from './in-keys.ts'
import { newPage, open } from './opened.ts'
import type { Stage } from './stage.ts'
import { pageOf, windowOf } from './views.ts'
import { walkThrough } from './walk.ts'

const VIEW = 'about 150 rounds'
/** Whoever goes by keys waits for a frame after each, so several can go at once. */
const WALKERS = 4
const SETTLED_MS = 600

export async function keysPart(browser: Browser, stage: Stage): Promise<Figure[]> {
  const address = pageOf(stage, await windowOf(stage, VIEW))
  const anew = async (page: Page) => {
    await open(page, address)
  }
  const pages = await Promise.all(Array.from({ length: WALKERS }, () => walker(browser)))
  const [first] = pages as [Page]
  await anew(first)
  await first.waitForTimeout(SETTLED_MS)
  const rounds = await first.evaluate(roundsOfPage, DRAWN)
  const shown = rounds.filter(({ isOnScreen }) => isOnScreen)
  const lanes = [...new Set(shown.map(({ lane }) => lane))]
  const found = new Set<number>()
  await Promise.all(
    pages.map(async (page) => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift())
        for (const id of await walkThrough(page, anew, rounds, lane)) found.add(id)
    }),
  )
  for (const page of pages) await page.close()
  return [
    {
      name: `${VIEW}: rounds on screen that the keys reach and that are named`,
      cells: new Map([[stage.rounds, `${found.size} of ${shown.length}`]]),
      goal: { words: 'all', isReached: shown.length > 0 && found.size === shown.length },
    },
  ]
}

async function walker(browser: Browser): Promise<Page> {
  const page = await newPage(browser)
  await page.addInitScript(sayAtOnce)
  return page
}
