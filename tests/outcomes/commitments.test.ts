import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'

let starter: OpenHouse
let small: OpenHouse
beforeAll(async () => {
  starter = await house(join(ROOT, 'data'))
  small = await house()
}, 60_000)

/** What a reader reads. */
async function words(path: string, of = starter): Promise<string> {
  const { status, text } = await of.visit.get(path)
  expect(status).toBe(200)
  return wordsOf(text)
}

type Cells = Record<string, string | number | null>
async function rows(path: string, of = starter): Promise<Cells[]> {
  return JSON.parse((await of.visit.get(path)).text)
}

const exchanges = [1001, 1002]

test.each(exchanges)(
  'the exchange of 23 July 2025 shows what was promised, reported and not reported: %i',
  async (id) => {
    const page = await words(`/commitments/${id}`)
    expect(page).toContain('Promised at least 1,200 prisoners')
    expect(page).toContain('−146')
    expect(page).toContain('−185')
    expect(page).toContain('331 prisoners reported; at least 869 not reported')
    expect(page).toContain('Under way')
    expect(page).toMatch(
      /185 prisoners, after 24 August 2025, day not given: reported by Russian Federation only/,
    )
    expect(page).toContain('146 prisoners, 24 August 2025: the figure is from one origin only')
    expect(page).toContain(
      `Of the same outcome At least 1,200 prisoners to ${id === 1001 ? 'Russia' : 'Ukraine'}`,
    )
  },
)

test('as it was known on 25 August 2025 only the 146 are counted, and the 185 are told as maybe later', async () => {
  const known = '?known=2025-08-25'
  const page = await words(`/commitments/1001${known}`)
  expect(page).toContain('146 prisoners reported; at least 1,054 not reported')
  expect(page).toContain('may be later than the day asked for, so it is not counted')
  expect((await rows(`/commitments/1001.json${known}`)).map(({ quantity }) => quantity)).toEqual([146])
  const csv = (await starter.visit.get(`/commitments/1001.csv${known}`)).text.trim().split('\n')
  expect(csv).toHaveLength(2)
  const [line] = (await rows(`/commitments.json${known}&party=1`)).filter(({ id }) => id === 1001)
  expect(line).toMatchObject({ reported: 146, remaining: 1054, remaining_bound: 'at least' })
  expect(await words(`/commitments${known}`)).toContain('146 prisoners reported; at least 1,054 not reported')
  expect(await words(`/rounds/1001${known}`)).toMatch(/185 prisoners to Ukraine[^.]*may be later/)
})

test('before anything was reported the whole promise was open', async () => {
  const page = await words('/commitments/1001?known=2025-07-25')
  expect(page).toContain('No delivery reported; at least 1,200 not reported')
  expect(await rows('/commitments/1001.json?known=2025-07-25')).toEqual([])
})

test('a commitment that nobody had claimed yet is not there', async () => {
  expect((await starter.visit.get('/commitments/1001?known=2025-07-01')).status).toBe(404)
})

test('the list opens the promise most in motion, with a column for each voice', async () => {
  const page = await words('/commitments')
  const open = page.slice(page.indexOf('Open now'), page.indexOf('Newest first'))
  expect(open).toContain('At least 1,200 prisoners to Ukraine')
  expect(open).toMatch(/Date Entry RUS Russian Federation UKR Ukraine Others Tied to this promise by Balance/)
  expect(open).toContain('The delivery is tied to 23 July Russian defence ministry')
  expect(open).toContain('not stated')
})

test('page, CSV and JSON hold the same commitments under the same filters', async () => {
  const filters = [
    '',
    'process=russia-ukraine-direct-talks',
    'party=1',
    'state=done',
    'party=2&state=under+way',
  ]
  for (const filter of filters) {
    const json = await rows(`/commitments.json?${filter}`)
    const csv = (await starter.visit.get(`/commitments.csv?${filter}`)).text
    const ids = (await starter.visit.get(`/commitments?${filter}`)).text.matchAll(
      /<th scope="row"><a href="\/commitments\/(\d+)"/g,
    )
    const shown = [...ids].map(([, id]) => Number(id))
    expect(json.length).toBeGreaterThan(0)
    expect(json.slice(0, 50).map(({ id }) => id)).toEqual(shown)
    expect(
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => Number(line.split(',')[0])),
    ).toEqual(json.map(({ id }) => id))
  }
})

