import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { whenDone } from '../closing.ts'
import { house, type OpenHouse } from '../house.ts'
import { markup } from '../safety/hostile.ts'
import { recordFullOf, recordWith } from '../safety/hostile-record.ts'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
/** What the page of somebody else says. */
let theirs = ''
let elsewhere = ''
beforeAll(async () => {
  program = await theProgram()
  const server = createServer((_req, res) =>
    res
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(`<!doctype html><h1>Their page</h1>${theirs}`),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  whenDone(() => {
    server.closeAllConnections()
    server.close()
  })
  elsewhere = `http://localhost:${(server.address() as AddressInfo).port}/`
}, 60_000)

async function newPage(options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const { width = 1000, ...rest } = options
  const context = await (await theBrowser()).newContext({ viewport: { width, height: 800 }, ...rest })
  return context.newPage()
}

/** The line that the timeline offers, put into a page of another site. */
async function framed(page: Page, query: string): Promise<Frame> {
  await page.goto(`${program.address}/?${query}`)
  await page.getByText('Embed', { exact: true }).click()
  theirs = await page.getByLabel('Line for a page of yours').inputValue()
  expect(new URL(elsewhere).origin).not.toBe(program.address)
  await page.goto(elsewhere)
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame()
  await frame?.waitForLoadState()
  return frame as Frame
}

const talks = 'process=russia-ukraine-direct-talks&from=2025-01-01&to=2025-12-31'

test('the line put into a page of another site shows the timeline there, and what is opened opens in a tab of its own', async () => {
  const page = await newPage()
  const frame = await framed(page, talks)
  await frame.getByRole('status').filter({ hasText: '3 rounds' }).waitFor()
  expect(await frame.locator('.vis-timeline').isVisible()).toBe(true)
  expect(await page.locator('iframe').getAttribute('title')).toContain('Rounds of talks; ')
  const opening = page.context().waitForEvent('page')
  await frame.locator('#timeline').focus()
  for (const key of ['Home', 'Enter']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
  const opened = await opening
  await opened.waitForURL(/\/rounds\/\d+$/)
  expect(await opened.evaluate(() => window.opener)).toBeNull()
  expect(page.url()).toBe(elsewhere)
  expect(await page.context().cookies()).toEqual([])
  await page.context().close()
})

test('who moves about in it stays in it, and Back is still the other page’s', async () => {
  const page = await newPage()
  const frame = await framed(page, `${talks}&known=2025-08-01`)
  await frame.getByRole('status').filter({ hasText: 'rounds' }).waitFor()
  const length = await page.evaluate(() => history.length)
  await frame.getByRole('button', { name: 'Zoom out' }).click()
  await frame.getByRole('button', { name: 'Fit all' }).click()
  await frame.waitForURL((url) => url.searchParams.get('from') !== '2025-01-01')
  expect(new URL(frame.url()).pathname).toBe('/embed')
  expect(new URL(frame.url()).searchParams.get('known')).toBe('2025-08-01')
  expect(await page.evaluate(() => history.length)).toBe(length)
  const answer = await fetch(frame.url())
  expect(answer.status).toBe(200)
  await page.context().close()
})

test('what it asks for goes without cookies, also where the two sites are of one house', async () => {
  const page = await newPage()
  await page.context().addCookies([{ name: 'parley', value: 'somebody', url: program.address }])
  const frame = await framed(page, talks)
  await frame.getByRole('status').filter({ hasText: 'rounds' }).waitFor()
  expect(new URL(elsewhere).hostname).toBe(new URL(program.address).hostname)
  const asking = page.waitForRequest(/timeline\.json/)
  await frame.getByRole('button', { name: 'Fit all' }).click()
  expect((await (await asking).allHeaders()).cookie).toBeUndefined()
  await page.goto(`${program.address}/?${talks}`)
  const own = page.waitForRequest(/timeline\.json/)
  await page.getByRole('button', { name: 'Fit all' }).click()
  expect((await (await own).allHeaders()).cookie).toBe('parley=somebody')
  await page.context().close()
})

test('without scripts it is a picture and a list', async () => {
  theirs = `<iframe src="${program.address}/embed?${talks}" width="100%" height="520"></iframe>`
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(elsewhere)
  const frame = page.frameLocator('iframe')
  expect(await frame.locator('svg.still').isVisible()).toBe(true)
  expect(await frame.locator('.embed-list a').count()).toBe(3)
  expect(await frame.locator('.timeline-tools').isVisible()).toBe(false)
  await page.context().close()
})

test('the whole page is shown in no frame', async () => {
  theirs = `<iframe src="${program.address}/?${talks}"></iframe>`
  const page = await newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(elsewhere, { waitUntil: 'networkidle' })
  expect(said.join('\n')).toMatch(/frame-ancestors|X-Frame-Options/)
  expect(page.frames().some((frame) => frame.url().startsWith(program.address))).toBe(false)
  await page.context().close()
})

test('the theme that the address names outdoes what the reader likes', async () => {
  const paper = async (scheme: 'light' | 'dark', query: string) => {
    const context = await (await theBrowser()).newContext({ colorScheme: scheme })
    const page = await context.newPage()
    await page.goto(`${program.address}/embed?${talks}${query}`)
    const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await context.close()
    return colour
  }
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(16, 21, 18)']
  expect(await paper('light', '')).toBe(light)
  expect(await paper('dark', '')).toBe(dark)
  expect(await paper('light', '&theme=dark')).toBe(dark)
  expect(await paper('dark', '&theme=light')).toBe(light)
})

test('as a page of its own the picture has its style, and no policy is broken', async () => {
  const page = await newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`${program.address}/timeline.svg?${talks}&theme=dark`)
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.paper') as Element).fill)).toBe(
    'rgb(16, 21, 18)',
  )
  expect(said).toEqual([])
  await page.context().close()
})

