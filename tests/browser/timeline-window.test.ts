import type { CDPSession, Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dayNumber } from '../../src/kernel/days.ts'
import { theBrowser } from './browser.ts'
import { theProgram } from './program.ts'

/* What the window shows stands at its place, and how it is moved. Two pages, a wide one and a phone, serve all tests. */
let address: string
let page: Page
let phone: Page
let finger: CDPSession
beforeAll(async () => {
  address = (await theProgram()).address
  const browser = await theBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  phone = await context.newPage()
  finger = await context.newCDPSession(phone)
}, 60_000)

async function show(query: string, on = page): Promise<void> {
  await on.goto(`${address}/?${query}`)
  await on.getByRole('status').filter({ hasText: 'round' }).waitFor()
  await on.waitForTimeout(500)
}

const talks = 'process=russia-ukraine-direct-talks'

/** Pixels from the left edge of the picture to the noon of a day. */
async function noonOf(day: string, from: string, to: string): Promise<number> {
  const [at, first, last] = [day, from, to].map(numberOf) as [number, number, number]
  const wide = await page.locator('.vis-panel.vis-center').evaluate(({ clientWidth }) => clientWidth)
  return ((at + 0.5 - first) / (last - first + 1)) * wide
}

function numberOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return dayNumber({ year, month, day })
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The upright lines of the picture, and how much of each is ink. */
function uprights(): Promise<Array<{ x: number; ink: number }>> {
  return page.locator('.timeline-board').evaluate((board) => {
    const { width, height, clientWidth } = board as HTMLCanvasElement
    const pixels = (board as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
    const inkIn = (x: number) => {
      let inked = 0
      for (let y = 0; y < height; y++) if ((pixels?.[(y * width + x) * 4 + 3] ?? 0) > 100) inked++
      return inked / height
    }
    return Array.from({ length: width }, (_, x) => ({ x: ((x + 0.5) * clientWidth) / width, ink: inkIn(x) }))
      .filter(({ ink }) => ink > 0.4)
      .filter(({ x }, nth, all) => x - (all[nth - 1]?.x ?? -9) > 2)
  })
}

test('a line stands at today', async () => {
  await show('')
  const today = numberOf((await page.locator('section.timeline').getAttribute('data-today')) ?? '')
  const [from, to] = [isoOf(today - 40), isoOf(today + 20)]
  await show(`from=${from}&to=${to}`)
  const lines = await uprights()
  expect(lines).toHaveLength(1)
  expect(Math.abs((lines[0]?.x ?? 0) - (await noonOf(isoOf(today), from, to)))).toBeLessThan(2)
  expect(lines[0]?.ink).toBeGreaterThan(0.95)
})

test('the day as of which it is read is a dashed line in its place, and a deadline a flag on its day', async () => {
  const [from, to] = ['2025-06-01', '2025-12-31']
  await show(`${talks}&from=${from}&to=${to}&known=2025-09-15&lanes=proposals`)
  const lines = await uprights()
  expect(lines).toHaveLength(1)
  expect(Math.abs((lines[0]?.x ?? 0) - (await noonOf('2025-09-15', from, to)))).toBeLessThan(2)
  expect(lines[0]?.ink).toBeLessThan(0.8)
  const flag = await page.locator('[data-stop^="step proposal 1 "]').last().boundingBox()
  const left = (await page.locator('.vis-panel.vis-center').boundingBox())?.x ?? 0
  const middle = (flag?.x ?? 0) + (flag?.width ?? 0) / 2 - left
  expect(Math.abs(middle - (await noonOf('2025-08-31', from, to)))).toBeLessThan(3)
})

/** Names of rounds in sight: how far each reaches over an edge of the picture, and whether it stands before its mark. */
function names(on: Page): Promise<Array<{ over: number; isLate: boolean; words: string }>> {
  return on.locator('.vis-item:not(.is-bare, .thread-lane) .vis-item-content').evaluateAll((all) => {
    const { left, right } = document.querySelector('.vis-panel.vis-center')?.getBoundingClientRect() ?? {
      left: 0,
      right: 0,
    }
    return all.map((one) => {
      const box = one.getBoundingClientRect()
      const isLate = one.closest('.is-late') !== null
      return { over: isLate ? left - box.left : box.right - right, isLate, words: one.textContent ?? '' }
    })
  })
}

test('no name is cut at the end of the window, also after it has moved', async () => {
  const window = 'from=2025-02-01&to=2026-02-28'
  await Promise.all([page, phone].map(keepsNames))

  async function keepsNames(on: Page): Promise<void> {
    await show(window, on)
    for (const move of ['', 'Earlier', 'Zoom in']) {
      if (move) await on.getByRole('button', { name: move }).click()
      await on.waitForTimeout(700)
      const seen = await names(on)
      for (const { over, words } of seen) expect([words, over <= 1]).toEqual([words, true])
      if (move === '') expect(seen.filter(({ isLate }) => isLate).length).toBeGreaterThan(1)
    }
  }
})

/** First and last day of the window, as its sliders say; at the very moment when a button has been pressed. */
function days(pressed: string): number[] {
  if (pressed) document.querySelector<HTMLElement>(`[data-act=${pressed}]`)?.click()
  return ['From', 'To'].map((name) =>
    Number(document.querySelector(`[role=slider][aria-label=${name}]`)?.getAttribute('aria-valuenow')),
  )
}

test('a zoom is shown step by step, and at once to whoever asked for less motion', async () => {
  for (const motion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion: motion })
    await show('from=2025-01-01&to=2025-12-31')
    const before = await page.evaluate(days, '')
    const atOnce = await page.evaluate(days, 'closer')
    await page.waitForURL((url) => url.searchParams.get('from') !== '2025-01-01')
    const after = await page.evaluate(days, '')
    expect(after).not.toEqual(before)
    expect([motion, atOnce]).toEqual([motion, motion === 'reduce' ? after : before])
  }
})

