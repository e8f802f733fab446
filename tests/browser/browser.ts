import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchBrowser } from '../../src/bench/chromium.ts'

let running: Browser | null = null
afterAll(async () => {
  await running?.close()
  running = null
})

/** One for all tests of a file. Without any browser the run fails: it is never skipped. */
export async function theBrowser(): Promise<Browser> {
  running ??= await launchBrowser()
  return running
}
