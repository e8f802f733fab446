import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { type Claim, Claims } from '../../src/sources/claim-reads.ts'
import { reportedElsewhere } from '../../src/sources/elsewhere.ts'
import { fieldsElsewhere } from '../../src/sources/elsewhere-reads.ts'
import { house } from '../house.ts'

const { visit, db } = await house(join(ROOT, 'data'))

async function elsewhereOf(path: string): Promise<string> {
  const { text } = await visit.get(path)
  const from = text.indexOf('id="elsewhere"')
  return from < 0 ? '' : text.slice(from, text.indexOf('</section>', from))
}

function claim(values: Partial<Claim>): Claim {
  const bare = { record: 'round', record_id: 1, field: 'result', affirms: 1, taken: null, relays: [] }
  return { ...bare, value_exactness: null, weekday_printed: null, quote: null, ...values } as Claim
}

test('who reports the same stands together, and what was taken back is left out', () => {
  const claims = new Claims(
    [
      claim({ value: 'Agreed', source_id: 1, publisher: 'A' }),
      claim({ value: 'Agreed', source_id: 2, publisher: 'B' }),
      claim({ value: 'Agreed', source_id: 2, publisher: 'B' }),
      claim({ value: 'Agreed', affirms: 0, source_id: 3, publisher: 'C' }),
      claim({ value: 'Signed', taken: 'retracted', source_id: 4, publisher: 'D' }),
    ],
    [],
  )
  expect(
    reportedElsewhere(claims, 'round', 1, 'result').map(({ words, denies, sources }) => [
      words,
      denies,
      sources.map(({ name }) => name),
    ]),
  ).toEqual([
    ['Agreed', false, ['A', 'B']],
    ['Agreed', true, ['C']],
  ])
})

test('the seed article does not tell of the numbers, the planned start and the pauses that others report', async () => {
  const text = await elsewhereOf('/sources/1001')
  expect(text).toMatch(/href="\/rounds\/1001\/evidence\/planned_start".*?19:00/s)
  expect(text).toMatch(/href="\/commitments\/1001\/evidence\/quantity".*?at least 1200.*?A News/s)
  expect(text).toMatch(/3,000 more bodies.*?A News/s)
  expect(text).toMatch(/Pauses of 24 to 48 hours.*?A News/s)
})

test('nothing that the source itself speaks of is listed', async () => {
  const listed = await fieldsElsewhere(db, 1001, 1001, 1000)
  const own = await db.selectFrom('claim').where('source_id', '=', 1001).selectAll().orderBy('id').execute()
  const fields = new Set(listed.map(({ record, record_id, field }) => `${record} ${record_id} ${field}`))
  expect(listed.length).toBeGreaterThan(20)
  expect(
    own.filter(({ record, record_id, field }) => fields.has(`${record} ${record_id} ${field ?? ''}`)),
  ).toEqual([])
  for (const { record, record_id, field } of listed.slice(0, 20)) {
    const others = await db
      .selectFrom('claim')
      .where('record', '=', record)
      .where('record_id', '=', record_id)
      .where('field', field === '' ? 'is' : '=', field === '' ? null : field)
      .select('id')
      .execute()
    expect(others.length).toBeGreaterThan(0)
  }
})

test('what its own source took back is not reported elsewhere', async () => {
  const { db } = await house()
  const add = (taken: string | null) =>
    atomically(db, (db) =>
      sql`insert into claim (record, record_id, field, affirms, value, source_id, taken)
        values ('round', 1, 'language', 1, 'French', 5, ${taken})`.execute(db),
    )
  const fields = async () => (await fieldsElsewhere(db, 1, 1, 100)).map(({ field }) => field)
  expect(await fields()).not.toContain('language')
  await add('retracted')
  expect(await fields()).not.toContain('language')
  await add(null)
  expect(await fields()).toContain('language')
})

test('a source that is cited for many rounds shows one at a time', async () => {
  const choices = await elsewhereOf('/sources/3')
  const [, href = ''] = /href="(\/sources\/3\?round=\d+)#elsewhere"/.exec(choices) ?? []
  expect(choices).not.toContain('<table')
  expect(await elsewhereOf(href)).toContain('What others report')
})

test('what others claimed only later was not known elsewhere either', async () => {
  const then = await elsewhereOf('/sources/1001?known=2025-07-23')
  expect(then).toContain('planned_start')
  expect(then).not.toContain('/follow-ups/1001/')
  expect(await elsewhereOf('/sources/1001')).toContain('/follow-ups/1001/')
})
