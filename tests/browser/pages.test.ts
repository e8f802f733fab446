import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

/** Matters of taste in the source, not of what browsers and readers get. */
const formatting = {
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
} as const

const SEED = 1001
const PASSWORD = 'a password of the tests'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

const readers = [
  '/',
  '/rounds',
  '/rounds?q=istanbul&country=TR&from=2025',
  '/rounds?q=nothing+of+the+sort',
  `/rounds/${SEED}`,
  '/rounds/11004',
  '/processes',
  '/processes/russia-ukraine-direct-talks',
  '/processes/westphalia',
  '/people',
  '/people/2',
  '/parties',
  '/parties/1',
  '/venues',
  '/venues/5',
  '/sources',
  '/sources/1001',
  '/codebook',
  `/rounds/${SEED}?known=2025-07-24`,
  '/commitments',
  '/commitments/1001',
  '/?lanes=proposals',
  '/proposals',
  '/proposals/1006',
  '/disputes',
  `/rounds/${SEED}/evidence`,
  `/rounds/${SEED}/evidence/duration_minutes`,
  '/outcomes/1002/evidence/wording',
  '/outcomes/1002/evidence/wording?known=2025-07-24',
  '/since?known=2025-07-24&process=russia-ukraine-direct-talks',
  '/issues',
  '/issues/ceasefire?party=2',
  '/processes/northern-ireland-talks',
  '/changes',
  '/changes?record=round&who=nobody',
  '/changes/1',
  `/rounds/${SEED}/history`,
  `/rounds/${SEED}/versions/1?against=1`,
  `/rounds/${SEED}/history?known=2025-07-24`,
  '/sign-in',
  '/nowhere',
  '/rounds?colour=red',
]
const analysts = [
  '/rounds/new',
  `/rounds/${SEED}/edit`,
  `/rounds/${SEED}/withdraw`,
  `/rounds/${SEED}/versions/1/restore`,
  `/claims/new?record=round&id=${SEED}&field=duration_minutes`,
  '/claims/1024/edit',
  '/claims/1024/withdraw',
  '/people/2/merge',
  '/people/2/merge?into=nobody',
  '/venues/5/merge?into=1',
  '/sources/1001/merge?into=1002',
  `/readings/new?record=round&id=${SEED}&field=duration_minutes`,
  '/account',
  '/desk',
  '/desk/disputes',
  '/desk/unanswered',
  '/desk/overdue',
  '/desk/unsourced',
  '/desk/duplicates',
  '/desk/imports',
  '/desk/add',
  '/people/2/edit',
  '/venues/new',
  '/processes/russia-ukraine-direct-talks/edit',
  '/proposals/1006/edit',
  '/commitments/1001/edit',
  `/sessions/new?round_id=${SEED}`,
  '/sources/1001/edit',
  '/parties/1/withdraw',
  '/proposals?process=russia-ukraine-direct-talks',
]
const administrators = ['/accounts', '/accounts/1/reset', '/accounts/audit', '/accounts/audit?who=nobody']

let program: Program
let signedIn: Record<'ana' | 'ada', StorageState>
beforeAll(async () => {
  program = await theProgram()
  await program.run('account', ['add', 'ana', '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
  await program.run('account', ['add', 'ada', '--role', 'administrator', '--password-stdin'], `${PASSWORD}\n`)
  signedIn = { ana: await signIn('ana'), ada: await signIn('ada') }
}, 60_000)

async function open(
  path: string,
  options: { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean } = {},
): Promise<Page> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.scheme ?? 'light',
    javaScriptEnabled: options.scripts ?? true,
    ...stateFor(path),
  })
  const page = await context.newPage()
  await page.goto(program.address + path, {
    waitUntil: path.startsWith('/?') || path === '/' ? 'networkidle' : 'load',
  })
  return page
}

/** Each signs in once; every page of theirs begins from there. */
async function signIn(name: string): Promise<StorageState> {
  const page = await (await theBrowser()).newPage()
  await page.goto(`${program.address}/sign-in`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${program.address}/`)
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

function stateFor(path: string): { storageState?: StorageState } {
  if (administrators.includes(path)) return { storageState: signedIn.ada }
  return analysts.includes(path) ? { storageState: signedIn.ana } : {}
}

describe.each([...readers, ...analysts, ...administrators])('%s', (path) => {
  test('axe finds nothing, in light and in dark', async () => {
    const page = await open(path)
    expect(await faultsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('fits a phone of 320 px without sideways scrolling, with scripts and without', async () => {
    for (const scripts of [true, false]) {
      const page = await open(path, { width: 320, scripts })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.context().close()
    }
  })

  test('loads nothing from elsewhere, breaks no content policy and throws nothing', async () => {
    const browser = await theBrowser()
    const context = await browser.newContext(stateFor(path))
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
    const page = await open(path, { scripts: false })
    const html = (await (await page.goto(program.address + path))?.text()) ?? ''
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
