import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartNames } from '../../src/charts/chart.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'

const { visit } = await house(join(ROOT, 'data'))

/** Each mark, table row and remark of the page: where it leads, and what it counts. */
function linksOn(text: string): Array<[href: string, count: number]> {
  const marks = [...text.matchAll(/<a href="([^"]*)"><title>[^<]*: ([\d,]+)</g)]
  const rows = [...text.matchAll(/<td class="number"[^>]*><a href="([^"]*)">([\d,]+)</g)]
  const remarks = [...text.matchAll(/<li><a href="(\/charts\/[^"]*)">([\d,]+) /g)]
  return [...marks, ...rows, ...remarks].map(([, href = '', count = '']) => [
    href.replaceAll('&amp;', '&'),
    Number(count.replace(',', '')),
  ])
}

/** How many rows the page says it lists, and how many rounds its download holds. */
async function countAt(href: string): Promise<number> {
  const { status, text } = await visit.get(href)
  expect([href, status]).toEqual([href, 200])
  const [, said = ''] = /<p class="count">([\d,]+) /.exec(text) ?? []
  return Number(said.replace(',', ''))
}

describe.each([
  '',
  '?process=russia-ukraine-direct-talks',
  '?from=2024&party=2',
  '?q=istanbul&known=2025-07-24',
])('the charts of /charts%s', (query) => {
  test('have no mark that leads to other rows than it counts', async () => {
    const { text } = await visit.get(`/charts${query}`)
    const links = linksOn(text)
    expect(links.length).toBeGreaterThan(10)
    for (const [href, count] of new Map(links)) expect([href, await countAt(href)]).toEqual([href, count])
  })

  test('count every round once over time', async () => {
    const rounds = JSON.parse((await visit.get(`/rounds.json${query}`)).text)
    const months = JSON.parse((await visit.get(`/charts/months.json${query}`)).text)
    const sum = months.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    expect(sum).toBe(rounds.length)
  })
})

test('the list behind a mark has the rows themselves, and leaves as CSV', async () => {
  const { text } = await visit.get('/charts/months/2025-07?process=russia-ukraine-direct-talks')
  expect(wordsOf(text)).toMatch(
    /July 2025 Rounds by month 1 round .*Process: Russia–Ukraine direct talks.*Istanbul/,
  )
  const csv = await visit.get('/charts/months/2025-07.csv?process=russia-ukraine-direct-talks')
  expect(csv.text.trim().split('\n')).toHaveLength(2)
  expect(csv.text).toContain('2025-07-23')
})

test('the list behind a mark is in the order asked for', async () => {
  const datesIn = async (query: string) => {
    const { text } = await visit.get(`/charts/gaps/30-to-89-days.json${query}`)
    return JSON.parse(text).map(({ date_earliest }: { date_earliest: string }) => date_earliest)
  }
  const dates = await datesIn('')
  expect(dates.length).toBeGreaterThan(10)
  expect(dates).toEqual(dates.toSorted().reverse())
  expect(await datesIn('?sort=date')).toEqual(dates.toSorted())
})

test('proposals and commitments are listed as such', async () => {
  expect((await visit.get('/charts/answers/no-answer')).text).toContain('class="grid proposals"')
  expect(wordsOf((await visit.get('/charts/commitments/done')).text)).toMatch(
    /7 commitments .*Commitment Reported State/,
  )
})

test.each([
  ['/charts/answers/no-answer', '/proposals'],
  ['/charts/commitments/done', '/commitments'],
  ['/charts/commitments/done?known=2025-07-24', '/commitments'],
])('the list behind %s leaves as it is, and each row as on the list of all', async (path, all) => {
  const [place, query = ''] = path.split('?')
  const { text } = await visit.get(path)
  const shown = new Set(
    [...text.matchAll(new RegExp(`href="${all}/(\\d+)`, 'g'))].map(([, id]) => Number(id)),
  )
  const rows: Array<{ id: number }> = JSON.parse((await visit.get(`${place}.json?${query}`)).text)
  expect(rows.map(({ id }) => id)).toEqual([...shown])
  expect(text).toMatch(new RegExp(`Download ${rows.length} ${all.slice(1)}<.*href="${place}.csv`))
  expect(JSON.parse((await visit.get(`${all}.json?${query}`)).text)).toEqual(expect.arrayContaining(rows))
})

test.each(chartNames)('the counts of %s leave as CSV', async (name) => {
  const { text } = await visit.get(`/charts/${name}.csv`)
  expect(text).toMatch(/^part,label,count,drawn\n.+,\d+,[01]\n/)
})

test('no chart shares out in hundredths', async () => {
  expect(wordsOf((await visit.get('/charts')).text)).not.toMatch(/\d ?%|per ?cent/)
})

test.each([
  '/charts/nothing.csv',
  '/charts/nothing/at-all',
  '/charts/months/1999-13',
  '/charts/gaps/nothing',
])('%s is not there', async (path) => expect((await visit.get(path)).status).toBe(404))

test('nothing found is said', async () => {
  expect(wordsOf((await visit.get('/charts?q=nothing+of+the+sort')).text)).toContain(
    'No round can be counted here.',
  )
})
