import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { field, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
let context: BrowserContext
beforeAll(async () => {
  program = await theProgram()
  context = await somebody(program, 'ana')
}, 60_000)

async function open(path: string, width = 1280): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.setViewportSize({ width, height: 900 })
  await page.goto(program.address + path)
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))
const options = (page: Page) => page.locator('#lookup [role=option]').allInnerTexts()

test('an input that names a record is a combobox, and says how many suggestions there are', async () => {
  const page = await open('/rounds/new')
  const person = field(page, 'delegations.0.people.0.person')
  expect(await person.getAttribute('role')).toBe('combobox')
  expect(await person.getAttribute('aria-expanded')).toBe('false')
  await person.focus()
  // The second spelling is a further name on record.
  await page.keyboard.type('umie')
  await page.getByRole('listbox', { name: 'Suggestions for Person' }).waitFor()
  expect(await person.getAttribute('aria-expanded')).toBe('true')
  expect((await options(page))[0]).toContain('Rustem Umerov')
  await page.getByRole('status').filter({ hasText: '1 suggestion' }).waitFor()
  const active = await person.getAttribute('aria-activedescendant')
  expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
  await page.close()
})

test('arrows go round, Escape closes, Tab takes nothing, Enter takes what is marked and sends nothing', async () => {
  const page = await open('/rounds/new?track=2')
  const person = field(page, 'delegations.0.people.0.person')
  await person.focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('listbox').waitFor()
  const names = await options(page)
  expect(names.length).toBeGreaterThan(2)
  const marked = () => page.locator('#lookup [aria-selected=true]').innerText()
  await page.keyboard.press('ArrowUp')
  expect(await marked()).toBe(names.at(-1))
  await page.keyboard.press('ArrowDown')
  expect(await marked()).toBe(names[0])
  await page.keyboard.press('Escape')
  expect(await page.getByRole('listbox').count()).toBe(0)
  await page.keyboard.type('medin')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Tab')
  expect(await person.inputValue()).toBe('medin')
  expect(await focused(page)).toBe('delegations.0.people.0.office')
  await person.fill('')
  // Too quick for the list: still nothing is sent.
  await page.keyboard.type('medin')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Enter')
  expect(await person.inputValue()).toBe('Vladimir Medinsky')
  await page.keyboard.press('Control+z')
  expect(await person.inputValue()).toBe('medin')
  expect(page.url()).toContain('/rounds/new')
  await page.close()
})

test('a source on record is found by its publisher or title, and the number says whose it is', async () => {
  const page = await open('/rounds/new')
  await page.getByText('A source that is on record already').click()
  const number = field(page, 'source.source_id')
  await number.focus()
  await page.keyboard.type('azerbaijan.us')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('Enter')
  expect(await number.inputValue()).toMatch(/^\d+$/)
  await page.locator('.echo', { hasText: /^azerbaijan\.us: / }).waitFor()
  await page.close()
})

test('where nothing can be looked up, the list of the page itself is there again', async () => {
  const page = await open('/rounds/new')
  await page.route('**/desk/lookup?**', (route) => route.abort())
  const person = field(page, 'delegations.0.people.0.person')
  await person.fill('x')
  await expect.poll(() => person.getAttribute('list')).toBe('known-person')
  await page.close()
})

test('a row is added where it belongs, with its focus, and nothing else is touched', async () => {
  const page = await open('/rounds/new')
  await field(page, 'title').fill('Typed before')
  await page.evaluate(() => Object.assign(window, { same: document.querySelector('[name=title]') }))
  await field(page, 'delegations.0.people.0.person').focus()
  await page.keyboard.press('Alt+Shift+A')
  await field(page, 'delegations.0.people.1.person').waitFor()
  expect(await focused(page)).toBe('delegations.0.people.1.person')
  await page.getByRole('button', { name: 'Add a proposal' }).click()
  await field(page, 'proposals.0.title').waitFor()
  expect(await focused(page)).toBe('proposals.0.title')
  expect(
    await page.evaluate(() => 'same' in window && window.same === document.querySelector('[name=title]')),
  ).toBe(true)
  // The new row has all that the others have.
  await field(page, 'delegations.0.people.1.person').focus()
  await page.keyboard.type('medin')
  await page.getByRole('listbox').waitFor()
  await page.close()
})

test('a row is removed in place; those behind it keep what was typed, even while the answer is on its way', async () => {
  const page = await open('/rounds/new')
  for (const [at, party] of ['Alba', 'Bruna'].entries())
    await field(page, `delegations.${at}.party`).fill(party)
  await page.getByRole('button', { name: 'Add a delegation' }).click()
  await field(page, 'delegations.2.party').fill('Cara')
  await page.route('**/rounds/new', async (route) => {
    if (route.request().postData()?.includes('_remove'))
      await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Remove delegation 1' }).click()
  await field(page, 'delegations.2.party').fill('Cara Nova')
  await expect.poll(() => field(page, 'delegations.2.party').count(), { timeout: 5000 }).toBe(0)
  const parties = await page
    .locator('[name$=".party"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(parties).toEqual(['Bruna', 'Cara Nova'])
  expect(new URL(page.url()).pathname).toBe('/rounds/new')
  await page.close()
})

test('where the answer does not come, the button works as it does without scripts', async () => {
  const page = await open('/rounds/new')
  await field(page, 'title').fill('By hand')
  let failed = false
  await page.route('**/rounds/new', (route) => {
    if (failed || !route.request().postData()?.includes('_add')) return route.continue()
    failed = true
    return route.abort()
  })
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Add an outcome' }).click()])
  expect(await field(page, 'outcomes.0.title').count()).toBe(1)
  expect(await field(page, 'title').inputValue()).toBe('By hand')
  await page.close()
})

test('axe finds nothing in an open list of suggestions, in light and in dark; it fits a phone', async () => {
  for (const width of [1280, 720, 320]) {
    const page = await open('/rounds/new?track=2', width)
    await page.getByText('Keyboard help').click()
    await field(page, 'delegations.0.people.0.person').fill('Rustem Umerov')
    await field(page, 'delegations.0.people.0.office').focus()
    await page.keyboard.press('ArrowDown')
    const list = page.getByRole('listbox', { name: 'Suggestions for Office held then' })
    const box = (await list.boundingBox()) ?? { x: -1, width: 0 }
    expect(box.x).toBeGreaterThan(0)
    expect(box.x + box.width).toBeLessThan(width)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await faultsOf(page)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.close()
  }
})

test('who only reads loads nothing of it', async () => {
  const page = await open('/rounds/1001')
  expect(await page.locator('script[src*="form-"]').count()).toBe(0)
  await page.close()
})
