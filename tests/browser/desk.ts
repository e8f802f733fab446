import type { BrowserContext, Page } from 'playwright-core'
import { theBrowser } from './browser.ts'
import type { Program } from './program.ts'

const PASSWORD = 'a password of the tests'

/** A browser of somebody with an account of this role. */
export async function somebody(
  program: Program,
  name: string,
  options: Parameters<Awaited<ReturnType<typeof theBrowser>>['newContext']>[0] = {},
): Promise<BrowserContext> {
  await program.run('account', ['add', name, '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
  const context = await (await theBrowser()).newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await page.goto(`${program.address}/sign-in`)
  await signIn(page, name)
  await page.close()
  return context
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

/** Waits until the status at the end of the form says so. */
export function told(page: Page, words: string | RegExp): Promise<void> {
  return page.locator('[data-keep-status]').filter({ hasText: words }).waitFor()
}
