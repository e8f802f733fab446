import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../src/bench/chromium.ts'
import { whenDone } from '../closing.ts'

let running: Browser | null = null

/** One for all tests of a file. Without any browser the run fails: it is never skipped. */
export async function theBrowser(): Promise<Browser> {
  if (running) return running
  running = await launchBrowser()
  whenDone(async () => {
    await running?.close()
    running = null
  })
  return running
}
