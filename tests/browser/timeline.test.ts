import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { theBrowser } from './browser.ts'
import { theProgram } from './program.ts'

/* Against the starter record, or any other that is served: TIMELINE_AT=http://localhost:3000 */
let address: string
beforeAll(async () => {
  address = process.env.TIMELINE_AT ?? (await theProgram()).address
}, 60_000)

const decades = 'from=1940-01-01&to=2026-12-31'

async function open(query: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await (await theBrowser()).newPage({ viewport })
  await page.goto(`${address}/?${query}`)
  await page.getByRole('status').filter({ hasText: 'round' }).waitFor()
  return page
}

const elements = (page: Page) => page.locator('#timeline *').count()

/** Presses keys one after another, as fast as somebody does who reads what is said. */
async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
  await page.waitForTimeout(1100)
  return page.locator('.timeline-status').innerText()
}

test('the picture comes with the page, without asking again', async () => {
  const page = await (await theBrowser()).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${address}/?${decades}`)
  await page.getByRole('status').filter({ hasText: 'rounds' }).waitFor()
  await page.waitForTimeout(500)
  expect(asked).not.toContain('/timeline.json')
  await page.close()
})

test('decades are drawn with few elements, a year with no more than a screen holds', async () => {
  const far = await open(`${decades}&open=none`)
  expect(await elements(far)).toBeLessThanOrEqual(400)
  await far.close()
  const near = await open('from=2025-01-01&to=2025-12-31')
  await near.waitForTimeout(800)
  expect(await elements(near)).toBeLessThanOrEqual(1000)
  await near.close()
})

test('lanes keep their places and heights while the window moves, and the page does not jump', async () => {
  const page = await open('from=2024-06-01&to=2025-06-30')
  await page.waitForTimeout(600)
  const heights = () =>
    page
      .locator('.vis-label')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height))
  const before = await heights()
  await page.evaluate(() => {
    const sum = { shift: 0 }
    Object.assign(globalThis, { sum })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  for (let step = 0; step < 4; step++) {
    await page.getByRole('button', { name: 'Later' }).click()
    await page.waitForTimeout(900)
  }
  const after = await heights()
  expect(after.slice(0, before.length)).toEqual(before)
  expect(
    await page.evaluate(() => (globalThis as unknown as { sum: { shift: number } }).sum.shift),
  ).toBeLessThan(0.1)
  await page.close()
})

test('the keys alone lead from bins to rounds, zoom about what is meant, and open it', async () => {
  const page = await open(`${decades}&process=korean-armistice&open=none`)
  await page.locator('#timeline').focus()
  expect(await press(page, 'Home')).toMatch(/, \d+ rounds?.*\. 1 of \d+\.$/)
  const before = new URL(page.url()).searchParams.get('from')
  await press(page, 'Enter')
  await page.waitForURL((url) => url.searchParams.get('from') !== before)
  expect(await press(page, 'Home', 'ArrowRight')).toMatch(/195\d/)
  await press(page, '+', '+', '+', '+')
  await page.locator('.vis-item').first().waitFor()
  expect(await press(page, 'Home')).toMatch(/195\d.*\d+ of \d+\.$/)
  expect(await page.locator('.item-card').count()).toBe(1)
  await press(page, 'Escape')
  expect(await page.locator('.item-card').count()).toBe(0)
  await press(page, 'Home')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/rounds\/\d+$/)
  await page.goBack()
  await page.locator('#timeline').waitFor()
  await page.close()
})

test('the head of a lane is a button that the keys reach and that shows its tracks', async () => {
  const page = await open(`${decades}&open=none`)
  await page.locator('#timeline').focus()
  await press(page, 'Home', 'ArrowLeft')
  const head = page.locator('.lane-button:focus')
  expect(await head.getAttribute('aria-expanded')).toBe('false')
  const lanes = await page.locator('.vis-label').count()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.vis-label').count()).toBeGreaterThan(lanes)
  expect(page.url()).toMatch(/open=\d+/)
  const opened = page.locator('.lane-button[aria-expanded=true]')
  await opened.click()
  await expect.poll(() => page.locator('.vis-label').count()).toBe(lanes)
  await page.close()
})

test('who stands on the head of a lane stands there still when lanes are opened and the window moves', async () => {
  const page = await open(`${decades}&open=none`)
  await page.locator('#timeline').focus()
  await press(page, 'Home', 'ArrowLeft')
  const stoodOn = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('.lane-button')?.dataset.lane)
  const head = await stoodOn()
  expect(head).toMatch(/^process \d+$/)
  await page.keyboard.press('Enter')
  await page.locator('.lane-button[aria-expanded=true]').waitFor()
  expect(await stoodOn()).toBe(head)
  await press(page, '+', '+', '+')
  expect(await stoodOn()).toBe(head)
  await page.close()
})

test('a round that reaches into the window is chosen where it is, and the window stays', async () => {
  const page = await open('from=2012-05-01&to=2012-07-31&process=colombia-farc')
  await page.locator('#timeline').focus()
  expect(await press(page, 'Home')).toMatch(/^Havana.*23 February.*26 August 2012.*1 of \d+\.$/)
  expect(await page.getByRole('slider', { name: 'From' }).getAttribute('aria-valuetext')).toBe('1 May 2012')
  await page.close()
})

test('the timeline is one stop of the Tab key, and the window over the strip two sliders', async () => {
  const page = await open(decades)
  await page.locator('#timeline').focus()
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('slider')
  const to = page.getByRole('slider', { name: 'To' })
  expect(await to.getAttribute('aria-valuetext')).toBe('31 December 2026')
  await page.keyboard.press('ArrowLeft')
  expect(await to.getAttribute('aria-valuetext')).toBe('30 November 2026')
  await page.keyboard.press('PageDown')
  expect(await to.getAttribute('aria-valuetext')).toBe('30 November 2025')
  await page.waitForURL((url) => url.searchParams.get('to') === '2025-12-31')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(
    await page.evaluate(() => document.querySelector('#timeline')?.contains(document.activeElement)),
  ).toBe(false)
  await page.close()
})

test('lanes are hidden, opened and put in order by a form, without dragging, and the address says so', async () => {
  const page = await open(`${decades}&open=none`)
  const names = () => page.locator('.lane-button').allInnerTexts()
  const [first, second] = await names()
  await page.locator('.lanes-form summary').click()
  await page.getByRole('link', { name: `${first}: down` }).click()
  await expect.poll(names).toEqual(expect.arrayContaining([second, first]))
  await expect.poll(async () => (await names())[0]).toBe(second)
  expect(page.url()).toMatch(/order=/)
  await page.getByRole('checkbox', { name: `Hide ${second}` }).check()
  await expect.poll(names).not.toContain(second)
  expect(page.url()).toMatch(/hide=/)
  await page.reload()
  await expect.poll(async () => (await names())[0]).toBe(first)
  await page.close()
})

test('axe finds nothing wrong with bins, rounds and the card', async () => {
  for (const query of [decades, 'from=2025-01-01&to=2025-12-31&lanes=proposals']) {
    const page = await open(query)
    await page.locator('#timeline').focus()
    await press(page, 'Home')
    expect(await faultsOf(page)).toEqual([])
    await page.close()
  }
})

test('on a phone a finger can scroll the page over the timeline, and what is pressed is wide enough', async () => {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto(`${address}/?${decades}`)
  await page.locator('.vis-timeline').waitFor()
  const actions = await page
    .locator('.vis-timeline, .brush')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).touchAction))
  for (const action of actions) expect(action).toContain('pan-y')
  for (const part of ['.lane-button', '.brush-handle', '.timeline-tools .button']) {
    const boxes = await page
      .locator(part)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    for (const { width, height } of boxes.filter(({ width }) => width > 0)) {
      expect(height, part).toBeGreaterThanOrEqual(44)
      expect(width, part).toBeGreaterThanOrEqual(44)
    }
  }
  await context.close()
})

test('close by, a session stands at its hours, by the clock of the place or by UTC', async () => {
  const page = await open('from=2025-07-23&to=2025-07-24')
  const bar = page.locator('.vis-item', { hasText: 'Istanbul 3' }).first()
  await bar.waitFor()
  const left = async () => (await bar.boundingBox())?.x ?? 0
  const local = await left()
  const axis = await page.locator('.vis-text.vis-minor:not(.vis-measure)').allInnerTexts()
  expect(axis.join(' ')).toContain('20:00')
  await page.getByRole('button', { name: 'UTC' }).click()
  // Istanbul is three hours ahead; the window is two days wide.
  const wide = (await page.locator('.vis-panel.vis-center').boundingBox())?.width ?? 0
  await expect.poll(async () => Math.round(local - (await left()))).toBe(Math.round((3 / 48) * wide))
  await page.close()
})

test('years before the common era and far ahead have an axis of their own', async () => {
  for (const [query, words] of [
    ['from=-0060-01-01&to=-0040-12-31', '51 BCE'],
    ['from=Y12000-01-01&to=Y12010-12-31', '12005'],
    ['from=1640-01-01&to=1650-12-31', '1645'],
  ] as const) {
    const page = await (await theBrowser()).newPage()
    await page.goto(`${address}/?${query}`)
    await page.locator('.vis-text.vis-minor', { hasText: words }).first().waitFor()
    await page.close()
  }
})

test('scripts and styles of the page are small', async () => {
  const page = await (await theBrowser()).newPage()
  let bytes = 0
  page.on('response', async (response) => {
    if (response.url().includes('/assets/'))
      bytes += Number((await response.request().sizes()).responseBodySize)
  })
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'br' })
  await page.goto(`${address}/`)
  await page.getByRole('status').filter({ hasText: 'round' }).waitFor()
  await expect.poll(() => bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(95_000)
  await page.close()
})

test('without scripts and on paper the same window is a drawing and a table', async () => {
  const query = 'from=2025-01-01&to=2025-12-31&lanes=proposals'
  const context = await (await theBrowser()).newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${address}/?${query}`)
  await bare.locator('.timeline-still svg[role=img]').waitFor()
  expect(await bare.locator('#timeline').isVisible()).toBe(false)
  expect(await bare.locator('#rounds tbody tr').count()).toBeGreaterThan(0)
  await bare.locator('.lanes-form summary').click()
  await bare.getByRole('checkbox', { name: 'Proposals', exact: true }).uncheck()
  await bare.locator('.lanes-choice').getByRole('button', { name: 'Show' }).click()
  await bare.waitForURL((url) => !url.search.includes('lanes='))
  await context.close()
  const page = await open(query)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.timeline-still svg').isVisible()).toBe(true)
  expect(await page.locator('#timeline').isVisible()).toBe(false)
  await page.close()
})
