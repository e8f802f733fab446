import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { plain } from '../reading.ts'

const { visit } = await house(join(ROOT, 'data'))

/** What a reader sees, without the markup. */
async function words(path: string): Promise<string> {
  return plain((await visit.get(path)).text)
}

async function rows(path: string): Promise<Array<Record<string, unknown>>> {
  return JSON.parse((await visit.get(path)).text)
}

test('the summit proposal has lapsed after 31 August 2025, and not before', async () => {
  expect(await words('/proposals/1?known=2025-09-01')).toContain(
    'Lapsed: 31 August 2025 passed without acceptance',
  )
  const before = await words('/proposals/1?known=2025-08-30')
  expect(before).not.toMatch(/lapsed/i)
  expect(before).toContain('Due in 1 day, by 31 August 2025')
  const known = (day: string) => rows(`/proposals.json?process=russia-ukraine-direct-talks&known=${day}`)
  expect((await known('2025-08-31')).find(({ id }) => id === 1)?.state).not.toBe('lapsed')
  expect((await known('2025-09-01')).find(({ id }) => id === 1)?.state).toBe('lapsed')
})

test('the working groups were without an answer for 125 days on 25 November 2025', async () => {
  const page = await words('/proposals/1006?known=2025-11-25')
  expect(page).toContain('No answer for 125 days, to 25 November 2025')
  expect(page).toContain('last reported unanswered 25 November 2025, after 125 days')
  const [row] = (await rows('/proposals.json?issue=working-groups&known=2025-11-25')).filter(
    ({ id }) => id === 1006,
  )
  expect(row).toMatchObject({ state: 'unanswered', days_unanswered: 125, days_exactness: 'exact' })
})

test('a thread shows each event with who, when, at which round, where and how well it is sourced', async () => {
  const { text } = await visit.get('/proposals/1?known=2025-12-01')
  expect(text).toMatch(
    /amended<\/b>.*UKR.*Rustem Umerov, Ukraine.*23 July 2025.*href="\/rounds\/1001\?known=2025-12-01".*Çırağan Palace.*3 sources/s,
  )
  expect(text).toMatch(/id="deadline-1".*deadline passed without acceptance.*31 August 2025/s)
  expect(text).toContain('href="/issues/leaders-meeting?known=2025-12-01"')
  expect(text).toContain('href="/proposal-events/1001/evidence?known=2025-12-01"')
})

test('the drawing holds what the list holds', async () => {
  const { text } = await visit.get('/proposals/1006?known=2025-12-01')
  const drawing =
    /<svg class="thread-drawing[\s\S]*?<\/g><\/svg>|<svg class="thread-drawing[\s\S]*?<ol/.exec(text)?.[0] ??
    ''
  expect(drawing.match(/class="event-shape"/g)).toHaveLength(text.match(/<li class="step /g)?.length ?? 0)
  expect(drawing).not.toMatch(/style=/)
})

test('a report of silence is an event of its own, and leaves as one', async () => {
  expect(await words('/proposals/1006?known=2025-11-25')).toMatch(
    /no answer so far UKR Ukraine no formal reply 13 August 2025.*no answer so far UKR Ukraine still no formal reply 25 November 2025/,
  )
  const events = await rows('/proposals/1006.json?known=2025-11-25')
  expect(events.map(({ record, verb, date }) => [record, verb, date])).toEqual([
    ['proposal_event', 'made', '2025-07-23'],
    ['proposal_event', 'deferred', '2025-07-23'],
    ['position', 'silent', '2025-08-13'],
    ['position', 'silent', '2025-11-25'],
  ])
  const csv = await visit.get('/proposals/1006.csv')
  expect(csv.text.split('\n')[0]).toMatch(/^record,id,proposal_id,verb,date,/)
})

test('what was claimed later is hidden in page, CSV and JSON alike', async () => {
  const known = '?known=2025-07-24'
  expect(await words(`/proposals/1${known}`)).not.toContain('25 July 2025')
  expect(await words('/proposals/1?known=2025-07-25')).toContain('25 July 2025')
  const events = await rows(`/proposals/1.json${known}`)
  expect(events.map(({ id }) => id)).toContain(1001)
  expect(events.map(({ id }) => id)).not.toContain(1003)
  expect((await visit.get(`/proposals/1.csv${known}`)).text).not.toContain('2025-07-25')
  expect((await visit.get('/proposals/1006?known=2025-06-10')).status).toBe(404)
  expect((await visit.get('/proposals.csv?known=2025-06-10')).text).not.toContain('Three working groups')
})

test('proposals are listed by process, party, issue and state, and leave with the same rows', async () => {
  const ids = async (query: string) => {
    const { text } = await visit.get(`/proposals${query}`)
    const listed = [...text.matchAll(/<tr id="proposal-(\d+)"/g)].map(([, id]) => Number(id))
    expect((await rows(`/proposals.json${query}`)).map(({ id }) => id)).toEqual(listed)
    return listed
  }
  const of = '?process=russia-ukraine-direct-talks&known=2025-12-01'
  expect(await ids(of)).toHaveLength(14)
  expect(await ids(`${of}&state=lapsed`)).toEqual([1, 2005])
  expect(await ids(`${of}&issue=ceasefire`)).toEqual([2, 3, 2001])
  expect(await ids(`${of}&party=3`)).toEqual([1009])
  expect(await ids(`${of}&state=accepted&state=lapsed`)).toEqual([1, 1004, 2005])
  expect(await ids('?process=nowhere')).toEqual([])
})

test('pages of the list follow one another', async () => {
  const first = await visit.get('/proposals')
  expect(first.text).toContain('href="/proposals?page=2"')
  const second = await visit.get('/proposals?page=2')
  const listed = (text: string): string[] => text.match(/<tr id="proposal-\d+"/g) ?? []
  expect(listed(first.text).length).toBe(50)
  expect(listed(second.text).length).toBeGreaterThan(0)
  expect(listed(second.text).filter((row) => listed(first.text).includes(row))).toEqual([])
})

test('the list says how many of its fields are sourced', async () => {
  expect(await words('/proposals')).toMatch(/On this page \d+ of \d+ fields sourced/)
})

test('what the list does not know gets a sentence', async () => {
  const said = async (path: string) => [(await visit.get(path)).status, await words(path)]
  expect(await said('/proposals?colour=red')).toEqual([
    400,
    expect.stringContaining('There is no filter named colour'),
  ])
  expect(await said('/proposals?state=gone')).toEqual([
    400,
    expect.stringContaining('State must be one of: open'),
  ])
  expect(await said('/proposals?page=0')).toEqual([400, expect.stringContaining('Page')])
  expect(await said('/proposals.csv?party=x')).toEqual([400, expect.stringContaining('Party')])
  expect(await said('/proposals/999999')).toEqual([
    404,
    expect.stringContaining('There is no proposal 999999'),
  ])
  expect((await visit.get('/proposals/x')).status).toBe(404)
})

test('rounds and processes lead to the thread and say where it stands', async () => {
  const round = await visit.get('/rounds/1001?known=2025-11-25')
  expect(round.text).toContain('href="/proposals/1006?known=2025-11-25"')
  expect(round.text).toContain('No answer for 125 days, to 25 November 2025')
  const process = await visit.get('/processes/russia-ukraine-direct-talks?known=2025-09-01')
  expect(process.text).toContain('Lapsed: 31 August 2025 passed without acceptance')
})

test('a process that is over has no running clock', async () => {
  expect(await words('/proposals/9001?known=1995-01-01')).toContain('No answer recorded.')
})
