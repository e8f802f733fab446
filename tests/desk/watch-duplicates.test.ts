import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/tables.ts'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import type { Values } from '../../src/fields/kind.ts'
import type { RecordKind } from '../../src/fields/record.ts'
import { changeRecord, createRecord, restoreRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { nameRecord, partyRecord, personRecord } from '../../src/parties/fields.ts'
import { delegationRecord, roundRecord } from '../../src/rounds/fields.ts'
import { sourceRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'
import type { Visit } from '../visit.ts'

let parley: OpenHouse
let db: Db
let editor: Visit
beforeAll(async () => {
  parley = await house()
  db = parley.db
  editor = await parley.signedIn('editor', 'Edda')
})

/** Makes a record as any form does. */
function make<F extends RecordKind['fields']>(kind: RecordKind<F>, values: Partial<Values<F>>) {
  return recording(db, (db) => createRecord(db, somebody, kind, values))
}

async function pairs(record: string): Promise<string[]> {
  const rows = await db
    .selectFrom('lookalike')
    .selectAll()
    .where('record', '=', record)
    .orderBy('one')
    .orderBy('other')
    .execute()
  return rows.map(({ one, other, rule }) => `${one} ${other} ${rule}`)
}

/** The pairs of a record that was made just now. */
async function pairsOf(record: string, id: number): Promise<string[]> {
  return (await pairs(record)).filter((pair) => pair.split(' ').includes(String(id)))
}

test('the record of the tests holds nothing twice', async () => {
  expect(await db.selectFrom('lookalike').selectAll().execute()).toEqual([])
  expect(wordsOf((await editor.get('/desk/duplicates')).text)).toContain('No two records look like one.')
})

describe('two people may be one', () => {
  test.each([
    ['IVA DVORKIN', '1', 'name'],
    ['ywa dworkin', '1', 'name'],
    ['Aydin, Isik', '2', 'order'],
    ['Jonas Brant', '3', 'spelling'],
    ['Iva Dvorrkin', '1', 'spelling'],
  ])('%s looks like person %s by its %s', async (name, other, rule) => {
    const id = await make(personRecord, { name })
    expect(await pairsOf('person', id)).toEqual([`${other} ${id} ${rule}`])
    await recording(db, (db) => withdrawRecord(db, somebody, personRecord, id, 'Made twice.'))
    expect(await pairsOf('person', id)).toEqual([])
  })

  test.each([['Ivan Dvoretsky'], ['Petra Ost-Berg'], ['Jonas Brunner']])(
    '%s looks like nobody',
    async (name) => {
      expect(await pairsOf('person', await make(personRecord, { name }))).toEqual([])
    },
  )

  test('a further name makes them alike, and taking it away unlike', async () => {
    const id = await make(personRecord, { name: 'Mara Lund' })
    const further = await make(nameRecord, { person_id: id, name: 'Silent Clerk', kind: 'alias' })
    expect(await pairsOf('person', id)).toEqual([`5 ${id} name`])
    await recording(db, (db) => changeRecord(db, somebody, nameRecord, further, { person_id: 4 }))
    expect(await pairsOf('person', id)).toEqual([])
    expect(await pairsOf('person', 4)).toEqual(['4 5 name'])
    await recording(db, (db) => withdrawRecord(db, somebody, nameRecord, further, 'Mistaken.'))
    expect(await pairsOf('person', 4)).toEqual([])
  })

  test('a changed name is judged anew, and a restored record too', async () => {
    const id = await make(personRecord, { name: 'Somebody Else' })
    await recording(db, (db) => changeRecord(db, somebody, personRecord, id, { name: 'Petra Osk' }))
    expect(await pairsOf('person', id)).toEqual([`4 ${id} name`])
    await recording(db, (db) => withdrawRecord(db, somebody, personRecord, 4, 'For a moment.'))
    expect(await pairsOf('person', id)).toEqual([])
    await recording(db, (db) => restoreRecord(db, somebody, personRecord, 4, 'Back.'))
    expect(await pairsOf('person', id)).toEqual([`4 ${id} name`])
    await recording(db, (db) => withdrawRecord(db, somebody, personRecord, id, 'Done.'))
  })
})

test('two venues may be one by name, unless their countries differ, and by the ground with a like name', async () => {
  const place = { kind: 'palace' as const, latitude: 46.2029, longitude: 6.1466 }
  const near = await make(venueRecord, { ...place, name: 'Çınar Palace Hotel' })
  expect(await pairsOf('venue', near)).toEqual([`1 ${near} place`])
  expect(await pairsOf('venue', await make(venueRecord, { ...place, name: 'House of Pilots' }))).toEqual([])
  const far = await make(venueRecord, { ...place, name: 'Cinar Palace Annexe', latitude: 46.2061 })
  expect(await pairsOf('venue', far)).toEqual([])
  const vague = { ...place, name: 'Çınar Palace Hotel', coordinate_precision: 'city' as const, country: 'SE' }
  const abroad = await make(venueRecord, { ...vague, name: 'Cinar Palace' })
  expect(await pairsOf('venue', abroad)).toEqual([])
  const same = await make(venueRecord, { name: 'Halden Town Hall', kind: 'other', country: 'NO' })
  expect(await pairsOf('venue', same)).toEqual([`2 ${same} name`])
})

test('two parties may be one by code or name', async () => {
  const coded = await make(partyRecord, { name: 'Torland', code: 'tor', kind: 'state' })
  expect(await pairsOf('party', coded)).toEqual([`2 ${coded} code`])
  const named = await make(partyRecord, { name: 'VARENIA', code: 'VRN', kind: 'state' })
  expect(await pairsOf('party', named)).toEqual([`1 ${named} name`])
})

test('two sources may be one by address, or by publisher, title and date; a version is no copy', async () => {
  const kind = 'news report' as const
  const url = 'http://www.gazette.example/port-helm/?utm_source=mail'
  const linked = await make(sourceRecord, { publisher: 'Gazette', kind, url })
  expect(await pairsOf('source', linked)).toEqual([`1 ${linked} address`])
  const version = await make(sourceRecord, { publisher: 'Gazette', kind, url, version_of_id: 1 })
  expect(await pairsOf('source', version)).toEqual([])
  const printed = await make(sourceRecord, {
    publisher: 'halden post',
    kind,
    title: 'Envoys meet at Port Helm',
    published: '2024-03-15',
  })
  expect(await pairsOf('source', printed)).toEqual([`3 ${printed} publication`])
})

test('two rounds may be one by track and date, or by venue, date and parties', async () => {
  const round = { title: 'Port Helm', date: '2024-03-14', status: 'held' as const }
  const again = await make(roundRecord, { ...round, track_id: 1 })
  expect(await pairsOf('round', again)).toEqual([`1 ${again} day`])
  const second = await make(roundRecord, { ...round, track_id: 1, ordinal: 2 })
  expect(await pairsOf('round', second)).toEqual([`${again} ${second} day`])
  const elsewhere = await make(roundRecord, { ...round, track_id: 2, venue_id: 1 })
  expect(await pairsOf('round', elsewhere)).toEqual([])
  for (const party_id of [2, 1])
    await make(delegationRecord, { round_id: elsewhere, party_id, position: party_id })
  expect(await pairsOf('round', elsewhere)).toEqual([`1 ${elsewhere} meeting`])
})

test('a thousand of one name make no million pairs, and whoever leaves makes room for the next', async () => {
  const ids = await recording(db, async (db) => {
    const made: number[] = []
    for (let at = 0; at < 60; at++)
      made.push(await createRecord(db, somebody, personRecord, { name: 'Unnamed delegate' }))
    return made
  })
  const all = async () => (await pairs('person')).filter((pair) => ids.includes(Number(pair.split(' ')[0])))
  expect(await all()).toHaveLength((60 - 10) * 10 + 45)
  const [first, gone] = ids as [number, number]
  expect(await all()).not.toContain(`${first} ${first + 11} name`)
  await recording(db, (db) => withdrawRecord(db, somebody, personRecord, gone, 'One fewer.'))
  expect(await all()).toContain(`${first} ${first + 11} name`)
  expect(await all()).toHaveLength((59 - 10) * 10 + 45)
  await recording(db, async (db) => {
    for (const id of ids) if (id !== gone) await withdrawRecord(db, somebody, personRecord, id, 'Enough.')
  })
  expect(await all()).toEqual([])
})

test('judged anew, the whole record looks alike as it did', async () => {
  expect((await restateAll(db)).differing).toEqual([])
  await db.transaction().execute((db) => db.deleteFrom('lookalike').where('record', '=', 'party').execute())
  expect((await restateAll(db)).differing.length).toBeGreaterThan(0)
  expect((await restateAll(db)).differing).toEqual([])
})

describe('a pair on the desk', () => {
  let id: number
  let path: string
  beforeAll(async () => {
    id = await make(personRecord, { name: 'Jonas Brandt', note: 'Another of that name.' })
    path = `/desk/duplicates/person/3/${id}`
  })

  test('is listed with why, and counted', async () => {
    const { text } = await editor.get('/desk')
    expect(wordsOf(text)).toContain(`Jonas Brandt (3) and Jonas Brandt (${id}) Person: the same name Compare`)
    expect(text).toContain(`href="${path}"`)
    const { length } = await db.selectFrom('lookalike').selectAll().execute()
    expect(wordsOf(text)).toMatch(new RegExp(`Possible duplicates ${length} `))
  })

  test('stands side by side: what differs, how often each is used, and which goes into which', async () => {
    for (const page of ['/desk/duplicates?record=person', path]) {
      const { text } = await editor.get(page)
      const words = wordsOf(text)
      expect(words).toContain(
        `Note not recorded Another of that name. Offices Secretary-General not recorded`,
      )
      expect(words).toContain('Used 3 times nowhere')
      expect(text).toContain(`href="/people/${id}/merge?into=3"`)
      expect(words).not.toContain('Name Jonas')
    }
    expect((await editor.get('/desk/duplicates?record=venue')).text).not.toContain('Jonas')
    expect((await editor.get('/desk/duplicates?record=claim')).status).toBe(400)
  })

  test('goes the other way where the newer is used more', async () => {
    const used = await make(partyRecord, { name: 'Kingdom of Torland', code: 'KOT', kind: 'state' })
    const unused = await make(partyRecord, { name: 'Kingdom of Brod', code: 'KOB', kind: 'state' })
    const twin = await make(partyRecord, { name: 'Brod', code: 'KOB', kind: 'state' })
    const merge = async (one: number, other: number) =>
      /href="([^"]*merge[^"]*)"/.exec((await editor.get(`/desk/duplicates/party/${one}/${other}`)).text)?.[1]
    expect(await merge(2, used)).toBe(`/parties/${used}/merge?into=2`)
    expect(await merge(unused, twin)).toBe(`/parties/${twin}/merge?into=${unused}`)
    await make(delegationRecord, { round_id: 4, party_id: twin, position: 9 })
    expect(await merge(unused, twin)).toBe(`/parties/${unused}/merge?into=${twin}`)
  })

  test('is told apart by an editor alone', async () => {
    const analyst = await parley.signedIn('analyst', 'Ana')
    expect((await analyst.get(path)).text).not.toContain('Not the same</button>')
    expect((await analyst.post(path, { why: 'I say so.' })).status).toBe(403)
    expect(await pairsOf('person', id)).toEqual([`3 ${id} name`])
  })

  test('is not told apart without a reason', async () => {
    await editor.get(path)
    const { status, text } = await editor.post(path, { why: ' ' })
    expect(status).toBe(422)
    expect(wordsOf(text)).toContain('There is a problem What tells them apart must not be empty')
    expect(await db.selectFrom('unlike').selectAll().execute()).toEqual([])
  })

  test('once told apart, never returns, and who said so is kept for good', async () => {
    expect((await editor.post(path, { why: 'Father and son.' })).status).toBe(303)
    expect(await pairsOf('person', id)).toEqual([])
    const kept = await db.selectFrom('unlike').selectAll().execute()
    expect(kept).toMatchObject([
      {
        record: 'person',
        one: 3,
        other: id,
        who: 'Edda',
        why: 'Father and son.',
        at: '2024-07-01T12:00:00.000Z',
      },
    ])
    await recording(db, (db) => changeRecord(db, somebody, personRecord, id, { name: 'Jonas Brant' }))
    await recording(db, (db) => changeRecord(db, somebody, personRecord, 3, { note: 'The father.' }))
    await recording(db, (db) => changeRecord(db, somebody, personRecord, id, { name: 'Jonas Brandt' }))
    expect(await pairsOf('person', id)).toEqual([])
    await restateAll(db)
    expect(await pairsOf('person', id)).toEqual([])
    await expect(db.transaction().execute((db) => db.deleteFrom('unlike').execute())).rejects.toThrow(
      'stays apart',
    )
    expect((await editor.get(path)).status).toBe(404)
    expect((await editor.post(path, { why: 'Once more.' })).status).toBe(404)
  })

  test('that is none is refused in a sentence', async () => {
    for (const wrong of ['person/1/2', 'person/2/1', 'claim/1/2', 'person/x/2', 'constructor/1/2'])
      expect((await editor.get(`/desk/duplicates/${wrong}`)).status).toBe(404)
  })
})
