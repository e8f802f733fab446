import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { bothWays, field, page, save, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

const ROUND = '/rounds/1001'

describe.each(bothWays)('two people on one round, $how', ({ javaScriptEnabled }) => {
  let program: Program
  let first: Page
  let second: Page
  beforeAll(async () => {
    program = await theProgram()
    first = await page(await somebody(program, 'ana', { javaScriptEnabled }))
    second = await page(await somebody(program, 'ben', { javaScriptEnabled }))
    for (const one of [first, second]) await one.goto(`${program.address + ROUND}/edit`)
  }, 60_000)

  test('the first saves', async () => {
    await field(first, 'title').fill('Istanbul, the third time')
    await field(first, 'summary').fill('In the words of Ana.')
    await field(first, 'result').fill('Ana’s result.')
    await save(first, 'Save the round')
    await first.waitForURL(program.address + ROUND)
  })

  test('the second is shown what both changed, and that the rest was taken over; nothing typed is lost', async () => {
    await field(second, 'title').fill('Istanbul, July')
    await field(second, 'summary').fill('In the words of Ben.')
    await save(second, 'Save the round')
    const told = second.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' })
    await told.waitFor()
    expect(await told.innerText()).toContain('What only they changed was taken over: Result.')
    expect(await told.getByRole('group').allInnerTexts()).toEqual([
      expect.stringMatching(
        /^Title\s+Yours Istanbul, July\s+Theirs, in the record now Istanbul, the third time$/,
      ),
      expect.stringMatching(
        /^Summary\s+Yours In the words of Ben\.\s+Theirs, in the record now In the words of Ana\.$/,
      ),
    ])
    expect(await field(second, 'title').inputValue()).toBe('Istanbul, July')
    expect(await field(second, 'result').inputValue()).toBe('Ana’s result.')
    expect(await (await second.request.get(program.address + ROUND)).text()).not.toContain('words of Ben')
  })

  test('chooses field by field, and saves', async () => {
    await second
      .getByRole('group', { name: 'Title' })
      .getByRole('radio', { name: /^Theirs/ })
      .check()
    await save(second, 'Save the round')
    await second.waitForURL(program.address + ROUND)
    const main = second.getByRole('main')
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe('Istanbul, the third time')
    const text = await main.innerText()
    expect(text).toContain('In the words of Ben.')
    expect(text).toContain('Ana’s result.')
  })
})
