import { beforeEach, expect, test } from 'vitest'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { nameRecord } from '../../src/parties/fields.ts'
import { claimRecord } from '../../src/sources/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'
import type { Form, Visit } from '../visit.ts'
import { send } from './form.ts'
import { pointingTo, type Record, wholeRecord } from './merging.ts'
import { addTwins, type Twins } from './twins.ts'

let open: OpenHouse
let eve: Visit
let twins: Twins
beforeEach(async () => {
  open = await house()
  eve = await open.signedIn('editor', 'Eve')
  twins = await addTwins(open.db)
  return () => open.close()
})

/** Merged by the form, into number 1 of the kind. */
async function merge(record: keyof Twins, path: string, filled: Form = {}): Promise<Record> {
  const before = await wholeRecord(open.db)
  const reply = await send(eve, `/${path}/${twins[record]}/merge?into=1`, {
    reason: 'They are one.',
    ...filled,
  })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, expect.any(String)])
  const after = await wholeRecord(open.db)
  expect(pointingTo(after, record, twins[record])).toEqual([])
  const claims = (rows: Record) =>
    [...rows.keys()].filter((key) => /^claim /.test(key) && rows.get(key)?.withdrawn === null)
  expect(claims(after)).toEqual(claims(before))
  expect((await restateAll(open.db)).differing).toEqual([])
  return after
}

async function leads(old: string): Promise<string> {
  const { status, headers } = await open.visit.get(old)
  return `${status} ${headers.get('location')}`
}

test('a person: twice in one delegation is once, with the claims of both and what the one left empty', async () => {
  const rows = await merge('person', 'people')
  expect(rows.get(`delegate ${twins.delegate}`)?.withdrawn).toMatch(
    /^person \d+ merged into 1: They are one\.$/,
  )
  expect(rows.get('delegate 1')).toMatchObject({
    role: 'head',
    office_id: 1,
    note: 'Left early.',
    withdrawn: null,
  })
  const claims = [...rows.values()].filter(
    ({ record, record_id }) => record === 'delegate' && record_id === 1,
  )
  expect(claims.map(({ value }) => value)).toEqual(expect.arrayContaining(['head', 'member', 'I. Dvorkin']))
  expect(await leads(`/delegates/${twins.delegate}/evidence/role`)).toBe('301 /delegates/1/evidence/role')
  expect((await open.visit.get('/delegates/1/evidence')).text).toContain('The Marrow Gazette')
})

test('a person: an office of the same title is one, further names are not repeated', async () => {
  const rows = await merge('person', 'people')
  const own = (table: string) =>
    [...rows].flatMap(([key, row]) =>
      key.startsWith(`${table} `) && row.person_id === 1 && row.withdrawn === null ? [row] : [],
    )
  expect(own('office').map(({ title }) => title)).toEqual([
    'Deputy Foreign Minister',
    'Foreign Minister',
    'Chief of staff',
  ])
  expect(own('name').map(({ name }) => name)).toEqual(['Іва Дворкін', 'Ywa Dworkin', 'I. Dvorkin'])
  expect(rows.get('person 1')).toMatchObject({ name: 'Iva Dvorkin', note: 'Entered from a list.' })
})

test('a person: the other name may be the right one', async () => {
  const rows = await merge('person', 'people', { name: `Person ${twins.person}, which is merged` })
  expect(rows.get('person 1')?.name).toBe('I. Dvorkin')
  const names = [...rows].filter(
    ([key, row]) => /^name /.test(key) && row.person_id === 1 && row.withdrawn === null,
  )
  expect(names.map(([, { name }]) => name).sort()).toEqual(['Iva Dvorkin', 'Ywa Dworkin', 'Іва Дворкін'])
})

test('a party: two delegations of a round are one, and who sits in both sits once', async () => {
  const rows = await merge('party', 'parties')
  const delegations = [...rows].filter(
    ([key, row]) =>
      /^delegation /.test(key) && row.round_id === 1 && row.party_id === 1 && row.withdrawn === null,
  )
  expect(delegations.map(([key, { mandate }]) => [key, mandate])).toEqual([['delegation 1', 'Passage.']])
  const seats = [...rows.values()].filter(
    ({ delegation_id, person_id, withdrawn }) => delegation_id === 1 && person_id === 1 && withdrawn === null,
  )
  expect(seats).toHaveLength(1)
  expect(rows.get('party 1')).toMatchObject({ code: 'VAR', iso_alpha3: 'VAR', gwno: 901 })
  expect(await leads(`/delegations/${twins.delegation}/evidence/size`)).toBe(
    '301 /delegations/1/evidence/size',
  )
})

test('a source: its claims follow, and no source is a version of itself', async () => {
  const rows = await merge('source', 'sources', { version_of_id: `Source ${twins.source}, which is merged` })
  expect(rows.get('source 4')?.version_of_id).toBe(1)
  expect(rows.get('source 1')?.version_of_id).toBeNull()
  const cited = [...rows.values()].filter(({ source_id, value }) => source_id === 1 && value === 'Halden')
  expect(cited).toHaveLength(1)
  expect(await leads(`/sources/${twins.source}/claims.csv`)).toBe('301 /sources/1/claims.csv')
})

test('a source: the text that was kept follows where the other has none', async () => {
  const rows = await merge('source', 'sources')
  const texts = [...rows].filter(([key, row]) => /^capture /.test(key) && row.source_id === 1)
  expect(texts.filter(([, { withdrawn }]) => withdrawn === null)).toHaveLength(1)
})

