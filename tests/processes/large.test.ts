import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { folderOf } from '../record/folders.ts'
import { csvRows, matrixOn } from './matrix-on.ts'

const ROUNDS = 400
const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1)
const day = (number: number) => new Date(Date.UTC(2000, 0, 3 + number)).toISOString().slice(0, 10)

/** A file of the import format: its columns are those of the starter record. */
function table(record: string, rows: Array<Record<string, string | number>>): Record<string, string> {
  const names = (readFileSync(join(ROOT, `data/${record}.csv`), 'utf8').split('\n')[0] ?? '').split(',')
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join(','))
  return { [`${record}.csv`]: `${[names.join(','), ...lines].join('\n')}\n` }
}

const talks = {
  ...table('process', [
    { id: 1, slug: 'long-talks', title: 'Long talks', date: '2000/2010', status: 'concluded' },
  ]),
  ...table('party', [
    { id: 1, name: 'Norland', code: 'NOR', kind: 'state' },
    { id: 2, name: 'Sutland', code: 'SUT', kind: 'state' },
  ]),
  ...table('issue', [
    { id: 1, code: 'water', title: 'Water' },
    { id: 2, code: 'roads', title: 'Roads' },
    { id: 3, code: 'wells', title: 'Wells', parent_id: 1 },
  ]),
}
const taken = { process_id: 1, party_id: 1, issue_id: 2, stance: 'demands' }

/** A round a week, by turns on two tracks; a position at each, and another three days later. */
const folder = folderOf({
  ...talks,
  ...table('track', [
    { id: 1, process_id: 1, title: 'Upper table', level: '1' },
    { id: 2, process_id: 1, title: 'Lower table', level: '1' },
  ]),
  ...table(
    'round',
    rounds.map((id) => ({
      id,
      track_id: 1 + (id % 2),
      title: `Round ${id}`,
      date: day(id * 7),
      status: 'held',
    })),
  ),
  ...table(
    'position',
    rounds.flatMap((id) => [
      { ...taken, id, issue_id: 1 + (id % 3), round_id: id, date: day(id * 7), wording: `at round ${id}` },
      { ...taken, id: id + 1000, date: day(id * 7 + 3), wording: `after round ${id}` },
    ]),
  ),
})
const { visit } = await house(folder)

test('of four hundred rounds the latest are columns, and the page says which', async () => {
  const { text } = await visit.get('/processes/long-talks')
  const { columns, rows } = matrixOn(text)
  expect(columns.filter((label) => !/between|since/.test(label))).toHaveLength(24)
  expect(text).toContain('Rounds 377 to 400 of 400, and what was said between them.')
  const lines = Object.values(rows).flatMap((row) => Object.values(row).flat())
  expect(lines).toHaveLength(48)
  expect(text).toContain('href="/processes/long-talks?columns=2#positions">Earlier rounds')
})

test('page by page of columns everything is shown once', async () => {
  const shown: string[] = []
  for (let page = 1; page <= 17; page++) {
    const { text } = await visit.get(`/processes/long-talks?columns=${page}`)
    const lines = Object.values(matrixOn(text).rows).flatMap((row) => Object.values(row).flat())
    shown.push(...lines.map((line) => /(at|after) round \d+/.exec(line)?.[0] ?? line))
  }
  expect(shown).toHaveLength(2 * ROUNDS)
  expect(new Set(shown).size).toBe(2 * ROUNDS)
})

test('a page of columns that there is not gets a sentence', async () => {
  for (const columns of ['18', '0', 'x', '1.5']) {
    const { status, text } = await visit.get(`/processes/long-talks?columns=${columns}`)
    expect([columns, status]).toEqual([columns, 400])
    expect(text).toContain('Columns must be a page of the matrix, from 1 (the latest rounds) to 17.')
  }
})

test('a part of an issue follows the issue', async () => {
  const { text } = await visit.get('/processes/long-talks')
  expect(Object.keys(matrixOn(text).rows)).toEqual(['Water', 'Wells part of Water', 'Roads'])
  expect((await visit.get('/issues/wells')).text).toContain('href="/issues/water"')
  expect((await visit.get('/issues/water')).text).toContain('href="/issues/wells"')
})

test('the list of an issue goes on from page to page, and its CSV has all of it', async () => {
  const first = await visit.get('/issues/roads?party=1')
  expect(first.text).toContain('href="/issues/roads?party=1&amp;page=2">Next')
  const csv = csvRows((await visit.get('/processes/long-talks/positions.csv')).text)
  expect(csv).toHaveLength(2 * ROUNDS)
  expect(csv.map(({ date }) => date)).toEqual(csv.map(({ date }) => date).sort())
})

test('more positions between two rounds than a page reads are cut at the latest, and the page says so', async () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    ...taken,
    id: at + 1,
    date: day(at),
    wording: `no. ${at + 1}`,
  }))
  const { visit } = await house(folderOf({ ...talks, ...table('position', many) }))
  const { text } = await visit.get('/processes/long-talks')
  expect(text).toContain('Only the latest 500 positions and 500 events are shown here; the lists have all.')
  const lines = matrixOn(text).rows.Roads?.['at no round'] ?? []
  expect(lines).toHaveLength(500)
  expect(lines.at(-1)).toContain('no. 600')
})
