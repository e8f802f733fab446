import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordNamed } from '../../src/catalogue/records.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import type { RecordKind } from '../../src/fields/record.ts'
import { changeRecord, createRecord, restoreRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { Bits } from '../../src/rounds/census/bits.ts'
import { Census, type Counted } from '../../src/rounds/census/census.ts'
import { roundRecord, sessionRecord } from '../../src/rounds/fields.ts'
import { everything, type Filter } from '../../src/rounds/filter.ts'
import { roundsMatching } from '../../src/rounds/matching.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'
import { recounted } from './recount.ts'

const members = fc.uniqueArray(fc.nat({ max: 199 }))

test('bits are a set', () => {
  fc.assert(
    fc.property(members, members, (some, others) => {
      const [one, other] = [Bits.of(200, some), Bits.of(200, others)]
      const both = some.filter((member) => others.includes(member))
      expect(one.count()).toBe(some.length)
      expect(one.and(other).count()).toBe(both.length)
      expect([...Bits.where(200, (member) => one.has(member)).members()]).toEqual([...one.members()])
      for (let member = 0; member < 200; member++)
        expect(one.and(other).has(member)).toBe(both.includes(member))
    }),
  )
})

const counted: fc.Arbitrary<Counted> = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  track: fc.constantFrom(1, 2),
  process: fc.constant(1),
  first: fc.integer({ min: -5, max: 5 }),
  last: fc.constant(9),
  title: fc.constantFrom('a', 'b', 'ç'),
  statuses: fc.constant([]),
  values: fc.record({
    party: fc.array(fc.constantFrom('1', '2', '3')),
    format: fc.option(fc.constant(['plenary']), { nil: undefined }),
  }),
})
const acts = fc.array(fc.oneof(fc.array(counted), fc.integer({ min: 1, max: 30 })))

test('whatever enters and leaves, and comes back changed, is counted as if it had always been so', () => {
  fc.assert(
    fc.property(acts, (acts) => {
      const [census, rounds] = [new Census(), new Map<number, Counted>()]
      for (const act of acts) {
        const entering = typeof act === 'number' ? [] : [...new Map(act.map((one) => [one.id, one])).values()]
        if (typeof act === 'number') census.leave([act])
        if (typeof act === 'number') rounds.delete(act)
        census.enter(entering)
        for (const one of entering) rounds.set(one.id, one)
        // The order is kept between the acts, not only sorted in the end.
        census.ids(census.standing(), 'title')
      }
      const all = [...rounds.values()]
      const standing = census.standing()
      const by = (key: 'first' | 'title') => (a: Counted, b: Counted) =>
        a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id - b.id
      const ids = (some: Counted[]) => some.map(({ id }) => id)
      expect(census.size).toBe(all.length)
      expect(census.ids(standing, 'date')).toEqual(ids(all.sort(by('first'))))
      expect(census.ids(standing, '-date', 1, 3)).toEqual(ids([...all].reverse().slice(1, 4)))
      expect(census.ids(standing, 'title')).toEqual(ids([...all].sort(by('title'))))
      const of = (party: string) =>
        all.filter(
          ({ values }) =>
            [...(values.party ?? [])].includes(party) ||
            (party === 'unknown' && [...(values.party ?? [])].length === 0),
        )
      for (const party of ['1', '2', '3', 'unknown'])
        expect(census.tally('party', standing).get(party)).toBe(of(party).length)
      expect(census.ids(census.standing().and(census.having('party', ['1', '2'])), 'date')).toEqual(
        ids(all.filter((one) => of('1').includes(one) || of('2').includes(one))),
      )
    }),
  )
})

const partsOfRounds = [
  ...['session', 'delegation', 'delegate', 'third_party', 'proposal_event', 'position'],
  ...['document', 'outcome', 'commitment', 'follow_up', 'claim', 'source'],
]

let open: OpenHouse
beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
})

describe('what the census tells follows the record', () => {
  test('through additions, changes of what it points to, and withdrawals', async () => {
    await recounted(open.db)
    const { db } = open
    const round = await recording(db, (db) =>
      createRecord(db, somebody, roundRecord, { track_id: 1, title: 'A', date: '2024~', status: 'held' }),
    )
    const venue = await recording(db, (db) =>
      createRecord(db, somebody, venueRecord, { name: 'A house', kind: 'hotel', country: 'TR' }),
    )
    const session = await recording(db, (db) =>
      createRecord(db, somebody, sessionRecord, {
        round_id: round,
        position: 0,
        title: 'B',
        venue_id: venue,
      }),
    )
    const inTürkiye = async () => (await roundsMatching(db, { ...everything, country: ['TR'] })).ids()
    expect(await inTürkiye()).toContain(round)
    await recording(db, (db) => changeRecord(db, somebody, venueRecord, venue, { country: 'CH' }))
    expect(await inTürkiye()).not.toContain(round)
    await recording(db, (db) => changeRecord(db, somebody, venueRecord, venue, { country: 'TR' }))
    await recording(db, (db) => changeRecord(db, somebody, sessionRecord, session, { round_id: 1001 }))
    expect(await inTürkiye()).not.toContain(round)
    const { kept, anew } = await recounted(db)
    expect(kept).toEqual(anew)
    await recording(db, (db) => withdrawRecord(db, somebody, roundRecord, round, 'It was not held.'))
    expect((await roundsMatching(db, everything)).ids()).not.toContain(round)
  })
})

describe('what the census tells of statuses follows', () => {
  test.each(partsOfRounds)('whatever %s is withdrawn, and stands again', async (name) => {
    const { db } = open
    const kind = recordNamed(name) as RecordKind
    await recounted(db)
    const { id } = await db
      .selectFrom(name as 'session')
      .select('id')
      .where('withdrawn', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    for (const act of [withdrawRecord, restoreRecord]) {
      await recording(db, (db) => act(db, somebody, kind, id, 'a reason'))
      const { kept, anew } = await recounted(db)
      expect(kept).toEqual(anew)
    }
  })
})

describe('a tally', () => {
  const asked: Filter = { ...everything, country: ['TR'], status: ['held'] }

  test('leaves out a facet’s own choice, and only that', async () => {
    const matching = await roundsMatching(open.db, asked)
    expect(matching.tally('country').get('TR')).toBeGreaterThan(0)
    const otherwise = matching.tally('country', { otherwise: true })
    for (const [country, count] of otherwise) {
      const there = await roundsMatching(open.db, { ...asked, country: [country] })
      expect([country, there.count]).toEqual([country, count])
    }
    expect(otherwise.size).toBeGreaterThan(10)
  })
})
