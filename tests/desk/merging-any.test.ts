import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { recordNamed } from '../../src/catalogue/records.ts'
import type { Db } from '../../src/db/tables.ts'
import { mergeable } from '../../src/desk/merging/kinds.ts'
import { mergeRecords } from '../../src/desk/merging/merge-writes.ts'
import { theMerger } from '../../src/desk/merging/reads.ts'
import { undoMerger } from '../../src/desk/merging/undo-writes.ts'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { exportFolder } from '../../src/exchange/export.ts'
import { importFolder } from '../../src/exchange/import.ts'
import type { Stored } from '../../src/fields/kind.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { personRecord } from '../../src/parties/fields.ts'
import { emptyRecord, newFolder, somebody } from '../record/folders.ts'
import { recounted } from '../rounds/recount.ts'
import { circular, pointingTo, type Record, replayed, told, wholeRecord } from './merging.ts'
import { addTwins } from './twins.ts'

let db: Db
beforeAll(async () => {
  db = emptyRecord()
  expect(await importFolder(db, somebody, join(ROOT, 'tests/data'))).toMatchObject({ ok: true })
  await addTwins(db)
})

interface Chosen {
  record: string
  from: number
  into: number
  values: { [field: string]: Stored }
}

/** Any two standing records of a kind, and of which fields the merged one is right. */
function chosenIn(rows: Record, kind: number, one: number, other: number, taken: boolean[]): Chosen | null {
  const { name: record, fields } = mergeable[kind]?.kind ?? personRecord
  const standing = [...rows].flatMap(([key, row]) =>
    key.startsWith(`${record} `) && row.withdrawn === null ? [row] : [],
  )
  const [from, into] = [standing[one % standing.length], standing[other % standing.length]]
  if (!from || !into || from === into) return null
  const names = Object.keys(fields).filter((name, at) => taken[at] && !['slug', 'code'].includes(name))
  const values = Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  return { record, from: from.id, into: into.id, values }
}

const any = fc.tuple(
  fc.nat({ max: mergeable.length - 1 }),
  fc.nat(),
  fc.nat(),
  fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
)
/** Most are undone again, so that there is something left to merge. */
const isMostly = fc.nat({ max: 5 }).map((one) => one > 0)

async function lastRevision(): Promise<number> {
  const { last } = await db
    .selectFrom('revision')
    .select((of) => of.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last)
}

function merge({ record, from, into, values }: Chosen): Promise<number> {
  const kind = recordNamed(record)
  if (!kind) throw new Error(record)
  return recording(db, (db) => mergeRecords(db, somebody, kind, from, into, values, 'They are one.'))
}

function standingClaims(rows: Record): number {
  return [...rows].filter(([key, { withdrawn }]) => key.startsWith('claim ') && withdrawn === null).length
}

test('whatever is merged, nothing that stands points to it, no claim is lost, and the history tells all of it', async () => {
  await fc.assert(
    fc.asyncProperty(any, isMostly, async ([kind, one, other, taken], isUndone) => {
      const [before, revision] = [await wholeRecord(db), await lastRevision()]
      const chosen = chosenIn(before, kind, one, other, taken)
      if (!chosen) return
      const id = await merge(chosen)
      const after = await wholeRecord(db)
      expect(pointingTo(after, chosen.record, chosen.from)).toEqual([])
      expect(circular(after)).toEqual([])
      expect(standingClaims(after)).toBe(standingClaims(before))
      expect(told(await replayed(db, before, revision))).toEqual(told(after))
      expect((await restateAll(db)).differing).toEqual([])
      const { kept, anew } = await recounted(db)
      expect(kept).toEqual(anew)
      if (isUndone) await undoes(id, before)
    }),
    { numRuns: 25 },
  )
}, 60_000)

async function undoes(id: number, before: Record): Promise<void> {
  const merger = await theMerger(db, id)
  const kind = recordNamed(merger.record)
  if (!kind) throw new Error(merger.record)
  await recording(db, (db) => undoMerger(db, somebody, kind, merger, 'They are two.'))
  const again = await wholeRecord(db)
  const rows = Object.entries(told(again)).filter(([key]) => before.has(key))
  expect(Object.fromEntries(rows)).toEqual(told(before))
  const made = [...again].filter(([key]) => !before.has(key))
  expect(made.filter(([, row]) => row.withdrawn === null)).toEqual([])
  expect((await restateAll(db)).differing).toEqual([])
}

test('a record with mergers leaves and comes back as it is', async () => {
  // One at least was not undone again.
  const people = mergeable.findIndex(({ kind }) => kind === personRecord)
  const chosen = chosenIn(await wholeRecord(db), people, 0, 1, [])
  if (!chosen) throw new Error('Nobody is left to merge.')
  await merge(chosen)
  const [first, second] = [newFolder(), newFolder()]
  mkdirSync(first, { recursive: true })
  await exportFolder(db, first)
  const copy = emptyRecord()
  expect(await importFolder(copy, somebody, first)).toMatchObject({ ok: true })
  await exportFolder(copy, second)
  expect(readFileSync(join(first, 'merger.csv'), 'utf8').split('\n').length).toBeGreaterThan(5)
  for (const file of readdirSync(first))
    expect([file, readFileSync(join(second, file), 'utf8')]).toEqual([
      file,
      readFileSync(join(first, file), 'utf8'),
    ])
  expect((await restateAll(copy)).differing).toEqual([])
  const merger = await copy
    .selectFrom('merger')
    .selectAll()
    .where('withdrawn', 'is', null)
    .executeTakeFirstOrThrow()
  await expect(
    recording(copy, (db) => undoMerger(db, somebody, personRecord, merger, 'They are two.')),
  ).rejects.toThrow('imported without the history of that merging')
})
