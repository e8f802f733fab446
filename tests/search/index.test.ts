import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { recordNamed } from '../../src/catalogue/records.ts'
import { pagesOf } from '../../src/catalogue/rows.ts'
import { idsOf } from '../../src/kernel/ids.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { mostOfEach, rowsMeeting } from '../../src/search/band-reads.ts'
import { type Document, documentOf, meets } from '../../src/search/document.ts'
import { withinOf } from '../../src/search/expression.ts'
import { foundOf, MOST, roundsFound } from '../../src/search/found-reads.ts'
import { type FoundKind, foundKinds, indexOf } from '../../src/search/kinds.ts'
import { meaningOf } from '../../src/search/named-reads.ts'
import { isAsked, readQuestion } from '../../src/search/query.ts'
import { textsOf } from '../../src/search/text-reads.ts'
import { house, type OpenHouse } from '../house.ts'

/* The index answers as the plain reading of a question does, over every record there is. */
let parley: OpenHouse
let documents: Array<[FoundKind, Document[]]>
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
  documents = await Promise.all(
    foundKinds.map(async (kind): Promise<[FoundKind, Document[]]> => [kind, await allOf(kind)]),
  )
}, 90_000)

async function allOf(kind: FoundKind): Promise<Document[]> {
  const all: Document[] = []
  const record = recordNamed(kind)
  if (record)
    for await (const rows of pagesOf(parley.db, record))
      all.push(...(await textsOf(parley.db, kind, idsOf(rows))).map(documentOf))
  return all
}

const word = fc.constantFrom(
  'talks',
  'istanbul',
  'ciragan',
  'umerov',
  'ceasefire',
  'prisoners',
  'the',
  'russian',
  'r',
  'ex',
  'delegation',
  'умєров',
  'side',
  'release',
  '停火',
  'NEAR',
  'first round',
)
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  word.map((one) => `-${one}`),
  word.map((one) => `"${one} ${one}"`),
  fc.constantFrom('"steps for return"', '"second round"', 'exch*', 'negot*'),
  fc.constantFrom(
    'venue:istanbul',
    'party:ukraine',
    'person:umerov',
    'status:held',
    'status:disputed',
    '-status:disputed',
    'format:plenary',
    'country:TR',
    'year:2025',
    'year:1993',
    'issue:ceasefire',
    'track:1',
    'process:russia',
    '-party:russia',
    'source:tass',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)

test('what the index finds is what the question means, record by record', async () => {
  let some = 0
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
      const question = readQuestion(parts.join(' '))
      if (!isAsked(question)) return
      const meant = await meaningOf(parley.db, question)
      const found = new Map(await foundOf(parley.db, meant))
      for (const [kind, all] of documents) {
        const met = all.filter((one) => meets(meant.asked, one, withinOf(kind))).map(({ id }) => id)
        const { ids = [], isMore = false } = found.get(kind) ?? {}
        const sorted = (some: number[]) => [...some].sort((a, b) => a - b)
        // Of very many some are found, and it is said that there are more.
        const among = isMore ? met.filter((id) => ids.includes(id)) : met
        expect([kind, sorted(ids), isMore]).toEqual([kind, sorted(among), met.length > MOST])
        expect(isMore ? ids.length : MOST).toBe(MOST)
        some += met.length
      }
    }),
    { numRuns: 150 },
  )
  expect(some).toBeGreaterThan(500)
}, 120_000)

test('kinds gone through together give what each gives by itself', async () => {
  const kinds = foundKinds.filter((kind) => kind !== 'round' && indexOf(kind) === 'search')
  const words = fc.constantFrom('a', 'i', 'ru', 'uk', 'talks', 'the', 'of', 'zz').map((one) => `"${one}" *`)
  const some = fc.subarray([...kinds], { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(words, some, fc.integer({ min: 1, max: 12 }), async (match, kinds, most) => {
      const each = []
      for (const kind of kinds) each.push(...(await rowsMeeting(parley.db, [kind], match, most)))
      expect(await mostOfEach(parley.db, kinds, match, most)).toEqual(each)
    }),
    { numRuns: 200 },
  )
})

test('who is refused by name is left out of what is called as asked', async () => {
  const rounds = async (typed: string) => {
    const found = await foundOf(parley.db, await meaningOf(parley.db, readQuestion(typed)))
    return new Map(found).get('round')?.ids ?? []
  }
  expect(await rounds('istanbul')).toContain(2008)
  expect(await rounds('istanbul umerov')).toContain(2008)
  expect(await rounds('istanbul -umerov')).not.toContain(2008)
})

test('no typing is read as syntax: there is always an answer', async () => {
  const letters = fc.constantFrom(
    '"',
    '*',
    '-',
    '(',
    ')',
    ':',
    '^',
    '{',
    '}',
    '+',
    'a',
    'NEAR',
    ' AND ',
    ' OR ',
    ' NOT ',
    "'",
    ';',
    'ı',
    '停',
    '\u0301',
    '\ud83d',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(letters, { maxLength: 40 }).map((some) => some.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (typed) => {
      await roundsFound(parley.db, typed)
      const { status } = await parley.visit.get(`/search?q=${encodeURIComponent(typed.toWellFormed())}`)
      expect([200, 400]).toContain(status)
      const suggested = await parley.visit.get(
        `/search/suggest?q=${encodeURIComponent(typed.toWellFormed())}`,
      )
      expect(suggested.status).toBe(200)
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('dates are compared with the first and the last day of a round', async () => {
  const rounds = await parley.db
    .selectFrom('round')
    .select(['id', 'date_earliest', 'date_latest'])
    .where('withdrawn', 'is', null)
    .execute()
  const day = 20_292 // 23 July 2025
  const sorted = async (typed: string) => (await roundsFound(parley.db, typed)).sort((a, b) => a - b)
  const those = (holds: (round: (typeof rounds)[number]) => boolean) =>
    rounds
      .filter(holds)
      .map(({ id }) => id)
      .sort((a, b) => a - b)
  expect(await sorted('before:2025-07-23')).toEqual(those(({ date_earliest }) => date_earliest < day))
  expect(await sorted('after:"23 July 2025"')).toEqual(those(({ date_latest }) => date_latest > day))
  expect(await sorted('-after:2025-07-22')).toEqual(those(({ date_earliest }) => date_earliest < day))
  expect(await sorted('after:2025-07-22 before:2025-07-24')).toEqual([1001])
})

test('both indexes are whole', async () => {
  await parley.db.transaction().execute(async (db) => {
    for (const index of ['search', 'search_quote'])
      await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('integrity-check')`.execute(db)
  })
})
