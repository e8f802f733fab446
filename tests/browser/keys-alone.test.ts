import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { importing, page, somebody } from './desk.ts'
import { pressOn, reach } from './keyboard.ts'
import { type Program, theProgram } from './program.ts'

const ROUND = '/rounds/1001'
const UMEROV = '/people/2'
const TWIN = '/people/90001'

let program: Program
let analyst: Page
let editor: Page
beforeAll(async () => {
  program = await theProgram()
  await importing(program, { 'person.csv': 'id,name,note\n90001,Rustem Umierov,Of another list.\n' })
  analyst = await page(await somebody(program, 'ana', { role: 'analyst' }))
  editor = await page(await somebody(program, 'eve', { role: 'editor' }))
}, 60_000)

test('a second reading by keyboard alone: sent back, mended, published', async () => {
  await analyst.goto(`${program.address + ROUND}/edit`)
  await reach(analyst, 'Title')
  await analyst.keyboard.press('Control+A')
  await analyst.keyboard.type('Istanbul, by keyboard')
  await analyst.keyboard.press('Control+Enter')
  await analyst.waitForURL(/\/desk\/drafts\/\d+$/)

  await editor.goto(`${program.address}/desk`)
  await pressOn(editor, /^Read it/)
  await editor.waitForURL(/\/desk\/drafts\/\d+$/)
  await reach(editor, 'Remark')
  await editor.keyboard.type('Which of the three?')
  await pressOn(editor, 'Send back')
  await editor.waitForURL(`${program.address}/desk`)

  await analyst.goto(`${program.address}/desk`)
  await pressOn(analyst, /^Go on writing/)
  await analyst.waitForURL(/\/edit\?draft=\d+$/)
  await reach(analyst, 'Title')
  await analyst.keyboard.press('End')
  await analyst.keyboard.type(', the third')
  await analyst.keyboard.press('Control+Enter')
  await analyst.waitForURL(/\/desk\/drafts\/\d+$/)

  await editor.goto(`${program.address}/desk`)
  await pressOn(editor, /^Read it/)
  await editor.waitForURL(/\/desk\/drafts\/\d+$/)
  await pressOn(editor, 'Publish')
  await editor.waitForURL(program.address + ROUND)
  expect(await editor.getByRole('heading', { level: 1 }).innerText()).toBe('Istanbul, by keyboard, the third')
})

test('merged and undone by keyboard alone', async () => {
  await editor.goto(`${program.address}/desk`)
  await pressOn(editor, /^Compare.*Umierov/)
  await editor.waitForURL(/\/desk\/duplicates/)
  await pressOn(editor, /^Merge/)
  await editor.waitForURL(/\/merge\?into=\d+$/)
  await reach(editor, 'Reason')
  await editor.keyboard.type('The same man, spelt otherwise.')
  await pressOn(editor, 'Merge the two')
  await editor.waitForURL(program.address + UMEROV)
  await pressOn(editor, 'Merge with another')
  await editor.waitForURL(/\/merge$/)
  await pressOn(editor, /^Undo/)
  await editor.waitForURL(/\/undo$/)
  await reach(editor, 'Reason')
  await editor.keyboard.type('Brothers after all.')
  await editor.keyboard.press('Control+Enter')
  await editor.waitForURL(program.address + TWIN)
})
