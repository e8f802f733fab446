import { beforeAll, expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, restoreRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { nameRecord, personRecord } from '../../src/parties/fields.ts'
import { house, type OpenHouse, stillClock } from '../house.ts'
import { handles, listen, scans } from '../record/scans.ts'
import type { Visit } from '../visit.ts'
import { atHalden, send } from './form.ts'

interface Hit {
  value: string
  name: string
  apart: string
}

const by = { account_id: null, who: 'the tests', clock: stillClock }
let open: OpenHouse
let ana: Visit
beforeAll(async () => {
  open = await house()
  ana = await open.signedIn()
})

async function find(query: string, visit = ana): Promise<Hit[]> {
  const { text } = await visit.get(`/desk/lookup?${query}`)
  return JSON.parse(text).hits
}

async function values(query: string): Promise<string[]> {
  return (await find(query)).map(({ value }) => value)
}

test('a person is found by any word of any name, whatever its accents', async () => {
  for (const typed of ['iva', 'dvork', 'DWOR', 'ywa dwo', '%D0%94%D0%B2%D0%BE%D1%80'])
    expect(await values(`record=person&q=${typed}`)).toEqual(['Iva Dvorkin'])
  expect(await values('record=person&q=isik')).toEqual(['Işık Aydın'])
  expect(await values('record=person&q=vork')).toEqual([])
})

test('what tells them apart stands beside: the latest office, the code, the city and country, the day', async () => {
  const apart = async (query: string) => (await find(query))[0]?.apart
  expect(await apart('record=person&q=iva')).toBe('Foreign Minister, Republic of Varenia')
  expect(await apart('record=party&q=varenia')).toBe('VAR, state')
  expect(await apart('record=venue&q=cinar')).toBe('Port Helm, Switzerland')
  expect(await find('record=track&q=working')).toEqual([
    { value: 'Working contacts', name: 'Working contacts', apart: 'Strait of Marrow talks' },
  ])
  const [source] = await find('record=source&q=helm')
  expect(source?.value).toMatch(/^\d+$/)
})

test('the whole name goes before its beginning, and that before a word within', async () => {
  await send(ana, '/rounds/new', {
    ...atHalden,
    'delegations.0.party': 'Republic of Varenia',
    ...people('Lund Iva', 'Iva', 'Ivanka Berg'),
  })
  expect(await values('record=person&q=iva')).toEqual(['Iva', 'Iva Dvorkin', 'Ivanka Berg', 'Lund Iva'])
})

test('those of the last rounds of the track come first, and are offered before anything is typed', async () => {
  expect((await values('record=person&q=&near=1')).slice(0, 3)).toEqual(['Lund Iva', 'Iva', 'Ivanka Berg'])
  expect((await values('record=person&q=i&near=1'))[0]).toBe('Lund Iva')
  expect((await values('record=venue&q=&near=1'))[0]).toBe('Halden town hall')
  expect(await values('record=person&q=')).toEqual([])
})

test('a proposal is continued in its own process alone', async () => {
  const title = 'Free passage for fishing boats'
  expect(await values('record=proposal&q=fishing&near=1')).toEqual([title])
  expect(await values('record=proposal&q=&near=2')).toEqual([title])
  for (const query of ['q=fishing&near=3', 'q=fishing', 'q=boats%20for&near=1'])
    expect(await values(`record=proposal&${query}`)).toEqual([])
})

test('two of one name carry their numbers', async () => {
  const id = await recording(open.db, (db) => createRecord(db, by, personRecord, { name: 'Petra Osk' }))
  expect(await values('record=person&q=petra')).toEqual(['Petra Osk #4', `Petra Osk #${id}`])
  expect((await ana.get('/rounds/new')).text).toContain('<option value="Petra Osk #4">')
})

test('an office is offered by who holds it that day, before their other offices', async () => {
  const asked = 'record=office&q=&person=iva+dvorkin'
  expect(await find(`${asked}&date=14+March+2024`)).toEqual([
    {
      value: 'Deputy Foreign Minister',
      name: 'Deputy Foreign Minister',
      apart: 'held that day, Republic of Varenia',
    },
    { value: 'Foreign Minister', name: 'Foreign Minister', apart: '2024-04-20/.., Republic of Varenia' },
  ])
  expect((await values(`${asked}&date=June+2024`))[0]).toBe('Foreign Minister')
  expect(await values('record=office&q=amb&person=iva+dvorkin')).toEqual(['Ambassador at large'])
  expect(await values('record=office&q=&person=nobody')).toEqual([])
})

test('the zone of the venue is offered, or those of its country, and any other by its city', async () => {
  expect(await values('record=zone&q=&venue=Cinar+Palace')).toEqual(['Europe/Zurich'])
  expect(await find('record=zone&q=&venue=Oskburg')).toEqual([
    { value: 'Europe/Vienna', name: 'Europe/Vienna', apart: 'Austria' },
  ])
  expect(await values('record=zone&q=ista')).toContain('Europe/Istanbul')
})

test('what is withdrawn, renamed or lost its name is found so no more', async () => {
  const name = { name: 'Odd Berntsen', kind: 'alias', person_id: 5 } as const
  const [alias, id] = await recording(open.db, async (db) => [
    await createRecord(db, by, nameRecord, name),
    await createRecord(db, by, personRecord, { name: 'Oddny Vik' }),
  ])
  expect(await values('record=person&q=odd')).toEqual(['Silent Clerk', 'Oddny Vik'])
  await recording(open.db, (db) => changeRecord(db, by, personRecord, id, { name: 'Unn Vik' }))
  expect(await values('record=person&q=odd')).toEqual(['Silent Clerk'])
  await recording(open.db, (db) => changeRecord(db, by, nameRecord, alias, { person_id: id }))
  expect(await values('record=person&q=odd')).toEqual(['Unn Vik'])
  await recording(open.db, (db) => withdrawRecord(db, by, personRecord, id, 'Nobody of that name.'))
  expect(await values('record=person&q=odd')).toEqual([])
  await recording(open.db, (db) => restoreRecord(db, by, personRecord, id, 'There was.'))
  expect(await values('record=person&q=vik')).toEqual(['Unn Vik'])
})

test('only those who write forms may ask, and what is no question is refused', async () => {
  expect((await open.visit.get('/desk/lookup?record=person&q=iva')).status).toBe(303)
  for (const query of ['', 'record=account&q=a', 'record=__proto__&q=a'])
    expect((await ana.get(`/desk/lookup?${query}`)).status).toBe(400)
  for (const query of ['q=%00%22%27%25', `q=${'a'.repeat(5000)}`, 'q=a&q=b', 'near=1e9', 'near=-1'])
    expect((await ana.get(`/desk/lookup?record=person&${query}`)).status).toBe(200)
})

test('neither a lookup nor a form reads a whole table', async () => {
  const stop = listen()
  for (const record of ['person', 'party', 'venue', 'source', 'office', 'proposal', 'track', 'zone'])
    for (const rest of ['q=a', 'q=&near=1', 'q=a&near=1&person=iva+dvorkin&venue=cinar+palace&date=2024'])
      expect((await ana.get(`/desk/lookup?record=${record}&${rest}`)).status).toBe(200)
  for (const path of ['/rounds/new', '/rounds/1/edit', '/rounds/new?after=1'])
    expect((await ana.get(path)).status).toBe(200)
  stop()
  expect(handles.size).toBeGreaterThan(20)
  expect([...handles].flatMap(scans)).toEqual([])
})

/** The first delegation's people. */
function people(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name, at) => [
      [`delegations.0.people.${at}.person`, name],
      [`delegations.0.people.${at}.role`, 'member'],
    ]),
  )
}

test('judged anew, everything is called as it was', async () => {
  const { db } = open
  expect((await restateAll(db)).differing).toEqual([])
  await atomically(db, (db) => db.deleteFrom('called').where('record', '=', 'venue').execute())
  expect((await restateAll(db)).differing).toContain('venue 1')
  expect((await restateAll(db)).differing).toEqual([])
})
