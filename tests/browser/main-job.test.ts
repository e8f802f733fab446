import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

const PASSWORD = 'a password of the tests'

let program: Program
let page: Page
beforeAll(async () => {
  program = await theProgram()
  await program.run('account', ['add', 'ana', '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
  const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
}, 60_000)

/** Rounds drawn on the timeline now. */
const onTimeline = (words: string) => page.locator('.vis-item', { hasText: words }).first()

test('a researcher finds Istanbul, 23 July 2025 on the timeline and opens it', async () => {
  await page.goto(program.address)
  await onTimeline('Istanbul 3 23 Jul').click()
  await page.locator('.item-card').getByRole('link', { name: 'Open the round' }).click()
  await page.waitForURL(/\/rounds\/1001$/)
  expect(await page.title()).toBe('Istanbul, 23 July 2025 · Parley')
})

test('reads where it was, who led, the office held that day, and the summit proposal with its answer', async () => {
  const main = page.getByRole('main')
  expect(await main.locator('.fact', { hasText: 'Venue' }).first().innerText()).toContain('Çırağan Palace')
  const heads = await main.locator('.delegate.is-head').allInnerTexts()
  expect(heads.join('\n')).toContain('Vladimir Medinsky')
  const umerov = heads.find((head) => head.includes('Rustem Umerov'))
  expect(umerov).toContain('Secretary of the National Security and Defense Council')
  const summit = main.locator('.thread', { hasText: "Leaders' meeting by the end of August 2025" })
  const answers = await summit.locator('.event').allInnerTexts()
  expect(answers.some((answer) => /deferred by Vladimir Medinsky/.test(answer))).toBe(true)
})

test('opens the evidence of a fact and sees who said it, through whom', async () => {
  const length = page.locator('.fact', { hasText: 'Length' })
  await length.locator('summary').click()
  const claims = await length.locator('.claim').allInnerTexts()
  expect(claims.some((claim) => claim.includes('azerbaijan.us') && claim.includes('paragraph 1'))).toBe(true)
})

test('goes through the timeline by keyboard alone', async () => {
  await page.goto(program.address)
  await onTimeline('Istanbul 3').waitFor()
  await page.locator('#timeline').focus()
  await page.keyboard.press('Home')
  const status = page.locator('.timeline-status')
  const first = await status.innerText()
  await page.keyboard.press('ArrowDown')
  // What is said is said once a second.
  await expect.poll(() => status.innerText()).not.toBe(first)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/rounds\/\d+$/)
})

test('an analyst signs in and adds a round with a new venue, delegations, a proposal and a source', async () => {
  await page.goto(`${program.address}/rounds/new`)
  await page.waitForURL(/\/sign-in/)
  await page.getByLabel('Name').fill('ana')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/rounds\/new$/)
  await fill('track_id', 'Istanbul talks 2025')
  await fill('title', 'Ankara, 5 September 2025')
  await fill('date', '5 September 2025')
  await fill('venue', 'Example House, Ankara')
  await fill('status', 'held')
  await fillOrAdd('delegations', 0, { party: 'Ukraine' })
  await fillOrAdd('delegations.0.people', 0, { person: 'Rustem Umerov', role: 'head' })
  await fillOrAdd('proposals', 0, { title: 'A test of the form', proposer: 'Ukraine' })
  await fill('source.publisher', 'The Example Times')
  await fill('source.kind', 'news report')
  await page.getByRole('main').getByRole('button', { name: 'Save the round' }).last().click()
  await page.waitForURL(/\/rounds\/\d+$/)
  const text = await page.getByRole('main').innerText()
  for (const words of [
    'Ankara, 5 September 2025',
    'Example House, Ankara',
    'Rustem Umerov',
    'A test of the form',
    'The Example Times',
  ]) {
    expect(text).toContain(words)
  }
})

test('finds it on the timeline and in the downloaded CSV', async () => {
  await page.goto(`${program.address}/?process=russia-ukraine-direct-talks&from=2025-07-01&to=2025-12-31`)
  await onTimeline('5 Sep').waitFor()
  const download = page.waitForEvent('download')
  await page.locator('.view-bar summary', { hasText: 'Download' }).click()
  await page.getByRole('link', { name: 'CSV', exact: true }).click()
  const file = await (await download).path()
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Array<Record<string, string>>
  const own = rows.find(({ title }) => title === 'Ankara, 5 September 2025')
  expect(own).toMatchObject({
    venue: 'Example House, Ankara',
    date_earliest: '2025-09-05',
    heads: 'Rustem Umerov',
  })
})

test('signs out and is refused', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await page.goto(`${program.address}/rounds/new`)
  await page.waitForURL(/\/sign-in\?next=/)
})

/** Chooses or types, as the field asks. */
async function fill(name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`)
  await field.evaluate((element) => {
    const fold = element.closest('details')
    if (fold) fold.open = true
  })
  const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT'
  if (!isChoice) return field.fill(value)
  const option = field.locator('option', { hasText: value }).first()
  await field.selectOption((await option.getAttribute('value')) ?? value)
}

/** Fills a row of a list, adding it first where the form does not show it. */
async function fillOrAdd(list: string, place: number, row: Record<string, string>): Promise<void> {
  const first = page.locator(`[name="${list}.${place}.${Object.keys(row)[0]}"]`)
  if ((await first.count()) === 0) {
    await page.locator(`button[name="_add"][value="${list}"]`).click()
    await first.waitFor({ state: 'attached' })
  }
  for (const [name, value] of Object.entries(row)) await fill(`${list}.${place}.${name}`, value)
}
