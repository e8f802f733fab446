/* How soon our page answers wheel, mouse and keys beside an empty one, what it then holds in memory, and what its policy forbade it. */
import type { Browser, Page } from 'playwright-core'
import { atMost, bounded, type Figure, milliseconds, p95 } from './figures.ts'
import { HELD } from './in-browser.ts'
import { watchHand } from './in-ours.ts'
import { newPage, open } from './opened.ts'
import type { Stage } from './stage.ts'
import { pageOf, type View, views, windowOf } from './views.ts'

const STEPS = 10
const REST_MS = 250
const SETTLED_MS = 600
const KEYS = 'Home ArrowRight ArrowDown End PageUp PageDown + -'.split(' ')

/** Takes what a timeline takes, and does nothing with it. */
const EMPTY = `data:text/html,<div id="timeline" tabindex="0" style="height:600px"><div class="vis-panel vis-center" style="height:600px"></div></div>
<script>for (const kind of ['wheel', 'keydown']) addEventListener(kind, (event) => event.preventDefault(), { passive: false })</script>`

export async function handPart(browser: Browser, stage: Stage): Promise<Figure[]> {
  const empty = await newPage(browser)
  await empty.addInitScript(watchHand)
  await empty.goto(EMPTY)
  const least = await answersOf(empty)
  await empty.close()
  const figures: Figure[] = []
  for (const view of views) figures.push(...(await handled(browser, stage, view, least)))
  return figures
}

async function handled(browser: Browser, stage: Stage, view: View, least: number): Promise<Figure[]> {
  const page = await newPage(browser)
  await page.addInitScript(watchHand)
  const answer = await open(page, pageOf(stage, await windowOf(stage, view)))
  if (!answer?.headers()['content-security-policy']) throw new Error('The page came without a policy.')
  await page.waitForTimeout(SETTLED_MS)
  const spent = await answersOf(page)
  const heap = await heapOf(page)
  const violations = await page.evaluate(() => window.hand.violations.length)
  await page.close()
  const line = (name: string, number: number, say: (number: number) => string, most: number) =>
    bounded(`${view}: ${name}`, new Map([[stage.rounds, number]]), say, most)
  const most = view === 'eighty years' ? 24 : 33
  return [
    {
      name: `${view}: wheel, mouse or key to frame, 95 of 100, beside an empty page`,
      cells: new Map([[stage.rounds, `${milliseconds(spent)} · ${milliseconds(least)}`]]),
      goal: atMost(`${most} ms`, most, spent),
    },
    line('memory of the script after that', heap, megabytes, 8_000_000),
    line('violations of the content security policy', violations, String, 0),
  ]
}

async function answersOf(page: Page): Promise<number> {
  await handle(page)
  return p95(await page.evaluate(() => window.hand.answers.map(({ spent }) => spent)))
}

/** Over the browser's own protocol, so that they take the way of those from a device; out of step with the frames, as a hand is. */
async function handle(page: Page): Promise<void> {
  await page.locator('#timeline').scrollIntoViewIfNeeded()
  const box = await page.locator(HELD).boundingBox()
  if (!box) throw new Error('The timeline is not to be seen.')
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 100)]
  await page.mouse.move(x, y)
  await turn(page, -100)
  await drag(page, { x, y }, -20)
  await drag(page, { x, y }, 20)
  await turn(page, 100)
  await page.locator('#timeline').focus()
  for (const key of KEYS) {
    await page.keyboard.press(key)
    await page.waitForTimeout(REST_MS / 2)
  }
}

async function turn(page: Page, by: number): Promise<void> {
  await page.keyboard.down('Control')
  await steps(page, () => page.mouse.wheel(0, by))
  await page.keyboard.up('Control')
}

async function drag(page: Page, { x, y }: { x: number; y: number }, by: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await steps(page, (step) => page.mouse.move(x + step * by, y))
  await page.mouse.up()
}

async function steps(page: Page, act: (step: number) => Promise<void>): Promise<void> {
  for (let step = 1; step <= STEPS; step++) {
    await act(step)
    await page.waitForTimeout(8 + ((step * 7) % 17))
  }
  await page.waitForTimeout(REST_MS)
}

/** What the script still holds when all that it has let go of is collected, in bytes. */
async function heapOf(page: Page): Promise<number> {
  await page.waitForTimeout(REST_MS)
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('HeapProfiler.collectGarbage')
  return (await protocol.send('Runtime.getHeapUsage')).usedSize
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
