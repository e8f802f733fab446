import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page } from 'playwright-core'
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

async function open(
  path: string,
  who: Who,
  options: { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean } = {},
): Promise<Page> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.scheme ?? 'light',
    javaScriptEnabled: options.scripts ?? true,
    ...stateOf(who),
  })
  const page = await context.newPage()
  await page.goto(program.address + path, {
    waitUntil: path.startsWith('/?') || path === '/' ? 'networkidle' : 'load',
  })
  return page
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
  test('axe finds nothing, in light and in dark', async () => {
    const page = await open(path, who)
    expect(await faultsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('fits a phone of 320 px without sideways scrolling, with scripts and without', async () => {
    for (const scripts of [true, false]) {
      const page = await open(path, who, { width: 320, scripts })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.context().close()
    }
  })

  test('loads nothing from elsewhere, breaks no content policy and throws nothing', async () => {
    const browser = await theBrowser()
    const context = await browser.newContext(stateOf(who))
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
    await page.goto(program.address + path, { waitUntil: 'networkidle' })
    expect(told).toEqual([])
    await context.close()
  })

  test('is valid HTML', async () => {
    const page = await open(path, who, { scripts: false })
    const answer = await page.goto(program.address + path)
    expect(answer?.status()).toBe(refused[path] ?? 200)
    const html = (await answer?.text()) ?? ''
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: formatting,
    }).validateString(html)
    const told = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
    )
    expect(told).toEqual([])
    await page.context().close()
  })
})
