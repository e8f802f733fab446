import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { theBrowser } from './browser.ts'
import type { Program } from './program.ts'

const PASSWORD = 'a password of the tests'

/** With scripts and without: what is done at the desk is done in both. */
export const bothWays = [
  { how: 'with scripts', javaScriptEnabled: true },
  { how: 'without scripts', javaScriptEnabled: false },
]

interface Somebody extends BrowserContextOptions {
  role?: 'analyst' | 'editor' | 'administrator'
}

/** A browser of somebody with an account of this role. */
export async function somebody(
  program: Program,
  name: string,
  { role = 'editor', ...options }: Somebody = {},
): Promise<BrowserContext> {
  await program.run('account', ['add', name, '--role', role, '--password-stdin'], `${PASSWORD}\n`)
  const context = await anybody(options)
  const page = await context.newPage()
  await page.goto(`${program.address}/sign-in`)
  await signIn(page, name)
  await page.close()
  return context
}

/** Reads files of the import format into the record. */
export async function importing(program: Program, files: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-browser-files-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  await program.run('import', [folder])
  rmSync(folder, { recursive: true })
}

/** A browser of somebody without an account. */
export async function anybody(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return (await theBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options })
}

/** A page that waits no longer than it must. */
export async function page(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

/** On the sign-in page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The input of this name. */
export function field(page: Page, name: string) {
  return page.locator(`[name="${name}"]`)
}

/** Presses the button at the end of the form. */
export function save(page: Page, label: string): Promise<void> {
  return page.locator('.form-end').getByRole('button', { name: label }).click()
}

/** Waits until the status at the end of the form says so. */
export function told(page: Page, words: string | RegExp): Promise<void> {
  return page.locator('[data-keep-status]').filter({ hasText: words }).waitFor()
}
