import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeBareRounds } from '../../src/bench/synthetic/bare.ts'
import { whenDone } from '../closing.ts'
import { theBrowser } from './browser.ts'
import { theProgram } from './program.ts'

/** Bytes of an answer as they travel. */
function bytesOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    })
    asking.on('error', reject).end()
  })
}

const all = 'from=1945-01-01&to=2026-12-31'
const near = 'from=1984-03-01&to=1984-04-15'

describe.each([100, 100_000])('with %i rounds', (rounds) => {
  let address: string
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-many-'))
    whenDone(() => rmSync(folder, { recursive: true, force: true }))
    makeBareRounds(join(folder, 'record.sqlite'), rounds)
    address = (await theProgram(join(folder, 'record.sqlite'))).address
  })

  async function open(query: string): Promise<Page> {
    const page = await (await theBrowser()).newPage({ viewport: { width: 1280, height: 900 } })
    await page.addInitScript(() => {
      const seen = { shift: 0, long: 0 }
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${address}/?${query}`)
    await page.getByRole('status').filter({ hasText: 'round' }).waitFor()
    await page.waitForTimeout(600)
    return page
  }
  const elements = (page: Page) => page.locator('#timeline *').count()
  const shift = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift)

  test('the page and each window stay small', async () => {
    expect(await bytesOf(`${address}/?${all}`)).toBeLessThan(60_000)
    for (const window of [all, near, 'from=1980-01-01&to=1989-12-31'])
      expect([window, (await bytesOf(`${address}/timeline.json?${window}&px=1000`)) < 4096]).toEqual([
        window,
        true,
      ])
  })

  test('all of them are counted, and drawn with few elements', async () => {
    const page = await open(all)
    expect(await page.getByRole('status').innerText()).toContain(`${rounds.toLocaleString('en')} rounds`)
    expect(await elements(page)).toBeLessThanOrEqual(400)
    await page.close()
  })

  test('zooming and moving keep the page still and the picture bounded', async () => {
    const page = await open(near)
    await page.locator('#timeline').focus()
    for (const key of ['-', '-', 'PageDown', 'PageUp', '+', '+', '-', '-', '-', '-']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(350)
      expect(await elements(page)).toBeLessThanOrEqual(1000)
    }
    expect(await shift(page)).toBeLessThan(0.1)
    await page.close()
  })

  test('the keys lead from the whole span to a round', async () => {
    const page = await open(`${all}&open=none`)
    await page.locator('#timeline').focus()
    const item = page.locator('.vis-item').first()
    for (let step = 0; step < 6 && !(await item.isVisible()); step++) {
      await page.keyboard.press('Home')
      await page.waitForTimeout(300)
      await page.keyboard.press('Enter')
      await page.waitForTimeout(1500)
    }
    await item.waitFor()
    await page.keyboard.press('Home')
    await page.waitForTimeout(400)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/rounds\/\d+$/)
    await page.close()
  })

  test('each value of a facet leads to as many rounds as it says', async () => {
    const page = await (await theBrowser()).newPage()
    await page.goto(`${address}/rounds`)
    const box = page.getByRole('group', { name: 'Process' }).locator('label').first()
    const said = await box.locator('b').innerText()
    await box.click()
    await page.locator('.facets').getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/process=/)
    expect(await page.locator('.count').innerText()).toBe(`${said} rounds`)
    await page.close()
  })
})