type Spot = readonly [x: number, y: number]

/** What fingers do on the phone: from some spots to others, in steps. */
async function touch(from: Spot[], to: Spot[] = from): Promise<void> {
  const at = (share: number) =>
    from.map(([x, y], id) => ({
      id,
      x: x + ((to[id]?.[0] ?? x) - x) * share,
      y: y + ((to[id]?.[1] ?? y) - y) * share,
    }))
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  if (from !== to)
    for (let step = 1; step <= 10; step++)
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function middleOf(part: Locator): Promise<Spot> {
  await part.scrollIntoViewIfNeeded()
  const { x = 0, y = 0, width = 0, height = 0 } = (await part.boundingBox()) ?? {}
  return [x + width / 2, y + height / 2]
}

/** Amid the lanes, a hundred pixels below the first, when they have been scrolled into sight. */
async function middleOfLanes(): Promise<Spot> {
  await phone.locator('#timeline').evaluate((box) => box.scrollIntoView({ block: 'start' }))
  const { x = 0, y = 0, width = 0 } = (await phone.locator('.vis-panel.vis-center').boundingBox()) ?? {}
  return [x + width / 2, y + 100]
}

test('one finger moves the window, two bring it nearer, and the page stays where it is', async () => {
  await show('from=2025-01-01&to=2025-12-31', phone)
  const [x, y] = await middleOfLanes()
  const scrolled = await phone.evaluate(() => scrollY)
  const [first = 0, last = 0] = await phone.evaluate(days, '')
  await touch([[x + 60, y]], [[x - 60, y]])
  const moved = await phone.evaluate(days, '')
  expect(moved[0]).toBeGreaterThan(first + 60)
  expect((moved[1] ?? 0) - (moved[0] ?? 0)).toBeCloseTo(last - first, -1)
  await touch(
    [
      [x - 20, y],
      [x + 20, y],
    ],
    [
      [x - 90, y],
      [x + 90, y],
    ],
  )
  const [from = 0, to = 0] = await phone.evaluate(days, '')
  expect(to - from).toBeLessThan((last - first) / 2)
  expect(from).toBeGreaterThan(moved[0] ?? 0)
  expect(to).toBeLessThan(moved[1] ?? 0)
  expect(await phone.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([scrolled, 1])
  await phone.waitForURL((url) => url.searchParams.get('from') !== '2025-01-01')
})

test('a tap selects a round, its card leads to its page; a tap beside it lets it go', async () => {
  await show(`${talks}&from=2025-04-01&to=2025-12-31`, phone)
  const [x, y] = await middleOfLanes()
  const name = phone.locator('.vis-point .vis-item-content', { hasText: 'Istanbul 3' })
  await touch([await middleOf(name)])
  await phone.locator('.item-card').filter({ hasText: '23 July 2025' }).waitFor()
  expect(phone.url()).toMatch(/round=1001/)
  await touch([[x, y - 80]])
  await phone.locator('.item-card').waitFor({ state: 'detached' })
  await touch([await middleOf(name)])
  await phone.getByRole('link', { name: 'Open the round' }).tap()
  await phone.waitForURL(/\/rounds\/1001$/)
})

test('a tap folds a head, and a finger drags the end of the window', async () => {
  await show(`${talks}&from=2025-04-01&to=2025-12-31&lanes=proposals`, phone)
  await touch([await middleOf(phone.getByRole('button', { name: 'Proposals', exact: true }))])
  await phone.waitForURL(/fold=proposals/)
  const [first = 0, last = 0] = await phone.evaluate(days, '')
  const [x, y] = await middleOf(phone.getByRole('slider', { name: 'From' }))
  await touch([[x, y]], [[x - 40, y]])
  const [from = 0, to = 0] = await phone.evaluate(days, '')
  expect(from).toBeLessThan(first)
  expect(to).toBe(last)
})
