import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
beforeAll(async () => {
  program = await theProgram()
}, 60_000)

async function at(
  path: string,
  options: Parameters<Awaited<ReturnType<typeof theBrowser>>['newContext']>[0] = {},
) {
  const context: BrowserContext = await (await theBrowser()).newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await page.goto(program.address + path)
  return page
}

const chips = (page: Page) => page.locator('.chip').allInnerTexts()

test.each([
  ['with scripts', true],
  ['without', false],
])(
  'rounds are narrowed by a facet beside the table, words and dates kept, %s',
  async (_how, javaScriptEnabled) => {
    const page = await at('/rounds?q=talks&from=2014', { javaScriptEnabled })
    const country = page.locator('#by-country')
    const first = country.locator('label').first()
    const [label = '', count = ''] = (await first.innerText())
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    await first.click()
    await page.locator('.facets button').click()
    await page.waitForURL(/country=[A-Z]{2}/)
    expect((await chips(page)).map((chip) => chip.split('\n')[0])).toEqual([
      `Country: ${label}`,
      'Words: talks',
      'From 2014',
    ])
    expect(await page.locator('.count').innerText()).toMatch(new RegExp(`^${count} rounds?$`))
    await page.context().close()
  },
)

test('on a phone the line above the list leads into the folded facets, without scripts too', async () => {
  const page = await at('/?process=minsk-agreements', {
    viewport: { width: 390, height: 800 },
    javaScriptEnabled: false,
  })
  const choice = page.locator('#by-country label').first()
  expect(await choice.isVisible()).toBe(false)
  await page.locator('.jump-all').click()
  expect(await choice.isVisible()).toBe(true)
  await page.context().close()
})

test('a link is copied at one press, a citation by its button', async () => {
  const page = await at('/rounds?status=held', { permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const bar = page.locator('.view-bar')
  await bar.getByText('Copy link').click()
  await bar.getByText('Copied.').waitFor()
  expect(await clipboard()).toBe(`${program.address}/rounds?status=held`)
  await bar.getByText('Cite this view').click()
  await bar.getByRole('button', { name: 'Copy' }).click()
  await expect
    .poll(clipboard)
    .toMatch(/^Parley, “Rounds of talks; status: Held”, \d+ rounds, as known on .*known=\d{4}-\d\d-\d\d$/)
  await page.context().close()
})

test('without scripts the address stands there to be selected, and nothing is offered that would not work', async () => {
  const page = await at('/rounds?status=held', { javaScriptEnabled: false })
  await page.locator('.view-bar summary', { hasText: 'Copy link' }).click()
  expect(await page.getByLabel('Address of this view').inputValue()).toBe(
    `${program.address}/rounds?status=held`,
  )
  await page.locator('.view-bar summary', { hasText: 'Cite' }).click()
  expect(await page.locator('.view-bar').getByRole('button', { name: 'Copy' }).count()).toBe(0)
  await page.context().close()
})
