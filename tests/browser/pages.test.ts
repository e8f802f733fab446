import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page, Response } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { administrators, authors, editors, readers, refused, SEED } from './addresses.ts'
import { article, pasteArticle, tick } from './article.ts'
import { faultsOf } from './axe.ts'
import { theBrowser } from './browser.ts'
import { field, page, save, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

/** Matters of taste in the source, not of what browsers and readers get. */
const formatting = {
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
} as const

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

type Who = 'ada' | 'ana' | 'ben' | null

let program: Program
let signedIn: Record<NonNullable<Who>, StorageState>
beforeAll(async () => {
  program = await theProgram()
  const javaScriptEnabled = false
  const ana = await somebody(program, 'ana', { role: 'editor', javaScriptEnabled })
  const ben = await somebody(program, 'ben', { role: 'analyst', javaScriptEnabled })
  const ada = await somebody(program, 'ada', { role: 'administrator', javaScriptEnabled })
  await handIn(program, await page(ben))
  await sendBack(program, await page(ana))
  signedIn = { ada: await ada.storageState(), ana: await ana.storageState(), ben: await ben.storageState() }
}, 60_000)

interface Opened {
  page: Page
  answer: Response | null
  /** What it asked for elsewhere, what its content policy refused, and what it threw. */
  told: string[]
}

async function open(
  path: string,
  who: Who,
  { width = 1280, scripts = true }: { width?: number; scripts?: boolean } = {},
): Promise<Opened> {
  const context = await (await theBrowser()).newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
    ...stateOf(who),
  })
  const page = await context.newPage()
  const told: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(program.address) && !request.url().startsWith('data:'))
      told.push(request.url())
  })
  page.on('pageerror', (error) => told.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) told.push(message.text())
  })
  const isDrawn = scripts && /^\/($|\?|embed)/.test(path)
  const answer = await page.goto(program.address + path, { waitUntil: isDrawn ? 'networkidle' : 'load' })
  return { page, answer, told }
}

/** One text, one round that waits, and a change that was sent back, each through its form. */
async function handIn({ address }: Program, ben: Page): Promise<void> {
  await ben.goto(`${address}/desk/intake`)
  await pasteArticle(ben)
  await tick(ben, article.ticks)
  await field(ben, 'track').selectOption({ label: 'Istanbul talks 2025' })
  await ben.getByRole('button', { name: 'Take what is ticked into the form' }).click()
  await field(ben, 'title').fill('Istanbul, 11 September 2025')
  await save(ben, 'Send to a second reader')
  await ben.waitForURL(`${address}/desk/drafts/1`)
  await ben.goto(`${address}/rounds/${SEED}/edit`)
  await field(ben, 'result').fill('A walk by the sea.')
  await save(ben, 'Send to a second reader')
  await ben.waitForURL(`${address}/desk/drafts/2`)
}

async function sendBack({ address }: Program, ana: Page): Promise<void> {
  await ana.goto(`${address}/desk/drafts/2`)
  await ana.getByLabel('Remark').fill('Who walked?')
  await ana.getByRole('button', { name: 'Send back' }).click()
  await ana.waitForURL(`${address}/desk`)
}

const seen = [
  ...readers.map((path) => ({ path, who: null })),
  ...editors.map((path) => ({ path, who: 'ana' as const })),
  ...authors.map((path) => ({ path, who: 'ben' as const })),
  ...administrators.map((path) => ({ path, who: 'ada' as const })),
]

function stateOf(who: Who): { storageState?: StorageState } {
  return who === null ? {} : { storageState: signedIn[who] }
}

describe.each(seen)('$path', ({ path, who }) => {
  test('axe finds nothing, in light and in dark; it loads nothing from elsewhere, breaks no content policy and throws nothing', async () => {
    const { page, told } = await open(path, who)
    expect(await faultsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOf(page)).toEqual([])
    expect(told).toEqual([])
    await page.context().close()
  })

  test('fits a phone of 320 px without sideways scrolling', async () => {
    const { page } = await open(path, who, { width: 320 })
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  test('without scripts it fits too, and is valid HTML', async () => {
    const { page, answer } = await open(path, who, { width: 320, scripts: false })
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    expect(answer?.status()).toBe(refused[path] ?? 200)
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: formatting,
    }).validateString((await answer?.text()) ?? '')
    const told = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
    )
    expect(told).toEqual([])
    await page.context().close()
  })
})

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}
