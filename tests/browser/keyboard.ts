import type { Page } from 'playwright-core'

/** More stops than any page has on the way to what is meant. */
const MOST = 400

/** Tabs on until what is focused is called so, as somebody without a mouse does, and presses it. */
export async function pressOn(page: Page, words: string | RegExp): Promise<void> {
  await reach(page, words)
  await page.keyboard.press('Enter')
}

/** Tabs on until the focus stands where it is called so. */
export async function reach(page: Page, words: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MOST; stop++) {
    await page.keyboard.press('Tab')
    const called = await page.evaluate(calledNow)
    if (typeof words === 'string' ? called === words : words.test(called)) return
    passed.push(called)
  }
  throw new Error(`Never at ${words}, but at ${[...new Set(passed)].join(' | ')}`)
}

/** In the page: the label or the words of what is focused. */
function calledNow(): string {
  const focused = document.activeElement as HTMLInputElement | null
  const words = focused?.labels?.[0]?.textContent ?? focused?.textContent ?? ''
  return words.trim().replace(/\s+/g, ' ')
}