/** Read by a parser that is not ours. */
async function readXml(page: Page, { visit }: OpenHouse, query: string) {
  const { text } = await visit.get(`/timeline.svg?${query}`)
  return page.evaluate((xml) => {
    const file = new DOMParser().parseFromString(xml, 'image/svg+xml')
    const all = [...file.querySelectorAll('*')]
    return {
      faults: file.getElementsByTagName('parsererror').length,
      root: `${file.documentElement.namespaceURI} ${file.documentElement.localName}`,
      elements: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))].sort(),
      texts: all.filter(({ localName }) => localName === 'text').map(({ textContent }) => textContent ?? ''),
    }
  }, text)
}

test('whatever is on record, the picture is well-formed and has no element or attribute but ours', async () => {
  const hostile = await house(
    recordFullOf(
      (column, at) => [...markup, ']]>', '&nbsp;'][(column.length + at + 4) % (markup.length + 2)] ?? '',
    ),
  )
  const plain = await house()
  const page = await newPage()
  const query = 'from=1990&to=2026&lanes=proposals&open=none'
  const [ours, read] = [await readXml(page, plain, query), await readXml(page, hostile, query)]
  expect(ours.faults + read.faults).toBe(0)
  expect(read.root).toBe('http://www.w3.org/2000/svg svg')
  expect(read.elements).toEqual(ours.elements)
  expect(read.attributes).toEqual(ours.attributes)
  expect(read.attributes.filter((name) => name.startsWith('on') || name.endsWith('href'))).toEqual([])
  expect(read.texts.some((text) => text.includes('<'))).toBe(true)
  await page.context().close()
})

test('a title that is read from right to left stands in its place, and the number of its rounds in its own', async () => {
  const arabic = 'محادثات المضيق'
  const open = await house(recordWith('process.csv', 'title', arabic))
  const page = await newPage()
  await page.goto(`${open.origin}/timeline.svg?from=2023&to=2025&open=none`)
  const boxes = await page.evaluate((title) => {
    const texts = [...document.querySelectorAll('text')]
    const at = texts.findIndex(({ textContent }) => textContent === title)
    return [at, at + 1].map((nth) => {
      const { left, right } = (texts[nth] as Element).getBoundingClientRect()
      return { left, right, words: texts[nth]?.textContent }
    })
  }, arabic)
  const [title, count] = boxes
  expect(title?.words).toBe(arabic)
  expect(title?.left).toBeGreaterThanOrEqual(16)
  expect(title?.left).toBeLessThan(24)
  expect(count?.words).toMatch(/^\d+$/)
  expect(count?.left).toBeGreaterThan(title?.right ?? Number.POSITIVE_INFINITY)
  await page.context().close()
})
