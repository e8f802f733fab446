import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
beforeAll(async () => {
  program = await theProgram()
}, 60_000)

const talks = 'process=russia-ukraine-direct-talks&from=2025-04-01&to=2025-12-31&known=2025-09-01'

async function open(query: string): Promise<Page> {
  const page = await (await theBrowser()).newPage()
  await page.goto(`${program.address}/?${query}`)
  await page.getByRole('status').filter({ hasText: 'rounds' }).waitFor()
  return page
}

test('proposals are switched on and off, in the address, in the picture and in the list', async () => {
  const page = await open(talks)
  expect(await page.locator('.strip-mark').count()).toBe(0)
  await page.locator('.lanes-form summary').click()
  const box = page.getByRole('checkbox', { name: 'Proposals', exact: true })
  await box.check()
  await page.locator('.strip-mark').first().waitFor()
  await page.locator('#proposal-1').waitFor()
  expect(page.url()).toContain('lanes=proposals')
  expect(page.url()).toContain('known=2025-09-01')
  await box.uncheck()
  await page.locator('#proposal-1').waitFor({ state: 'detached' })
  expect(page.url()).not.toContain('lanes=')
  await page.close()
})

test('the keys lead from a round to the steps of a thread, read them aloud and open its page', async () => {
  const page = await open(`${talks}&lanes=proposals`)
  const status = page.locator('.timeline-status')
  await page.locator('#timeline').focus()
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await status.filter({ hasText: 'deferred by Russian Federation' }).waitFor()
  expect(await status.textContent()).toMatch(/^Leaders' meeting.*proposed by Ukraine.*Lapsed.*\d+ of \d+\.$/)
  await page.locator('.strip-mark.is-selected').waitFor()
  expect(await page.locator('#proposal-1').getAttribute('class')).toContain('is-selected')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${program.address}/proposals/1?known=2025-09-01`)
  await page.close()
})

test('the head of proposals folds and unfolds its lanes, by mouse and by keys, in the address and in the form', async () => {
  const page = await open(`${talks}&lanes=proposals&lanes=commitments`)
  const head = page.getByRole('button', { name: 'Proposals', exact: true })
  const lanes = page.locator('.vis-label.thread-group')
  const all = await lanes.count()
  await head.click()
  await expect.poll(() => lanes.count()).toBeLessThan(all)
  await page.waitForURL(/fold=proposals/)
  expect(await head.getAttribute('aria-expanded')).toBe('false')
  await page
    .locator('.timeline-status')
    .filter({ hasText: /[1-9]\d* proposals/ })
    .waitFor()
  await page.locator('#timeline').focus()
  for (const key of ['Home', 'ArrowDown']) await page.keyboard.press(key)
  await page
    .locator('.timeline-status')
    .filter({ hasText: /^Proposals, \d+ proposals in the window, folded\.$/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => lanes.count()).toBe(all)
  await page.locator('.lane-button[aria-expanded=true]:focus').filter({ hasText: 'Proposals' }).waitFor()
  await page.waitForURL((url) => !url.search.includes('fold='))
  await page.locator('.lanes-form summary').click()
  await page.getByRole('checkbox', { name: 'Commitments, folded' }).check()
  await page.waitForURL(/fold=commitments/)
  await page.reload()
  await page.locator('.lane-button[aria-expanded=false]').filter({ hasText: 'Commitments' }).waitFor()
  expect(await page.locator('.strip-mark').count()).toBeGreaterThan(0)
  await page.close()
})
