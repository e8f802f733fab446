import type { Browser, Page, Response } from 'playwright-core'
import { DRAWN, watch } from './in-browser.ts'

export const PATIENCE_MS = 60_000

/** A window of a browser that has been nowhere yet. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(PATIENCE_MS)
  // What runs our programs keeps the names of functions by a call that the page does not know.
  await page.addInitScript('globalThis.__name = (it) => it')
  await page.addInitScript(watch, DRAWN)
  return page
}

/** @returns the answer, when something of it is drawn */
export async function open(page: Page, address: string): Promise<Response | null> {
  const answer = await page.goto(address)
  await page.waitForFunction(() => window.watched.first !== null)
  return answer
}

export async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await newPage(browser)
  await open(page, address)
  return page
}
