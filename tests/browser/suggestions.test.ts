import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
beforeAll(async () => {
  program = await theProgram()
}, 60_000)

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await (await theBrowser()).newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(program.address + path)
  return page
}

const box = (page: Page) => page.locator('.bar-search [type="search"]')
const options = (page: Page) => page.locator('.bar-search [role="option"]')

describe('suggestions in the head of every page', () => {
  test('come as one types, are walked with the arrows and opened with Enter', async () => {
    const page = await open('/processes')
    expect(await page.locator('.bar-search [role="listbox"]').count()).toBe(0)
    await box(page).pressSequentially('ruste')
    await options(page).first().waitFor()
    expect(await box(page).getAttribute('aria-expanded')).toBe('true')
    expect(await faultsOf(page)).toEqual([])
    const count = await options(page).count()
    await page.keyboard.press('ArrowUp')
    expect(
      await options(page)
        .nth(count - 1)
        .getAttribute('aria-selected'),
    ).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('ArrowDown')
    const first = options(page).first()
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
    expect(await first.textContent()).toContain('Rustem Umerov')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${program.address}/people/2`)
    await page.context().close()
  })

  test('are left with Escape, and what was typed is then searched', async () => {
    const page = await open('/rounds?known=2025-07-24')
    await box(page).pressSequentially('istanb')
    await options(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await options(page).first().waitFor({ state: 'detached' })
    expect(await box(page).inputValue()).toBe('istanb')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${program.address}/search?known=2025-07-24&q=istanb`)
    await page
      .getByRole('heading', { name: /rounds$/ })
      .first()
      .waitFor()
    await page.context().close()
  })

  test('follow what is typed last: an answer that comes late is not shown', async () => {
    const page = await open('/processes')
    let asked = 0
    await page.route('**/search/suggest?*', async (route) => {
      const isFirst = asked++ === 0
      if (isFirst) await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue().catch(() => {})
    })
    await box(page).pressSequentially('ist')
    await page.waitForTimeout(250)
    await box(page).fill('rustem')
    await options(page).first().waitFor()
    await page.waitForTimeout(700)
    expect(asked).toBe(2)
    expect(await options(page).first().textContent()).toContain('Rustem Umerov')
    await page.context().close()
  })

  test('are opened by a press', async () => {
    const page = await open('/processes')
    await box(page).pressSequentially('ciragan')
    await options(page).first().click()
    await page.waitForURL(/\/venues\/\d+$/)
    await page.context().close()
  })
})

test('without scripts the box is a form, and the page of findings is all there', async () => {
  const page = await open('/processes', false)
  await box(page).fill('ciragan')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${program.address}/search?q=ciragan`)
  expect(await page.locator('main mark').first().textContent()).toBe('Çırağan')
  await page.locator('.search-help summary').click()
  expect(await page.locator('.search-help dt').count()).toBe(5)
  await page.context().close()
})
