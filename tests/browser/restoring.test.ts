import { beforeAll, expect, test } from 'vitest'
import { bothWays, field, page, save, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

const ROUND = '/rounds/1001'
const TITLE = 'Istanbul, 23 July 2025'

let program: Program
beforeAll(async () => {
  program = await theProgram()
}, 60_000)

test.each(bothWays)(
  'an editor sees in the history that a title went wrong, and restores it, $how',
  async ({ javaScriptEnabled }) => {
    const name = javaScriptEnabled ? 'ana' : 'ben'
    const editor = await page(await somebody(program, name, { javaScriptEnabled }))
    const main = editor.getByRole('main')
    const versions = main.getByRole('link', { name: /^Version/ })
    await editor.goto(`${program.address + ROUND}/edit`)
    await field(editor, 'title').fill('Istanbul, July')
    await save(editor, 'Save the round')
    await editor.waitForURL(program.address + ROUND)
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe('Istanbul, July')

    await main.getByRole('link', { name: 'History' }).click()
    await editor.waitForURL(/\/history$/)
    const step = main.locator('.deed', { hasText: 'Istanbul, July' }).first()
    expect(await step.locator('del').allInnerTexts()).not.toEqual([])
    await step.getByRole('link', { name: /^Version/ }).click()
    const wrong = editor.url()
    await versions.first().click()
    await editor.waitForURL(/\/versions\/\d+$/)
    await main.getByRole('link', { name: 'Restore this version' }).click()
    await main.getByLabel('Reason').fill('The day belongs into the title')
    await main.getByRole('button', { name: 'Restore it' }).click()
    await editor.waitForURL(/\/history$/)
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(`History of ${TITLE}`)
    expect(await main.innerText()).toContain('restored: The day belongs into the title')
    await editor.goto(program.address + ROUND)
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
    await editor.goto(wrong)
    expect(await main.innerText()).toContain('Istanbul, July')
  },
)
