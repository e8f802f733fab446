import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { fieldsUnsourced } from '../../src/desk/watch/unsourced.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { followUpRecord } from '../../src/outcomes/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { folderOf, somebody } from '../record/folders.ts'
import type { Visit } from '../visit.ts'
import { atHalden, roundOf, send } from './form.ts'

const nobody = { id: 0, name: 'Nobody', role: 'analyst' } as const

let parley: OpenHouse
let ana: Visit
beforeAll(async () => {
  parley = await house()
  ana = await parley.signedIn('editor', 'Ana')
})

async function section(name: string): Promise<string> {
  const { status, text } = await ana.get('/desk')
  expect(status).toBe(200)
  const from = text.indexOf(`<section class="section watch" id="${name}"`)
  return `<main>${text.slice(from, text.indexOf('</section>', from))}</main>`
}

test('the desk is in the menu of those who are signed in, and marked where one is on it', async () => {
  expect((await parley.visit.get('/rounds')).text).not.toContain('href="/desk"')
  expect((await ana.get('/rounds')).text).toContain('<a href="/desk">Desk</a>')
  for (const path of ['/desk', '/desk/imports'])
    expect((await ana.get(path)).text).toContain('<a href="/desk" aria-current="page">Desk</a>')
})

test('who is not signed in is led to the sign-in page, and back', async () => {
  const reply = await parley.visit.get('/desk/unsourced')
  expect(reply.status).toBe(303)
  expect(reply.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Funsourced')
})

test('a disputed field waits until an editor gives a reading, and no longer', async () => {
  expect(wordsOf(await section('disputes'))).toContain('Every disputed field has a reading.')
  await send(ana, '/claims/new?record=round&id=1&field=duration_minutes', {
    value: '45',
    source_id: '5',
    kept: 'It is what the archive has.',
  })
  const waiting = await section('disputes')
  expect(wordsOf(waiting)).toMatch(/Port Helm, 14 March 2024: Length Strait of Marrow talks · 3 claims/)
  const settle = '/readings/new?record=round&amp;id=1&amp;field=duration_minutes'
  expect(waiting).toContain(`href="${settle}"`)
  expect(waiting).toContain('href="/rounds/1/evidence/duration_minutes"')
  await send(ana, settle.replaceAll('&amp;', '&'), {
    rule: 'disputed',
    reason: 'Nobody can tell.',
  })
  expect(await section('disputes')).not.toContain(settle)
  expect((await ana.get('/desk/disputes')).text).not.toContain(settle)
})

const made = (event: object) => ({ ...atHalden, ...event })
const proposed = (title: string, deadline = '') => ({
  'proposals.0.title': title,
  'proposals.0.proposer': 'Varenia',
  'proposals.0.addressee': 'Kingdom of Torland',
  'proposals.0.deadline': deadline,
})

test('a proposal waits where its deadline is near or past, or its answer long in coming', async () => {
  expect(wordsOf(await section('unanswered'))).toContain('No deadline is near')
  const on = (title: string, date: string) => ({ title, date })
  const rounds = [
    made({ ...on('Halden, 5 June 2024', '2024-06-05'), ...proposed('Pilots on ships', '2024-07-11') }),
    made({ ...on('Halden, 6 June 2024', '2024-06-06'), ...proposed('A light at the cape', '2024-06-21') }),
    made({ ...on('Halden, 1 April 2024', '2024-04-01'), ...proposed('A joint coastguard') }),
    made({ ...on('Halden, 7 June 2024', '2024-06-07'), ...proposed('A shared chart') }),
    made({ ...on('Halden, 8 June 2024', '2024-06-08'), ...proposed('A toll', '2024-08-01') }),
    made({
      ...on('Halden, 2 April 2024', '2024-04-02'),
      ...proposed('A fish quota', '2024-05-01'),
      'proposals.0.events.0.verb': 'rejected',
      'proposals.0.events.0.party': 'Kingdom of Torland',
    }),
  ]
  for (const form of rounds) expect(roundOf(await send(ana, '/rounds/new', form))).toBeGreaterThan(0)
  const over = { ...on('Oskburg, 1998', '1998-05-20'), track_id: '3', ...proposed('A ferry', '1998-06-01') }
  expect(roundOf(await send(ana, '/rounds/new', made(over)))).toBeGreaterThan(0)
  const waiting = await section('unanswered')
  const words = wordsOf(waiting)
  expect(words).toMatch(/^Proposals without an answer 3 /)
  expect(words).toMatch(
    /Pilots on ships Due in 10 days · Republic of Varenia to Kingdom of Torland · Strait of Marrow talks .*A light at the cape Its deadline passed 10 days ago .*A joint coastguard No answer for 91 days/,
  )
  for (const not of ['A shared chart', 'A toll', 'A fish quota', 'A ferry']) expect(words).not.toContain(not)
  const answer = /href="(\/proposal-events\/new\?proposal_id=\d+)">Record an answer/.exec(waiting)?.[1] ?? ''
  expect((await ana.get(answer)).status).toBe(200)
})

test('a commitment is overdue where its deadline passed with a balance open', async () => {
  const { text } = await ana.get('/desk/overdue')
  expect(wordsOf(text)).toMatch(
    /Release of sailors Overdue for 62 days: the deadline was 30 April 2024 · at least 3 not reported · Kingdom of Torland to Republic of Varenia/,
  )
  expect(wordsOf(await section('overdue'))).toMatch(/^Commitments overdue 1 /)
  const { text: desk } = await ana.get('/desk')
  expect(desk).toContain('href="/follow-ups/new?commitment_id=1">Report a delivery')
  expect((await ana.get('/follow-ups/new?commitment_id=1')).status).toBe(200)
  const delivery = { commitment_id: 1, title: 'The last three', quantity: 3, date: '2024-05-05' } as const
  await recording(parley.db, (db) =>
    createRecord(db, somebody, followUpRecord, { ...delivery, quantity_bound: 'exact' }),
  )
  expect(wordsOf(await section('overdue'))).toMatch(/^Commitments overdue 0 /)
})

test('a recent round says how many of its fields have no source, and leads to a claim on the first', async () => {
  const id = roundOf(
    await send(ana, '/rounds/new', { ...atHalden, title: 'Halden, 30 June 2024', date: '2024-06-30' }),
  )
  const { rows } = await sql<{ count: number }>`select count(*) as count from field_status
    where round_id = ${id} and status = 'unsourced'`.execute(parley.db)
  const waiting = await section('unsourced')
  expect(wordsOf(waiting)).toContain(
    `Halden, 30 June 2024 30 June 2024 · ${rows[0]?.count} fields without a source, the first: Date`,
  )
  const claim = `/claims/new?record=round&amp;id=${id}&amp;field=date`
  expect(waiting).toContain(`href="${claim}"`)
  expect((await ana.get(claim.replaceAll('&amp;', '&'))).status).toBe(200)
  expect((await ana.get('/desk/unsourced')).text).not.toContain('Oskburg')
})

test('where no round is recent, the newest of the record are', async () => {
  const far = await fieldsUnsourced.look(parley.db, 30_000, { limit: 100, offset: 0 }, nobody)
  const oskburg = (entries: Array<{ label: string }>) =>
    entries.some(({ label }) => label.startsWith('Oskburg'))
  expect(oskburg(far.entries)).toBe(true)
  const near = await fieldsUnsourced.look(parley.db, 19_905, { limit: 100, offset: 0 }, nobody)
  expect(near.entries.length).toBeGreaterThan(0)
  expect(oskburg(near.entries)).toBe(false)
})

test('a deadline that was claimed later is hidden as of an earlier day, though the desk finds proposals by it', async () => {
  await send(ana, '/claims/new?record=proposal&id=1&field=deadline', {
    value: '2024-06-30',
    source_id: '6',
    asserted: '2024-06-20',
  })
  const then = (day: number) =>
    parley.past.knownOn(day).selectFrom('proposal').select('deadline_latest').where('id', '=', 1).execute()
  expect(await then(19_894)).toEqual([{ deadline_latest: 19_904 }])
  expect(await then(19_893)).toEqual([{ deadline_latest: null }])
})

test('an import leaves who read what', async () => {
  expect(wordsOf(await section('imports'))).toMatch(
    /Imports 1 .*1 July 2024, 12:00 UTC, by starter record \d+ rows from 24 files · 15 claims/,
  )
  expect(wordsOf((await ana.get('/desk/imports')).text)).toMatch(
    /15 claims, .*1 commitment, .*Files: source\.csv, /,
  )
})

test('an import that was refused leaves nothing', async () => {
  const folder = folderOf({ 'person.csv': 'id,name,note\n1,Iva Dvorkin,\n' })
  expect((await importFolder(parley.db, somebody, folder)).ok).toBe(false)
  expect(await parley.db.selectFrom('import_run').selectAll().execute()).toHaveLength(1)
  const good = folderOf({ 'person.csv': 'id,name,note\n900,Lena Fisk,\n' })
  expect((await importFolder(parley.db, somebody, good)).ok).toBe(true)
  expect(wordsOf(await section('imports'))).toMatch(
    /Imports 2 .*UTC, by a test 1 row from 1 file · 1 person .*by starter record/,
  )
})

test('a full list has the page that is asked for, and no other name', async () => {
  for (const name of ['disputes', 'unanswered', 'overdue', 'unsourced', 'imports', 'duplicates']) {
    expect((await ana.get(`/desk/${name}?page=2`)).status).toBe(200)
    expect((await ana.get(`/desk/${name}?page=x`)).status).toBe(400)
    expect((await ana.get(`/desk/${name}?colour=red`)).status).toBe(400)
  }
  expect((await ana.get('/desk?colour=red')).status).toBe(400)
  expect((await ana.get('/desk/nothing')).status).toBe(404)
})
