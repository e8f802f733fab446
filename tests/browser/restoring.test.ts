import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

const PASSWORD = 'a password of the tests'
const ROUND = 1001
const TITLE = 'Istanbul, 23 July 2025'

let program: Program
beforeAll(async () => {
  program = await theProgram()
  await program.run('account', ['add', 'ana', '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
}, 60_000)

async function signedIn(javaScriptEnabled: boolean): Promise<Page> {
  const context = await (await theBrowser()).newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${program.address}/sign-in?next=/rounds/${ROUND}/edit`)
  await page.getByLabel('Name').fill('ana')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/edit$/)
  return page
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('an analyst sees in the history that a title went wrong, and restores it, %s', async (_how, scripts) => {
  const page = await signedIn(scripts)
  const main = page.getByRole('main')
  await main.locator('[name="title"]').fill('Istanbul, July')
  await main.getByRole('button', { name: 'Save the round' }).last().click()
  await page.waitForURL(/\/rounds\/\d+$/)
  expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe('Istanbul, July')

  await main.getByRole('link', { name: 'History' }).click()
  await page.waitForURL(/\/history$/)
  const step = main.locator('.deed', { hasText: 'Istanbul, July' }).first()
  expect(await step.locator('del').allInnerTexts()).not.toEqual([])
  await step.getByRole('link', { name: /^Version/ }).click()
  await page
    .getByRole('link', { name: /^Version/, exact: false })
    .first()
    .click()
  await page.waitForURL(/\/versions\/\d+$/)
  await main.getByRole('link', { name: 'Restore this version' }).click()
  await main.getByLabel('Reason').fill('The day belongs into the title')
  await main.getByRole('button', { name: 'Restore it' }).click()
  await page.waitForURL(/\/history$/)
  expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(`History of ${TITLE}`)
  expect(await main.innerText()).toContain('restored: The day belongs into the title')
  await page.goto(`${program.address}/rounds/${ROUND}`)
  expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
  await page.context().close()
})
