import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord } from '../../src/history/record-writes.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { roundsFound } from '../../src/search/found-reads.ts'
import { claimRecord } from '../../src/sources/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'

const DAY = 20_293
const KNOWN = 'known=2025-07-24'
let parley: OpenHouse
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
}, 60_000)

async function found(
  typed: string,
  known = '',
): Promise<Array<{ kind: string; id: number; passage: string }>> {
  const reply = await parley.visit.get(`/search.json?q=${encodeURIComponent(typed)}&${known}`)
  expect(reply.status).toBe(200)
  return JSON.parse(reply.text)
}

async function laterOf(record: string): Promise<Set<number>> {
  const { rows } = await sql<{ record_id: number }>`select record_id from first_known
    where record = ${record} and field = '' and day > ${DAY}`.execute(parley.db)
  return new Set(rows.map(({ record_id }) => record_id))
}

test('nothing is found that was first claimed later: no record, and no quote', async () => {
  const typed = ['talks', 'prisoners', 'istanbul', 'umerov', 'geneva', 'the']
  let hidden = 0
  for (const words of typed) {
    const [today, then] = [await found(words), await found(words, KNOWN)]
    for (const { kind, id } of then)
      expect([words, kind, id, (await laterOf(kind)).has(id)]).toEqual([words, kind, id, false])
    hidden += today.length - then.length
  }
  expect(hidden).toBeGreaterThan(20)
}, 60_000)

test('a round is not found by words of it that were first claimed later', async () => {
  const { db, past } = await house()
  await recording(db, async (db) => {
    await changeRecord(db, somebody, roundRecord, 1, { summary: 'Hollyhocks were exchanged.' })
    const claim = { record: 'round', record_id: 1, field: 'summary', affirms: 1, source_id: 1 }
    await createRecord(db, somebody, claimRecord, { ...claim, asserted: '2024-06-15' })
  })
  const before = past.knownOn(dayNumber({ year: 2024, month: 6, day: 14 }))
  const then = past.knownOn(dayNumber({ year: 2024, month: 6, day: 15 }))
  expect(await roundsFound(db, 'hollyhocks')).toEqual([1])
  expect(await roundsFound(then, 'hollyhocks')).toEqual([1])
  expect(await roundsFound(before, 'hollyhocks')).toEqual([])
  expect(await roundsFound(before, 'helm march')).toEqual([1])
})

test('the page says as of which day it searched, and its links carry the day', async () => {
  const { text } = await parley.visit.get(`/search?q=istanbul&${KNOWN}`)
  expect(text).toContain('href="/rounds/1001?known=2025-07-24"')
  expect(text).toContain('<input type="hidden" name="known" value="2025-07-24"><input type="search"')
})
