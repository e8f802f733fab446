import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { bothWays, importing, page, save, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

const UMEROV = '/people/2'
const TWIN = '/people/90001'
const files = { 'person.csv': 'id,name,note\n90001,Rustem Umierov,Of another list.\n' }

describe.each(bothWays)('two people who are one, $how', ({ javaScriptEnabled }) => {
  let program: Program
  let editor: Page
  beforeAll(async () => {
    program = await theProgram()
    await importing(program, files)
    editor = await page(await somebody(program, 'eve', { javaScriptEnabled }))
  }, 60_000)

  test('are found among the possible duplicates, and shown side by side', async () => {
    await editor.goto(`${program.address}/desk`)
    await editor
      .locator('#duplicates li', { hasText: 'Rustem Umierov' })
      .getByRole('link', { name: /^Compare/ })
      .click()
    await editor.getByRole('link', { name: /^Merge/ }).click()
    await editor.waitForURL(/\/merge\?into=\d+$/)
    const side = editor.getByRole('region', { name: 'Side by side' })
    expect(await side.innerText()).toMatch(/Rustem Umerov \(2\), which stays/)
    expect(await side.innerText()).toMatch(/Rustem Umierov \(90001\), which is merged/)
  })

  test('become one for a reason; the old address leads to it', async () => {
    await save(editor, 'Merge the two')
    await editor.getByRole('alert').getByRole('link', { name: 'Reason must not be empty' }).waitFor()
    await editor.getByLabel('Reason').fill('The same man, spelt otherwise.')
    await save(editor, 'Merge the two')
    await editor.waitForURL(program.address + UMEROV)
    const answer = await editor.goto(program.address + TWIN)
    expect([answer?.status(), editor.url()]).toEqual([200, program.address + UMEROV])
    await editor.goto(`${program.address}/desk`)
    expect(await editor.locator('#duplicates').innerText()).not.toContain('Umierov')
  })

  test('and are two again where it is undone', async () => {
    await editor.goto(program.address + UMEROV)
    await editor.getByRole('link', { name: 'Merge with another' }).click()
    await editor.getByRole('link', { name: /^Undo/ }).click()
    await editor.waitForURL(/\/mergers\/\d+\/undo$/)
    await editor.getByLabel('Reason').fill('Brothers after all.')
    await save(editor, 'Undo the merging')
    await editor.waitForURL(program.address + TWIN)
    expect(await editor.getByRole('heading', { level: 1 }).innerText()).toBe('Rustem Umierov')
    await editor.goto(program.address + UMEROV)
    expect(await editor.getByRole('heading', { level: 1 }).innerText()).toBe('Rustem Umerov')
  })
})
