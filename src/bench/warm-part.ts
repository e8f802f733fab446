/* How soon our page stands for somebody who has been here before, so that its files are there already. */
import type { Browser, Page } from 'playwright-core'
import { median } from './asking.ts'
import { bounded, type Figure, milliseconds } from './figures.ts'
import { DRAWN, firstAfterScript } from './in-browser.ts'
import { isSettled, watchSettling } from './in-ours.ts'
import { newPage, open } from './opened.ts'
import type { Stage } from './stage.ts'
import { pageOf, type View, views, windowOf } from './views.ts'

export async function warmPart(browser: Browser, stage: Stage, loads: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const view of views) figures.push(...(await warm(browser, stage, view, loads)))
  return figures
}

async function warm(browser: Browser, stage: Stage, view: View, loads: number): Promise<Figure[]> {
  const page = await newPage(browser)
  await page.addInitScript(watchSettling, DRAWN)
  const address = pageOf(stage, await windowOf(stage, view))
  await open(page, address)
  const [firsts, settled]: [number[], number[]] = [[], []]
  for (let load = 0; load < loads; load++) {
    await open(page, address)
    firsts.push(await page.evaluate(() => window.watched.first ?? Number.NaN))
    if (view !== 'eighty years') settled.push(await settledAfterScript(page))
  }
  await page.close()
  const line = (name: string, all: number[], most: number) =>
    bounded(`${view}: ${name}`, new Map([[stage.rounds, median(all)]]), milliseconds, most)
  const first = line('first rounds drawn after navigation, files at hand', firsts, 500)
  if (settled.length === 0) return [first]
  return [first, line('all rounds in place after the script is ready, files at hand', settled, 400)]
}

/** Until the last element of a round came or moved. */
async function settledAfterScript(page: Page): Promise<number> {
  await page.waitForFunction(isSettled)
  const later = await page.evaluate(() => (window.settled ?? Number.NaN) - (window.watched.first ?? 0))
  return later + (await page.evaluate(firstAfterScript))
}