test('the pages of the list hold every commitment once', async () => {
  const ids = (text: string) =>
    [...text.matchAll(/<th scope="row"><a href="\/commitments\/(\d+)"/g)].map(([, id]) => Number(id))
  const first = await starter.visit.get('/commitments')
  const second = await starter.visit.get('/commitments?page=2')
  const all = [...ids(first.text), ...ids(second.text)]
  expect(all).toEqual((await rows('/commitments.json')).map(({ id }) => id))
  expect(new Set(all).size).toBe(all.length)
  expect(first.text).toContain('href="/commitments?page=2"')
})

test('what is done, beyond the promise or contested says so', async () => {
  const of = Object.fromEntries((await rows('/commitments.json')).map((row) => [row.id, row]))
  expect(of[2001]).toMatchObject({ reported: 1000, remaining: 0, state: 'done' })
  expect(of[2005]).toMatchObject({ reported: 7000, reported_bound: 'about', beyond: 1000, state: 'done' })
  expect(of[1003]).toMatchObject({ reported: 28, remaining: null, state: 'contested', status: 'disputed' })
  expect(of[2010]).toMatchObject({ state: 'contested' })
  expect(of[2009]).toMatchObject({ state: 'no report' })
  expect(of[4010]).toMatchObject({ state: 'overdue', overdue_since: '2015-07-08' })
})

test('a promise is overdue from the day after its deadline, by the day that is asked for', async () => {
  const today = await words('/commitments/1', small)
  expect(today).toContain('9 sailors reported; at least 3 not reported')
  expect(today).toContain('Overdue since 1 May 2024: the deadline was 30 April 2024')
  expect(today).toContain('intermediate implementation (PAM 2)')
  const on = async (day: string) =>
    (await rows(`/commitments.json?known=${day}`)).find(({ id }) => id === 4010)
  expect(await on('2015-07-07')).toMatchObject({ state: 'no report', overdue_since: null })
  expect(await on('2015-07-08')).toMatchObject({ state: 'overdue', overdue_since: '2015-07-08' })
})

test('names, values and records that are not known are refused with a sentence', async () => {
  const refused = async (path: string) => {
    const { status, text } = await starter.visit.get(path)
    return `${status} ${/<p[^>]*>([^<]*)<\/p>/.exec(text.slice(text.indexOf('<main')))?.[1]}`
  }
  expect(await refused('/commitments?kind=any')).toMatch(
    /^400 There is no filter named .*process, party, state, page and known/,
  )
  expect(await refused('/commitments?state=broken')).toMatch(/^400 State must be one of: under way, done/)
  expect(await refused('/commitments?state=done&state=overdue')).toMatch(/^400 State is given too often/)
  expect(await refused('/commitments?party=999999')).toMatch(/^404 There is no party/)
  expect(await refused('/commitments?process=nowhere')).toMatch(/^404 There is no process/)
  expect(await refused('/commitments/999999')).toMatch(/^404 There is no commitment/)
  expect((await starter.visit.get('/commitments.json?party=999999')).status).toBe(404)
  expect((await starter.visit.get('/commitments.csv?state=broken')).status).toBe(400)
})

test('the round’s outcomes lead to the ledger, and say what remains', async () => {
  const { text } = await starter.visit.get('/rounds/1001')
  const outcomes = text.slice(text.indexOf('id="outcomes"'), text.indexOf('id="sources"'))
  expect(outcomes).toContain('<a href="/commitments/1001">At least 1,200 prisoners to Ukraine</a>')
  expect(outcomes).toMatch(/331 prisoners reported; <b>at least 869 not reported<\/b>/)
})
