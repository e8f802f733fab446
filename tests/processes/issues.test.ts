import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { plain } from '../reading.ts'
import { csvRows } from './matrix-on.ts'

const { visit } = await house(join(ROOT, 'data'))

/** Date, party, what was said and where, of each row. */
async function rowsOf(path: string): Promise<string[][]> {
  const { text } = await visit.get(path)
  const body = /<table class="grid">.*?<tbody>(.*?)<\/tbody>/s.exec(text)?.[1] ?? ''
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].slice(0, 4).map(([, cell = '']) => plain(cell)),
  )
}

test('issues are listed with what is recorded on each', async () => {
  const { text } = await visit.get('/issues')
  expect(plain(text)).toMatch(/Ceasefire \d+ \d+/)
  expect(text).toContain('href="/issues/territory"')
})

test('what Ukraine has said on the ceasefire stands in order of time, across processes', async () => {
  const { text } = await visit.get('/issues/ceasefire?party=2')
  expect(text).toContain('<h1>What Ukraine has said on Ceasefire</h1>')
  expect(text).toContain('href="/issues/ceasefire?party=1"')
  const rows = await rowsOf('/issues/ceasefire?party=2')
  expect(rows.map(([date]) => date)).toEqual([
    '5 September 2014',
    '12 February 2015',
    '28 February 2022',
    '3 March 2022',
    '11 March 2025',
    '16 May 2025',
    '2 June 2025',
    '23 July 2025',
  ])
  expect(rows[0]?.[3]).toContain('Minsk agreements on Donbas')
  expect(rows.at(-1)).toEqual([
    '23 July 2025',
    'UKR Rustem Umerov, Ukraine',
    'restated: A full and unconditional ceasefire, with an end to strikes on civilian infrastructure. on Full and unconditional ceasefire',
    'Istanbul, 23 July 2025 Russia–Ukraine direct talks',
  ])
})

test('process and dates narrow the list, and CSV and JSON follow', async () => {
  const query = '?process=russia-ukraine-direct-talks&party=2&from=2025&to=2025-06-02'
  const rows = await rowsOf(`/issues/ceasefire${query}`)
  expect(rows.map(([date]) => date)).toEqual(['16 May 2025', '2 June 2025'])
  const csv = csvRows((await visit.get(`/issues/ceasefire.csv${query}`)).text)
  expect(csv.map(({ date, stance }) => [date, stance])).toEqual([
    ['2025-05-16', 'accepts with conditions'],
    ['2025-06-02', 'demands'],
  ])
  const json = JSON.parse((await visit.get(`/issues/ceasefire.json${query}`)).text)
  expect(json.map(({ record_id }: { record_id: number }) => record_id)).toEqual([2010, 2015])
})

test('the evidence of each stand is on the page', async () => {
  const { text } = await visit.get('/issues/leaders-meeting?party=3')
  expect(text).toMatch(/Is to telephone about it.*Disputed.*\/proposal-events\/1017\/evidence/s)
})

test('read as it was known on a day, a later silence is not there', async () => {
  expect(await rowsOf('/issues/working-groups?party=2')).toHaveLength(3)
  expect(await rowsOf('/issues/working-groups?party=2&known=2025-08-13')).toHaveLength(2)
  const csv = csvRows((await visit.get('/issues/working-groups.csv?party=2&known=2025-08-13')).text)
  expect(csv.map(({ record_id }) => record_id)).toEqual(['1012', '1005'])
})

test('an issue on which nothing is recorded says so, and so does a filter that leaves nothing', async () => {
  expect((await visit.get('/issues/territory?to=1600')).text).toContain('Nothing recorded that matches')
  const { text } = await visit.get('/issues/religion')
  expect(text).toContain('Nobody is recorded as having said anything on this issue.')
})

test('a name or value that the list does not know gets a sentence', async () => {
  const refused: Array<[string, number, string]> = [
    ['?colour=red', 400, 'There is no filter named colour here.'],
    ['?track=1', 400, 'There is no filter named track here.'],
    ['?party=x', 400, 'Party must be the number of a record.'],
    ['?party=987654', 404, 'There is no party 987654'],
    ['?process=nowhere', 404, 'There is no process nowhere'],
    ['?from=soon', 400, 'From must be'],
    ['?page=0', 400, 'Page must be'],
  ]
  for (const [query, status, sentence] of refused) {
    const reply = await visit.get(`/issues/ceasefire${query}`)
    expect([query, reply.status]).toEqual([query, status])
    expect(reply.text).toContain(sentence)
  }
  expect((await visit.get('/issues/nothing-of-the-sort')).text).toContain(
    'There is no issue nothing-of-the-sort',
  )
  expect((await visit.get('/issues/ceasefire.csv?flavour=sweet')).status).toBe(400)
  expect((await visit.get('/processes/dayton/positions.csv?process=dayton')).status).toBe(400)
})
