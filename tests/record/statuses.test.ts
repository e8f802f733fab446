import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/tables.ts'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { nameRecord, officeRecord, partyRecord, personRecord } from '../../src/parties/fields.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { claimRecord, relayRecord, sourceRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { emptyRecord, somebody } from './folders.ts'

let db: Db
beforeAll(async () => {
  db = emptyRecord()
  await importFolder(db, somebody, join(ROOT, 'tests/data'))
})

/** All that is derived, and all that editors decided. */
async function derived() {
  const steps = await db
    .selectFrom('field_step')
    .selectAll()
    .orderBy('record')
    .orderBy('record_id')
    .orderBy('field')
    .orderBy('since')
    .execute()
  const known = await db
    .selectFrom('first_known')
    .selectAll()
    .where('record', '!=', 'claim')
    .orderBy('record')
    .orderBy('record_id')
    .orderBy('field')
    .execute()
  return { steps, known }
}

async function decided() {
  const rounds = await db.selectFrom('round').selectAll().orderBy('id').execute()
  return { rounds, readings: await db.selectFrom('reading').selectAll().orderBy('id').execute() }
}

const claim = fc.record({
  record: fc.constant('round'),
  record_id: fc.integer({ min: 1, max: 3 }),
  field: fc.constantFrom('duration_minutes', 'date', 'result', 'venue_id', null),
  affirms: fc.constantFrom(0, 1),
  value: fc.constantFrom('120', '45', '2024-03-14', 'No agreement', 'Port Helm', null),
  asserter: fc.constantFrom(null, 'Işık Aydın', 'an envoy'),
  asserted: fc.constantFrom(null, '2024-03-13', '2024-04', '2024-07-09'),
  source_id: fc.integer({ min: 1, max: 6 }),
  taken: fc.constantFrom(null, 'retracted' as const),
})

function add(values: Record<string, unknown>): Promise<number> {
  return recording(db, (db) => createRecord(db, somebody, claimRecord, values as never))
}

function withdraw(id: number): Promise<void> {
  return recording(db, (db) => withdrawRecord(db, somebody, claimRecord, id, 'a test'))
}

test('adding claims changes no reading, and withdrawing them in any order undoes exactly their effect', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 6 }), fc.nat(), async (claims, turn) => {
      const [before, stood] = [await derived(), await decided()]
      const ids: number[] = []
      for (const one of claims) ids.push(await add(one))
      expect(await decided()).toEqual(stood)
      expect((await restateAll(db)).differing).toEqual([])
      for (const id of [...ids.slice(turn % ids.length), ...ids.slice(0, turn % ids.length)])
        await withdraw(id)
      expect(await derived()).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

async function lengthOf(round: number) {
  return db
    .selectFrom('field_status')
    .select(['status', 'origins'])
    .where('record', '=', 'round')
    .where('record_id', '=', round)
    .where('field', '=', 'duration_minutes')
    .executeTakeFirstOrThrow()
}

test('a republication counts as its original, however many carry one another', async () => {
  const again = await recording(db, (db) =>
    createRecord(db, somebody, sourceRecord, {
      publisher: 'Oskburg Mirror',
      kind: 'news report',
      republishes_id: 3,
    }),
  )
  for (const source_id of [1, 3, again])
    await add({
      record: 'round',
      record_id: 2,
      field: 'duration_minutes',
      affirms: 1,
      value: '90',
      source_id,
    })
  expect(await lengthOf(2)).toEqual({ status: 'single', origins: 1 })
})

test('an outlet that turns out to have quoted another one is no origin any more', async () => {
  const id = await add({
    record: 'round',
    record_id: 2,
    field: 'duration_minutes',
    affirms: 1,
    value: '90',
    source_id: 2,
  })
  expect(await lengthOf(2)).toEqual({ status: 'agreed', origins: 2 })
  const link = { claim_id: id, position: 1, name: 'Marrow Gazette', named: 1 }
  await recording(db, (db) => createRecord(db, somebody, relayRecord, link))
  expect(await lengthOf(2)).toEqual({ status: 'single', origins: 1 })
})

test('two spellings of a proposer are two parties until one is known to be a name of the other', async () => {
  const on = { record: 'proposal', record_id: 1, field: 'proposer_id', affirms: 1 }
  await add({ ...on, value: 'Republic of Varenia', source_id: 1 })
  await add({ ...on, value: 'Kingdom of Torland', source_id: 2 })
  const status = () =>
    db
      .selectFrom('field_status')
      .select('status')
      .where('record', '=', 'proposal')
      .where('record_id', '=', 1)
      .where('field', '=', 'proposer_id')
      .executeTakeFirstOrThrow()
  expect(await status()).toEqual({ status: 'disputed' })
  await recording(db, (db) =>
    createRecord(db, somebody, nameRecord, { party_id: 1, name: 'Kingdom of Torland', kind: 'alias' }),
  )
  expect(await status()).toEqual({ status: 'agreed' })
  expect((await restateAll(db)).differing).toEqual([])
})

test('a claim that names somebody whom the record does not know is judged anew once it does', async () => {
  const on = { record: 'delegate', record_id: 1, field: 'person_id', affirms: 1, asserted: '2024-05-01' }
  const [named] = await db.selectFrom('person').select('name').where('id', '=', 1).execute()
  await add({ ...on, value: named?.name, source_id: 1 })
  await add({ ...on, value: 'Jean Neu', source_id: 2 })
  await recording(db, (db) => createRecord(db, somebody, personRecord, { name: 'Jean Neu' }))
  const status = await db
    .selectFrom('field_status')
    .select('status')
    .where('record', '=', 'delegate')
    .where('record_id', '=', 1)
    .where('field', '=', 'person_id')
    .executeTakeFirst()
  expect(status).toEqual({ status: 'disputed' })
  expect((await restateAll(db)).differing).toEqual([])
})

test('what comes earlier with a part comes earlier with the whole', async () => {
  const on = {
    record: 'proposal_event',
    record_id: 2,
    field: null,
    affirms: 1,
    value: 'Accepted',
    source_id: 1,
  }
  await add({ ...on, asserted: '2001-02-03' })
  await add({ ...on, record: 'track', record_id: 1, field: 'summary', asserted: '2001-02-03' })
  expect((await restateAll(db)).differing).toEqual([])
})

test('a source whose original changes its name is judged anew', async () => {
  await recording(db, (db) => changeRecord(db, somebody, sourceRecord, 1, { publisher: 'Marrow Herald' }))
  expect((await restateAll(db)).differing).toEqual([])
})

test('who took part only in what was withdrawn is not known for ever', async () => {
  const day = async () =>
    db
      .selectFrom('first_known')
      .select('day')
      .where('record', '=', 'person')
      .where('record_id', '=', 1)
      .where('field', '=', '')
      .executeTakeFirst()
  expect(await day()).toBeDefined()
  await recording(db, (db) => withdrawRecord(db, somebody, roundRecord, 1, 'a test'))
  const after = await day()
  const seats = await db
    .selectFrom('delegate')
    .innerJoin('delegation', 'delegation.id', 'delegation_id')
    .innerJoin('round', 'round.id', 'round_id')
    .where('person_id', '=', 1)
    .where('round.withdrawn', 'is', null)
    .select('round.id')
    .execute()
  expect([seats.length > 0, after !== undefined]).toEqual([true, true])
  expect((await restateAll(db)).differing).toEqual([])
})

test.each([
  ['party', partyRecord, 1],
  ['venue', venueRecord, 1],
  ['person', personRecord, 1],
  ['office', officeRecord, 1],
] as const)('whatever points to a %s follows when it is called otherwise', async (_what, kind, id) => {
  const renamed = kind === officeRecord ? { title: 'Another office' } : { name: 'Another name' }
  await recording(db, (db) => changeRecord(db, somebody, kind as typeof partyRecord, id, renamed as never))
  expect((await restateAll(db)).differing).toEqual([])
})
