import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { csvRows, matrixOn } from './matrix-on.ts'

const { visit } = await house(join(ROOT, 'data'))
const path = '/processes/russia-ukraine-direct-talks'
const { text } = await visit.get(path)
const matrix = matrixOn(text)

test('the columns are the rounds of each track, the later track behind a gap, and what was said between them', () => {
  expect(matrix.columns).toEqual([
    '28 February Gomel region, by the Pripyat river',
    '3 March Belovezhskaya Pushcha',
    '7 March Belovezhskaya Pushcha',
    '10 March Antalya',
    '14–17 March',
    '21 March',
    '29 March Istanbul',
    '16 May Istanbul',
    '2 June Istanbul',
    '23 July Istanbul',
    'between rounds',
  ])
  expect(text).toMatch(
    /scope="colgroup" colspan="7".*2022.*scope="colgroup" colspan="4" class="opens-track".*2025/s,
  )
})

test('on the ceasefire Ukraine demands and Russia rejects, in June and again in July 2025', () => {
  const ceasefire = matrix.rows.Ceasefire
  expect(ceasefire?.['2 June 2025']).toEqual([
    'UKR demands: unconditional',
    'RUS made: A pause of two…',
    'RUS rejected: Rejects an unconditional ceasefire',
  ])
  expect(ceasefire?.['23 July 2025']).toEqual([
    'UKR restated: A full and unconditional ceasefire…',
    'RUS rejected: Not accepted',
    'RUS amended: Pauses of 24 to 48…',
  ])
})

test('two sides that say the same are both, and the words of either are one step away', () => {
  expect(matrix.rows.Ceasefire?.['16 May 2025']).toEqual([
    'both accepts with conditions: to write down its view 2 , the same of Ukraine',
  ])
  expect(text).toMatch(
    /href="\/positions\/2009\/evidence">to write down.*href="\/positions\/2010\/evidence">2/s,
  )
})

test('on territory Russia refuses to discuss', () => {
  expect(matrix.rows.Territory?.['23 July 2025']).toEqual(['RUS refuses to discuss: outside the mandate'])
  expect(matrix.rows.Territory?.['between rounds']).toEqual([
    'UKR refuses to discuss: no mandate on territory 10 June 2025',
  ])
})

test('on the working groups Ukraine is silent, as reported on two days after the rounds', () => {
  expect(matrix.rows['Working groups']?.['between rounds']).toEqual([
    'UKR silent: no formal reply 13 August 2025',
    'UKR silent: still no formal reply 25 November 2025',
  ])
})

test('a cell in which nobody is recorded says so to whoever hears the page', () => {
  expect(matrix.rows.Territory?.['28 February 2022']).toEqual([])
  expect(text).toMatch(/class="is-bare[^"]*"><span class="visually-hidden">nobody is recorded as raising it/)
  expect(matrix.rows.Sanctions).toBeUndefined()
})

test('what is disputed is marked in its cell', () => {
  expect(matrix.rows["Leaders' meeting"]?.['between rounds']).toContain(
    'TUR restated: Is to telephone about… 25 July 2025 Disputed',
  )
})

test('a party leads to all that it said on the issue so far, the words to their evidence', () => {
  const line = /<p class="stand party-b">(?:(?!<\/p>).)*>unconditional<.*?<\/p>/s.exec(text)?.[0]
  expect(line).toContain('href="/issues/ceasefire?party=2&amp;to=2025-06-02"')
  expect(line).toContain('href="/positions/2015/evidence"')
})

test('read as it was known on a day, what was first said later is not there', async () => {
  const then = matrixOn((await visit.get(`${path}?known=2025-08-13`)).text)
  expect(then.rows['Working groups']?.['between rounds']).toEqual([
    'UKR silent: no formal reply 13 August 2025',
  ])
  const before = matrixOn((await visit.get(`${path}?known=2025-07-24`)).text)
  const today = matrix.rows['Civilians and children']?.['23 July 2025'] ?? []
  expect(today).toContain('RUS supports: civilians exchanged as well')
  expect(before.rows['Civilians and children']?.['23 July 2025']).toEqual(
    today.filter((line) => !line.includes('civilians exchanged')),
  )
})

test('CSV and JSON have what the matrix has', async () => {
  const rows = csvRows((await visit.get(`${path}/positions.csv`)).text)
  const lines = Object.values(matrix.rows).flatMap((row) => Object.values(row).flat())
  const shown = lines.length + lines.filter((line) => line.startsWith('both')).length
  expect(rows).toHaveLength(shown)
  expect(rows.filter(({ issue, round }) => issue === 'Territory' && round !== '')).toMatchObject([
    { party: 'Russian Federation', stance: 'refuses to discuss', record: 'position', record_id: '1003' },
  ])
  expect(rows.filter(({ status }) => status === 'disputed').map(({ record_id }) => record_id)).toEqual([
    '1017',
  ])
  const json = JSON.parse((await visit.get(`${path}/positions.json`)).text)
  expect(json.map(({ record_id }: { record_id: number }) => String(record_id))).toEqual(
    rows.map(({ record_id }) => record_id),
  )
  const then = csvRows((await visit.get(`${path}/positions.csv?known=2025-07-24`)).text)
  const silences = ({ stance }: Record<string, string>) => stance === 'silent'
  expect(rows.filter(silences)).toHaveLength(2)
  expect(then.filter(silences)).toEqual([])
})

test('the filters of the page narrow its columns, and it says so', async () => {
  const { text } = await visit.get(`${path}?track=2`)
  expect(matrixOn(text).columns).toHaveLength(4)
  expect(text).toContain('Only 3 rounds that match the filters.')
})

test('the page says who hosted and led, which round was the latest, and how its fields are sourced', () => {
  expect(text).toMatch(/<dt>Heads, Ukraine<\/dt>.*Rustem Umerov/s)
  expect(text).toMatch(/<dt>Latest<\/dt>.*href="\/rounds\/1001">Istanbul, 23 July 2025/s)
  expect(text).toMatch(/class="record".*Disputed.*of \d+ fields/s)
})

test('a process without positions says so', async () => {
  const { text } = await (await house()).visit.get('/processes/unheld')
  expect(text).toContain('No position recorded, and no proposal about an issue.')
  expect(text).not.toContain('<table class="matrix">')
})