test('a source: where only the other has a text, that one follows', async () => {
  await send(eve, `/sources/${twins.source}/merge?into=6`, { reason: 'They are one.' })
  const rows = await wholeRecord(open.db)
  const texts = [...rows].filter(([key, row]) => /^capture /.test(key) && row.source_id === 6)
  expect(texts.map(([, { text, withdrawn }]) => [text, withdrawn])).toEqual([['The text of the twin.', null]])
  expect(pointingTo(rows, 'source', twins.source)).toEqual([])
})

test('a round: who was there twice was there once', async () => {
  const rows = await merge('round', 'rounds', { track_id: 'Round 1, which stays' })
  const there = [...rows].filter(([key, row]) => /^(delegation|third_party) /.test(key) && row.round_id === 1)
  const standing = there.filter(([, { withdrawn }]) => withdrawn === null).map(([key]) => key.split(' ')[0])
  expect(standing).toEqual(['delegation', 'delegation', 'delegation', 'third_party', 'third_party'])
  expect(rows.get('third_party 1')?.note).toBe('Chaired.')
  const readings = [...rows.values()].filter(
    ({ rule, withdrawn }) => rule === 'inference' && withdrawn === null,
  )
  expect(readings.map(({ reason }) => reason)).toEqual(['From the agenda.'])
  expect(await leads(`/rounds/${twins.round}`)).toBe('301 /rounds/1')
  expect((await open.visit.get('/rounds?q=march')).text).not.toContain('Port Helm, March 2024')
})

test('a round: the decision on a field goes with the reading that is chosen', async () => {
  const rows = await merge('round', 'rounds', { date: `Round ${twins.round}, which is merged` })
  const readings = [...rows.values()].filter(
    ({ rule, withdrawn }) => rule === 'inference' && withdrawn === null,
  )
  expect(readings).toMatchObject([{ record_id: 1, reason: 'From a diary.' }])
  expect(rows.get('round 1')).toMatchObject({ date: '2024-03', date_earliest: 19783 })
})

test('a proposal: an issue named by both is named once, a deed told by both is told once', async () => {
  const rows = await merge('proposal', 'proposals')
  const about = [...rows].filter(([key, row]) => /^proposal_issue /.test(key) && row.issue_id === 1)
  expect(about.map(([key, { withdrawn }]) => [key, withdrawn === null])).toEqual([
    ['proposal_issue 1', true],
    ['proposal_issue 2', false],
  ])
  const made = [...rows.values()].filter(({ verb, withdrawn }) => verb === 'made' && withdrawn === null)
  expect(made).toHaveLength(1)
  expect(await leads(`/proposals/${twins.proposal}.csv`)).toBe('301 /proposals/1.csv')
})

test('an issue: what was held on both is held once, and none is part of itself', async () => {
  const rows = await merge('issue', 'issues', { parent_id: `Issue ${twins.issue}, which is merged` })
  expect(rows.get('issue 1')).toMatchObject({ code: 'passage', parent_id: null, pax_code: 'Tra' })
  const held = [...rows.values()].filter(
    ({ stance, withdrawn }) => stance === 'demands' && withdrawn === null,
  )
  expect(held).toHaveLength(1)
  expect(await leads('/issues/transit')).toBe('301 /issues/passage')
  expect(await leads('/issues/transit.csv?party=1')).toBe('301 /issues/passage.csv?party=1')
  expect(await leads(`/issues/${twins.issue}/evidence`)).toBe('301 /issues/1/evidence')
})

test('a process and a track: what is in them follows, and each address leads on', async () => {
  const rows = await merge('track', 'tracks')
  expect(rows.get(`round ${twins.round}`)?.track_id).toBe(1)
  await merge('process', 'processes')
  expect(await leads('/processes/marrow-strait')).toBe('301 /processes/strait-of-marrow')
  expect(await leads('/processes/marrow-strait/positions.csv')).toBe(
    '301 /processes/strait-of-marrow/positions.csv',
  )
  expect(await leads(`/processes/${twins.process}/evidence/title`)).toBe('301 /processes/1/evidence/title')
})

test('a venue of a name that folds alike is no other account of where it was', async () => {
  const before = await open.visit.get('/rounds/1/evidence/venue_id')
  expect(before.text).toContain('Cinar Palace')
  const rows = await merge('venue', 'venues')
  expect(rows.get(`round ${twins.round}`)?.venue_id).toBe(1)
  const names = [...rows.values()].filter(({ venue_id, name }) => venue_id === 1 && name === 'Cinar Palace')
  expect(names).toHaveLength(1)
})

test('claims elsewhere that name them by names of both are of one account now', async () => {
  const { db } = open
  await recording(db, async (db) => {
    const make = (values: object) => createRecord(db, somebody, claimRecord, values)
    const on = { record: 'delegate', record_id: 4, field: 'person_id', affirms: 1 }
    await createRecord(db, somebody, nameRecord, { person_id: 4, name: 'Kob', kind: 'alias' })
    await make({ ...on, value: 'Kob', source_id: 1 })
    await make({ ...on, value: 'Silent Clerk', source_id: 2 })
  })
  await send(eve, '/people/4/merge?into=5', { reason: 'They are one.' })
  const status = await db
    .selectFrom('field_status')
    .select('origins')
    .where('record', '=', 'delegate')
    .where('record_id', '=', 4)
    .where('field', '=', 'person_id')
    .executeTakeFirst()
  expect((await restateAll(db)).differing).toEqual([])
  expect(status).toEqual({ origins: 2 })
})
