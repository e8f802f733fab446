import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atMost, tableOf } from '../../src/bench/figures.ts'
import { newFolder, run } from '../process/program.ts'

const bench = (...args: string[]) =>
  run('src/commands/bench.ts', join(newFolder(), 'none.sqlite'), { args }).ended

test('everything is measured once at a small size, each figure with what was wanted', async () => {
  const { code, out, err } = await bench('--sizes', '100', '--times', '1')
  expect([code, err]).toEqual([0, ''])
  const lines = out.split('\n').filter((line) => line.startsWith('| '))
  expect(lines[0]?.split('|').map((cell) => cell.trim())).toEqual(['', '', '100', 'growth', 'goal', ''])
  const names = lines.map((line) => line.split('|')[1]?.trim() ?? '')
  for (const name of [
    'a round',
    'timeline, eighty years',
    'search',
    'all rounds as CSV',
    'home page, first reply',
  ])
    expect(names).toContain(name)
  expect(names.filter((name) => name.startsWith('eighty years: '))).toHaveLength(9)
  expect(names.filter((name) => name.startsWith('about 150 rounds: '))).toHaveLength(11)
  expect(out).not.toMatch(/NaN|undefined/)
  for (const name of ['a round', 'timeline, eighty years', 'timeline, a month', 'search'])
    expect(lines[names.indexOf(name)]).toMatch(/[\d.]+ ms, × [\d.]+ raw .*≤ × 3\.0 raw: .*reached/)
  const lineOf = (name: string) => lines[names.indexOf(`about 150 rounds: ${name}`)]
  expect(lineOf('violations of the content security policy')).toMatch(/\| 0 .*≤ 0: reached/)
  const keys = lineOf('rounds on screen that the keys reach and that are named')
  expect(keys).toMatch(/\| ([1-9]\d*) of \1 .*all: reached/)
}, 300_000)

test.each([
  ['a size below a hundred', ['--sizes', '10']],
  ['a size that is no number', ['--sizes', 'many']],
  ['a part that there is not', ['--only', 'phones']],
  ['a part that bare rounds have nothing for', ['--bare', '--only', 'server']],
])('%s is told', async (_what, args) => {
  const { code, out, err } = await bench(...args)
  expect([code, out, err]).toEqual([1, '', expect.stringContaining('npm run bench')])
})

test('a goal is reached at the number itself, and not beyond, and not without one', () => {
  expect(atMost('3', 3, 3)).toEqual({ words: '≤ 3', isReached: true })
  expect(atMost('3', 3, 3.01).isReached).toBe(false)
  expect(atMost('3', 3, undefined).isReached).toBe(false)
  expect(atMost('3', 3, Number.NaN).isReached).toBe(false)
})

test('the table has a column for each size and says in words what is not reached', () => {
  const figure = { name: 'a page', cells: new Map([[1000, '5 ms']]), growth: '× 2', goal: atMost('1', 1, 2) }
  expect(tableOf([1000, 10_000], [figure]).split('\n')).toEqual([
    '|        | 1,000 | 10,000 | growth | goal                 |',
    '|--------|-------|--------|--------|----------------------|',
    '| a page | 5 ms  |        | × 2    | ≤ 1: **not reached** |',
  ])
})
