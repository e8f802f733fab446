import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { newFolder, run } from '../process/program.ts'
import { smallRecord } from '../process/small-record.ts'

const article = (name: string) => join(ROOT, 'tests/intake/articles', name)
const intake = (database: string, ...args: string[]) =>
  run('src/commands/intake.ts', database, { args }).ended

test('npm run intake prints suggestions, checks and what was expected of a text', async () => {
  const { code, out, err } = await intake(
    await smallRecord(),
    article('ministry.txt'),
    '--expect',
    article('ministry.json'),
  )
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^ {2}4:\d+ +date +Friday, 13 October 2023 +2023-10-13/m)
  expect(out).toMatch(/person +Iva Dvorkin +Iva Dvorkin #1; Foreign Minister/)
  expect(out).toContain('“Sunday” is printed; 7 October 2023 was a Saturday.')
  expect(out).toMatch(/people {3}5 of 5 found +0 wrong suggestions/)
})

test('without a record it says so, makes none, and uses the words alone', async () => {
  const database = join(newFolder(), 'none.sqlite')
  const { code, out } = await intake(database, article('wire.txt'), '--date', '4 March 2026')
  expect(code).toBe(0)
  expect(out).toContain(`There is no record at ${database}: names are taken from the text alone.`)
  expect(out).toMatch(/person +Nino Beridze/)
})

describe('what cannot be met is said in a sentence:', () => {
  const file = join(newFolder(), 'odd.json')
  test.each([
    ['no file', [], /npm run intake -- FILE/],
    ['a file that is not there', ['nowhere.txt'], /nowhere\.txt/],
    ['a month for a day', [article('wire.txt'), '--date', '2025-07'], /--date must be one day/],
    ['an expectation that is no JSON', [article('wire.txt'), '--expect', article('wire.txt')], /is not JSON/],
    [
      'an expectation of something else',
      [article('wire.txt'), '--expect', file],
      /must be a JSON object of lists/,
    ],
  ])('%s', async (_what, args, words) => {
    writeFileSync(file, '{"peeple": []}')
    const { code, err } = await intake(join(newFolder(), 'none.sqlite'), ...args)
    expect(code).toBe(1)
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
