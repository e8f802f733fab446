import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { anybody, bothWays, field, page, save, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

const ROUND = '/rounds/1001'
/** Wherever a reader might come upon it, and by which words. */
const everywhere: Array<[path: string, words: string]> = [
  [ROUND, 'Zinnober House'],
  [`${ROUND}/history`, 'Zinnober House'],
  ['/rounds?q=Zinnober', 'Zinnober House'],
  ['/rounds.csv', 'Zinnober House'],
  ['/rounds.json', 'Zinnober House'],
  ['/changes', 'By ana'],
  ['/changes.atom', '<name>ana'],
]

describe.each(bothWays)('a second reading, $how', ({ javaScriptEnabled }) => {
  let program: Program
  let analyst: Page
  let editor: Page
  let reader: Page
  beforeAll(async () => {
    program = await theProgram()
    analyst = await page(await somebody(program, 'ana', { role: 'analyst', javaScriptEnabled }))
    editor = await page(await somebody(program, 'eve', { role: 'editor', javaScriptEnabled }))
    reader = await page(await anybody({ javaScriptEnabled }))
  }, 60_000)

  async function seenByReaders(): Promise<string[]> {
    const told = everywhere.map(async ([path, words]) => {
      const answer = await reader.request.get(program.address + path)
      return (await answer.text()).includes(words) ? [path] : []
    })
    return (await Promise.all(told)).flat()
  }

  test('an analyst sends a change to a second reader', async () => {
    await analyst.goto(`${program.address + ROUND}/edit`)
    await field(analyst, 'result').fill('A walk to Zinnober House.')
    await save(analyst, 'Send to a second reader')
    await analyst.waitForURL(/\/desk\/drafts\/\d+$/)
    expect(await analyst.getByRole('main').innerText()).toContain('Waiting for a second reader')
    expect(await seenByReaders()).toEqual([])
  })

  test('the editor sends it back, which needs a remark', async () => {
    await sendBack('')
    const fault = editor.getByRole('alert').filter({ hasText: 'There is a problem' })
    await fault.getByRole('link', { name: 'Remark must not be empty' }).click()
    expect(await editor.evaluate(() => document.activeElement?.id)).toBe('remark')
    await editor.getByLabel('Remark').fill('Who walked?')
    await editor.getByRole('button', { name: 'Send back' }).click()
    await editor.waitForURL(`${program.address}/desk`)
    expect(await editor.locator('#review').innerText()).toContain('Nothing waits to be read.')
  })

  test('the analyst finds the remark at the desk and above the form, and sends it anew', async () => {
    await mend('Who walked?', 'Two delegates walked to Zinnober House.')
    expect(await seenByReaders()).toEqual([])
  })

  test('it goes back a second time, and is mended again', async () => {
    await sendBack('On which day?')
    await editor.waitForURL(`${program.address}/desk`)
    await mend('On which day?', 'On 23 July two delegates walked to Zinnober House.')
    expect(await seenByReaders()).toEqual([])
  })

  test('it is published, under both names, and only now seen by readers', async () => {
    await openWaiting()
    const steps = await editor
      .getByRole('region', { name: 'What became of it' })
      .locator('li')
      .allInnerTexts()
    expect(steps.map((step) => step.replace(/, \d.*/s, ''))).toEqual([
      'Submitted by ana',
      'Sent back by eve',
      'Submitted by ana',
      'Sent back by eve',
      'Submitted by ana',
    ])
    await editor.getByRole('button', { name: 'Publish' }).click()
    await editor.waitForURL(program.address + ROUND)
    await reader.goto(program.address + ROUND)
    expect(await reader.getByRole('main').innerText()).toContain(
      'On 23 July two delegates walked to Zinnober House.',
    )
    await reader.getByRole('link', { name: 'History', exact: true }).first().click()
    await reader.waitForURL(/\/history$/)
    expect(await reader.locator('.saving').first().innerText()).toMatch(/ana.*eve/s)
    expect(await seenByReaders()).toEqual(everywhere.map(([path]) => path))
  })

  async function openWaiting(): Promise<void> {
    await editor.goto(`${program.address}/desk`)
    await editor
      .locator('#review li')
      .first()
      .getByRole('link', { name: /^Read it/ })
      .click()
    await editor.waitForURL(/\/desk\/drafts\/\d+$/)
  }

  async function sendBack(remark: string): Promise<void> {
    await openWaiting()
    await editor.getByLabel('Remark').fill(remark)
    await editor.getByRole('button', { name: 'Send back' }).click()
  }

  async function mend(remark: string, result: string): Promise<void> {
    await analyst.goto(`${program.address}/desk`)
    const draft = analyst.locator('#drafts li').first()
    expect(await draft.innerText()).toContain(remark)
    await draft.getByRole('link', { name: /^Go on writing/ }).click()
    await analyst
      .getByRole('status')
      .filter({ hasText: `Sent back by eve: “${remark}”` })
      .waitFor()
    await field(analyst, 'result').fill(result)
    await save(analyst, 'Send to a second reader')
    await analyst.waitForURL(/\/desk\/drafts\/\d+$/)
  }
})
