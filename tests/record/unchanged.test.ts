import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/tables.ts'
import { whileUnchanged } from '../../src/db/unchanged.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { changeRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { emptyRecord, somebody } from './folders.ts'

test('what was found is kept until anything changes, key by key, and never inside a transaction', async () => {
  const db = emptyRecord()
  await importFolder(db, somebody, join(ROOT, 'tests/data'))
  const asked: number[][] = []
  const names = whileUnchanged(async (db: Db, ids: number[]) => {
    asked.push(ids)
    const rows = await db.selectFrom('venue').select(['id', 'name']).where('id', 'in', ids).execute()
    return new Map(rows.map(({ id, name }) => [id, name]))
  })
  const before = await names(db, [1, 2, 1])
  expect(await names(db, [1, 2])).toEqual(before)
  expect((await names(db, [2, 987, 1])).has(987)).toBe(false)
  await names(db, [987])
  expect(asked).toEqual([[1, 2], [987]])
  await recording(db, async (db) => {
    await changeRecord(db, somebody, venueRecord, 1, { name: 'Another house' })
    expect((await names(db, [1])).get(1)).toBe('Another house')
    await changeRecord(db, somebody, venueRecord, 1, { name: 'A third house' })
    expect((await names(db, [1])).get(1)).toBe('A third house')
  })
  expect((await names(db, [1])).get(1)).toBe('A third house')
  expect(asked).toEqual([[1, 2], [987], [1], [1], [1]])
})
