import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { field, signIn, somebody, told } from './desk.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
let context: BrowserContext
beforeAll(async () => {
  program = await theProgram()
  context = await somebody(program, 'ana')
}, 60_000)

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(program.address + path)
  return page
}

/** Sent by the page itself, to be kept. */
function keepings(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.postData()?.includes('_act=keep')) sent.push(request.url())
  })
  return sent
}

test('what was typed survives a closed tab, at the address that the form took', async () => {
  const page = await open('/rounds/new')
  await field(page, 'title').fill('Half a round')
  await field(page, 'delegations.1.people.0.person').fill('Somebody New')
  await told(page, /^Draft kept \d\d:\d\d$/)
  const address = page.url()
  expect(address).toMatch(/\/rounds\/new\?draft=\d+$/)
  // Typed, and the tab closed before typing has rested.
  await field(page, 'venue').fill('A house by the sea')
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => kept(address, 'venue')).toBe('A house by the sea')
  expect(await kept(address, 'title')).toBe('Half a round')
  expect(await kept(address, 'delegations.1.people.0.person')).toBe('Somebody New')
})

async function kept(address: string, name: string): Promise<string> {
  const page = await open(address.slice(program.address.length))
  const value = await field(page, name).inputValue()
  await page.close()
  return value
}

test('without scripts the button keeps it, and leads to the same address', async () => {
  const plain = await context
    .browser()
    ?.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
  const page = (await plain?.newPage()) as Page
  await page.goto(`${program.address}/rounds/new`)
  await field(page, 'title').fill('Kept by hand')
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await page.waitForURL(/\/rounds\/new\?draft=\d+$/)
  const address = page.url()
  await page.close()
  expect(await kept(address, 'title')).toBe('Kept by hand')
  await plain?.close()
})

test('Ctrl+S and the button keep it at once, and the page stays', async () => {
  const page = await open('/rounds/new')
  const sent = keepings(page)
  await field(page, 'title').fill('At once')
  await page.keyboard.press('Control+s')
  await told(page, /^Draft kept/)
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await expect.poll(() => sent.length).toBe(2)
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
  expect(await kept(page.url(), 'title')).toBe('At once')
  await page.close()
})

test('nothing is kept before anything was typed, nor where the typing was undone', async () => {
  const page = await open('/rounds/1001/edit')
  const sent = keepings(page)
  await field(page, 'title').focus()
  await page.waitForTimeout(2000)
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(2000)
  await page.goto(`${program.address}/rounds`)
  expect(sent).toEqual([])
  await page.close()
})

test('one request at a time, and what is typed meanwhile goes with the next', async () => {
  const page = await open('/rounds/new')
  const sent = keepings(page)
  await page.route('**/rounds/new', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await field(page, 'title').fill('One')
  await expect.poll(() => sent.length, { timeout: 5000 }).toBe(1)
  for (const title of ['One, two', 'One, two, three']) await field(page, 'title').fill(title)
  await told(page, /^Draft kept/)
  await expect.poll(() => sent.length, { timeout: 5000 }).toBe(2)
  await page.waitForTimeout(2000)
  expect(sent).toHaveLength(2)
  expect(await kept(page.url(), 'title')).toBe('One, two, three')
  await page.close()
})

test('who was signed out signs in in another tab and goes on', async () => {
  const own = await somebody(program, 'ben')
  const page = await own.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${program.address}/rounds/new`)
  const other = await own.newPage()
  await other.goto(`${program.address}/rounds`)
  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.close()
  await field(page, 'title').fill('Typed while signed out')
  await told(page, 'You are signed out: sign in in another tab, then go on. Nothing typed is lost.')
  const opened = own.waitForEvent('page')
  await page.getByRole('link', { name: 'sign in in another tab' }).click()
  const tab = await opened
  await signIn(tab, 'ben')
  await tab.close()
  await told(page, /^Draft kept/)
  expect(page.url()).toMatch(/\?draft=\d+$/)
  await own.close()
})

test('without a connection it says so, warns who leaves, and tries again', async () => {
  const page = await open('/rounds/new')
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    dialog.dismiss()
  })
  await context.setOffline(true)
  await field(page, 'title').click()
  await page.keyboard.type('Far out at sea')
  await told(page, 'Not kept yet: no connection')
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toBe(1)
  await context.setOffline(false)
  await told(page, /^Draft kept/)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
  expect(asked).toBe(1)
})

test('the back button leads to a form that keeps nothing by itself', async () => {
  const page = await open('/rounds/new')
  await field(page, 'track_id').selectOption({ label: 'Istanbul talks 2025' })
  await field(page, 'title').fill('Saved once')
  await field(page, 'date').fill('5 September 2025')
  await told(page, /^Draft kept/)
  const draft = page.url()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/rounds\/\d+$/)
  const sent = keepings(page)
  await page.goBack()
  await field(page, 'title').waitFor()
  await page.waitForTimeout(2000)
  await page.goForward()
  await page.waitForTimeout(500)
  expect(sent).toEqual([])
  expect((await page.goto(draft))?.status()).toBe(404)
  await page.close()
})

test('a form that the browser brings back as it was left keeps nothing until somebody types on', async () => {
  const page = await open('/rounds/new')
  const sent = keepings(page)
  await field(page, 'title').fill('Left behind')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForTimeout(2000)
  expect(sent).toEqual([])
  await field(page, 'title').fill('Typed on')
  await told(page, /^Draft kept/)
  await page.close()
})

test('a form that is saved while it is being kept leaves no draft behind', async () => {
  const page = await open('/rounds/new')
  let draft = 0
  const sent = keepings(page)
  await page.route('**/rounds/new', async (route) => {
    if (!route.request().postData()?.includes('_act=keep')) return route.continue()
    await new Promise((go) => setTimeout(go, 1000))
    const response = await route.fetch()
    draft = (await response.json()).draft
    await route.fulfill({ response })
  })
  await field(page, 'track_id').selectOption({ label: 'Istanbul talks 2025' })
  await field(page, 'title').fill('Saved in a hurry')
  await field(page, 'date').fill('6 September 2025')
  await expect.poll(() => sent.length, { timeout: 5000 }).toBe(1)
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/rounds\/\d+$/)
  expect(draft).toBeGreaterThan(0)
  expect((await page.goto(`${program.address}/rounds/new?draft=${draft}`))?.status()).toBe(404)
  await page.close()
})
