import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PASSWORD = 'a password of the tests'
const PAIR = '/desk/duplicates/person/2/90001'

const files = {
  'person.csv':
    'id,name,note\n90001,Rustem Umierov,\n90002,"Medinsky, Vladimir",Written as in an index of names.\n',
  'venue.csv':
    'id,name,kind,city,country,latitude,longitude,coordinate_precision,note\n90001,Ciragan Palace Kempinski,hotel,Istanbul,TR,41.0438,29.0161,building,\n',
}

const folder = mkdtempSync(join(tmpdir(), 'parley-browser-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let program: Program
let page: Page
beforeAll(async () => {
  program = await theProgram()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  await program.run('import', [folder])
  await program.run('account', ['add', 'edda', '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
  const context = await (await theBrowser()).newContext({ javaScriptEnabled: false })
  page = await context.newPage()
  await page.goto(`${program.address}/sign-in?next=/desk`)
  await page.getByLabel('Name').fill('edda')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}, 60_000)

test('the desk counts what was read twice and who read it; from there the two are compared', async () => {
  const section = page.locator('#duplicates')
  expect(await section.getByRole('heading').innerText()).toBe('Possible duplicates 3')
  expect(await page.locator('#imports li').first().innerText()).toMatch(
    /by command line\s+3 rows from 2 files · 2 people · 1 venue/,
  )
  await section
    .locator('li', { hasText: 'Rustem Umierov (90001)' })
    .getByRole('link', { name: /^Compare/ })
    .click()
  await page.waitForURL(program.address + PAIR)
})

test('two records side by side read well in light, in dark and on a phone', async () => {
  const context = await (await theBrowser()).newContext({
    storageState: await page.context().storageState(),
  })
  const seen = await context.newPage()
  await seen.goto(`${program.address}/desk/duplicates`)
  await seen.evaluate(axe)
  for (const colorScheme of ['light', 'dark'] as const) {
    await seen.emulateMedia({ colorScheme })
    const faults = await seen.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(faults).toEqual([])
  }
  await seen.setViewportSize({ width: 320, height: 800 })
  expect(await seen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const html = await (await context.request.get(`${program.address}/desk/duplicates`)).text()
  const rules = { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'void-style': 'off' } as const
  const report = await new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { ...rules, 'doctype-style': 'off' },
  }).validateString(html)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  await context.close()
})

test('an editor tells two apart without scripts, and they are gone', async () => {
  await page.getByLabel('What tells them apart').fill('Another man, of the same town.')
  await page.getByRole('button', { name: 'Not the same' }).click()
  await page.waitForURL(`${program.address}/desk/duplicates`)
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
  expect(headings).toEqual([
    'Vladimir Medinsky (1) and Medinsky, Vladimir (90002)',
    'Çırağan Palace (5) and Ciragan Palace Kempinski (90001)',
  ])
  expect((await page.goto(program.address + PAIR))?.status()).toBe(404)
})
