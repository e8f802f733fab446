import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, restoreRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { outcomeRecord } from '../../src/outcomes/fields.ts'
import { nameRecord, officeRecord, personRecord } from '../../src/parties/fields.ts'
import { processRecord } from '../../src/processes/fields.ts'
import { proposalRecord } from '../../src/proposals/fields.ts'
import { delegateRecord, roundRecord } from '../../src/rounds/fields.ts'
import { foundOf } from '../../src/search/found-reads.ts'
import { meaningOf } from '../../src/search/named-reads.ts'
import { readQuestion } from '../../src/search/query.ts'
import { captureRecord, claimRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { send } from '../desk/form.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'

/* No writer tells the index anything: it follows the history. */
let parley: OpenHouse
beforeEach(async () => {
  parley = await house()
}, 30_000)

/** "round 1, person 2": all that is found. */
async function finds(typed: string): Promise<string> {
  const meant = await meaningOf(parley.db, readQuestion(typed))
  const found = await foundOf(parley.db, meant)
  return found.flatMap(([kind, { ids }]) => ids.map((id) => `${kind} ${id}`)).join(', ')
}

const write = (work: (db: OpenHouse['db']) => Promise<unknown>) => recording(parley.db, work)

describe('a round is found by its parts,', () => {
  test('as by a person who joins it, is called otherwise, and leaves it', async () => {
    expect(await finds('silent')).toBe('person 5')
    let id = 0
    await write(async (db) => {
      id = await createRecord(db, somebody, delegateRecord, {
        delegation_id: 1,
        person_id: 5,
        role: 'member',
        position: 9,
      })
    })
    expect(await finds('silent')).toBe('round 1, person 5')
    await write((db) => changeRecord(db, somebody, personRecord, 5, { name: 'Talkative Clerk' }))
    expect(await finds('silent')).toBe('')
    expect(await finds('talkative')).toBe('round 1, person 5')
    await write((db) => withdrawRecord(db, somebody, delegateRecord, id, 'Was elsewhere.'))
    expect(await finds('talkative')).toBe('person 5')
  })

  test('as by another venue, and by what the venue is called from now on', async () => {
    await write((db) => changeRecord(db, somebody, roundRecord, 3, { venue_id: 1 }))
    expect(await finds('cinar')).toMatch(/^round 3, round 2, round 1, venue 1\b/)
    await write((db) =>
      changeRecord(db, somebody, venueRecord, 1, { name: 'Kestane Palace', city: 'Upper Helm' }),
    )
    expect(await finds('kestane')).toBe('round 3, round 2, round 1, venue 1')
    expect(await finds('venue:"upper helm"')).toBe(
      'round 3, round 2, round 1, venue 1, outcome 1, commitment 1, document 1',
    )
  })

  test('as by its outcome, its proposal and its process', async () => {
    await write((db) => changeRecord(db, somebody, outcomeRecord, 1, { title: 'Barter of lists' }))
    expect(await finds('barter')).toBe('round 1, outcome 1')
    await write((db) => changeRecord(db, somebody, proposalRecord, 1, { title: 'Open waters' }))
    expect(await finds('waters')).toMatch(/^round .*proposal 1$/)
    await write((db) => changeRecord(db, somebody, processRecord, 1, { title: 'Estuary accord' }))
    expect(await finds('estuary')).toMatch(/^round 4, round 3, round 2, round 1, process 1$/)
  })
})

test('renaming what many rounds share indexes none of them anew', async () => {
  const { db } = parley
  const sourced = await db
    .selectFrom('field_status')
    .select('status')
    .distinct()
    .where('round_id', '=', 1)
    .execute()
  const marks = ['anyrow', 'venue1', ...sourced.map(({ status }) => `evidence${status}`)].join(' ')
  await db.transaction().execute(async (db) => {
    await sql`delete from search where rowid = (15 << 53) + 1`.execute(db)
    await sql`insert into search (rowid, name, words, marks) values ((15 << 53) + 1, 'untouched', '', ${marks})`.execute(
      db,
    )
  })
  await write((db) => changeRecord(db, somebody, venueRecord, 1, { name: 'Kestane Palace' }))
  expect(await finds('untouched')).toBe('round 1')
  expect(await finds('kestane')).toBe('round 2, round 1, venue 1')
})

test('a further name and an office lead to their bearer, from one to the other', async () => {
  expect(await finds('дворкін')).toBe('round 2, round 1, person 1')
  await write((db) => changeRecord(db, somebody, nameRecord, 1, { person_id: 5 }))
  expect(await finds('дворкін')).toBe('person 5')
  await write((db) => createRecord(db, somebody, officeRecord, { person_id: 5, title: 'Keeper of seals' }))
  expect(await finds('seals')).toBe('person 5')
})

test('a quote is found while it stands, and while what it is about stands', async () => {
  const quote = 'an unheard of proposition'
  let id = 0
  await write(async (db) => {
    id = await createRecord(db, somebody, claimRecord, {
      record: 'round',
      record_id: 3,
      field: 'result',
      affirms: 1,
      source_id: 1,
      quote,
    })
  })
  expect(await finds('unheard proposition')).toBe(`claim ${id}`)
  await write((db) => withdrawRecord(db, somebody, roundRecord, 3, 'Never was.'))
  expect(await finds('unheard')).toBe('')
  await write((db) => restoreRecord(db, somebody, roundRecord, 3, 'It was.'))
  expect(await finds('unheard')).toBe(`claim ${id}`)
  await write((db) => withdrawRecord(db, somebody, claimRecord, id, 'Misread.'))
  expect(await finds('unheard')).toBe('')
})

test('how well a round is sourced is found as soon as a claim changes it', async () => {
  const before = await finds('status:disputed')
  await write((db) =>
    createRecord(db, somebody, claimRecord, {
      record: 'round',
      record_id: 3,
      field: 'status',
      affirms: 0,
      value: 'held',
      source_id: 2,
      asserter: 'A clerk',
    }),
  )
  await write((db) =>
    createRecord(db, somebody, claimRecord, {
      record: 'round',
      record_id: 3,
      field: 'status',
      affirms: 1,
      value: 'held',
      source_id: 1,
    }),
  )
  expect(before).not.toMatch(/round 3\b/)
  expect(await finds('status:disputed')).toMatch(/round 3\b/)
})

test('texts without blanks between words are found by any of their signs, and a text of a source by its words', async () => {
  await write((db) => changeRecord(db, somebody, roundRecord, 3, { summary: '双方签署停火协议。' }))
  for (const typed of ['停火', '火协', '停', '签署停火协议'])
    expect([typed, await finds(typed)]).toEqual([typed, 'round 3'])
  expect(await finds('火停')).toBe('')
  await write((db) => changeRecord(db, somebody, roundRecord, 3, { summary: 'أعلن الوسيط عن مُحادثات جديدة' }))
  for (const typed of ['محادثات', 'مُحَادَثَات', 'اعلن', 'جديده'])
    expect([typed, await finds(typed)]).toEqual([typed, 'round 3'])
  expect(await finds('marmalade')).toBe('')
  await write((db) => changeRecord(db, somebody, captureRecord, 1, { text: 'A marmalade of envoys.' }))
  expect(await finds('marmalade')).toBe('capture 1')
})

test('what was merged is found by its old name, under the one that stands; two again are found apart', async () => {
  const eve = await parley.signedIn('editor', 'Eve')
  await send(eve, '/people/1/merge?into=5', { reason: 'They are one.' })
  expect(await finds('dvorkin')).toBe('round 2, round 1, person 5, claim 5, capture 1')
  const { id } = await parley.db
    .selectFrom('merger')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  await send(eve, `/mergers/${id}/undo`, { reason: 'They are two.' })
  expect(await finds('dvorkin')).toBe('round 2, round 1, person 1, claim 5, capture 1')
})

test('what is typed into a draft is not found', async () => {
  const ana = await parley.signedIn('analyst', 'Ana')
  const kept = await send(ana, '/rounds/3/edit', { summary: 'Kept between covers.', _act: 'keep' })
  expect(kept.status).toBe(303)
  expect(await finds('covers')).toBe('')
})

test('a row that is missing from the index, or should not be there, is told when all is indexed anew', async () => {
  const { db } = parley
  expect((await restateAll(db)).differing).toEqual([])
  await db.transaction().execute((db) => sql`delete from search where rowid = (15 << 53) + 1`.execute(db))
  expect((await restateAll(db)).differing).toContain('the search for envoys in words of search')
  expect((await restateAll(db)).differing).toEqual([])
})
