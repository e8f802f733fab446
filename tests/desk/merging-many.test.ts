import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hearing } from '../../src/bench/hearing.ts'
import { mergeRecords } from '../../src/desk/merging/merge-writes.ts'
import { theMerger } from '../../src/desk/merging/reads.ts'
import { undoMerger } from '../../src/desk/merging/undo-writes.ts'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { createMany } from '../../src/history/many-writes.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { personRecord } from '../../src/parties/fields.ts'
import { delegateRecord } from '../../src/rounds/fields.ts'
import { claimRecord } from '../../src/sources/fields.ts'
import { emptyRecord, somebody } from '../record/folders.ts'

let statements = 0
afterAll(
  hearing(() => {
    statements++
  }),
)

/** Somebody with that many seats and claims is merged into another, and out again. @returns statements taken */
async function merging(many: number): Promise<number[]> {
  const db = emptyRecord()
  await importFolder(db, somebody, join(ROOT, 'tests/data'))
  const id = await recording(db, async (db) => {
    const id = await createRecord(db, somebody, personRecord, { name: 'Iva Dworkin' })
    const blank = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, null]))
    const seat = { ...blank(delegateRecord.fields), person_id: id, role: 'member', position: 3 }
    const claim = { ...blank(claimRecord.fields), record: 'person', record_id: id, affirms: 1, source_id: 2 }
    const rows = Array.from({ length: many }, (_, at) => ({ ...seat, delegation_id: 1 + (at % 5) }))
    await createMany(db, somebody, delegateRecord, rows)
    await createMany(
      db,
      somebody,
      claimRecord,
      Array.from({ length: many }, () => claim),
    )
    return id
  })
  statements = 0
  const merger = await recording(db, (db) =>
    mergeRecords(db, somebody, personRecord, id, 1, {}, 'One person.'),
  )
  const taken = [statements]
  const seats = await db.selectFrom('delegate').select('withdrawn').where('person_id', '=', 1).execute()
  expect(seats.filter(({ withdrawn }) => withdrawn === null)).toHaveLength(5)
  expect((await restateAll(db)).differing).toEqual([])
  const made = await theMerger(db, merger)
  statements = 0
  await recording(db, (db) => undoMerger(db, somebody, personRecord, made, 'Two people.'))
  return [...taken, statements]
}

test('thousands of references follow in a few statements, and go back so', async () => {
  const [[merged = 0, undone = 0], [mergedMany = 0, undoneMany = 0]] = [
    await merging(10),
    await merging(3000),
  ]
  expect(mergedMany - merged).toBeLessThan(300)
  expect(undoneMany - undone).toBeLessThan(300)
}, 60_000)
