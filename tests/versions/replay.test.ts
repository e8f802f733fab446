import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { allRecords, recordNamed } from '../../src/catalogue/records.ts'
import { pagesOf } from '../../src/catalogue/rows.ts'
import type { Db } from '../../src/db/tables.ts'
import { mergeable } from '../../src/desk/merging/kinds.ts'
import { mergeRecords } from '../../src/desk/merging/merge-writes.ts'
import { restoreVersion } from '../../src/desk/restores/restore.ts'
import { revert } from '../../src/desk/reverts/revert.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { importFolder } from '../../src/exchange/import.ts'
import type { Stored } from '../../src/fields/kind.ts'
import type { RecordKind } from '../../src/fields/record.ts'
import { changeRecord, createRecord, restoreRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { Refusal } from '../../src/kernel/fault.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { stateAt, versionsAmong } from '../../src/versions/rebuild.ts'
import { stepsOf } from '../../src/versions/step-reads.ts'
import { emptyRecord, folderOf, somebody } from '../record/folders.ts'
import { recounted } from '../rounds/recount.ts'

type Values = Record<string, Stored>
/** Each record by kind and number: its fields, and why it was withdrawn. */
type Whole = Map<string, Values>

let db: Db
beforeAll(async () => {
  db = emptyRecord()
  await importFolder(db, somebody, join(ROOT, 'tests/data'))
  const columns = 'id,name,kind,city,country,latitude,longitude,coordinate_precision,note,withdrawn'
  const withdrawn = `${columns}\n900,Old Halden Inn,hotel,,,,,,,It was never there.\n`
  expect(await importFolder(db, somebody, folderOf({ 'venue.csv': withdrawn }))).toMatchObject({ ok: true })
})

async function asItStands(): Promise<Whole> {
  const whole: Whole = new Map()
  for (const kind of allRecords)
    for await (const rows of pagesOf(db, kind))
      for (const row of rows) {
        const fields = Object.keys(kind.fields).map((name) => [name, row[name] ?? null])
        whole.set(`${kind.name} ${row.id}`, {
          ...Object.fromEntries(fields),
          withdrawn: row.withdrawn ?? null,
        })
      }
  return whole
}

/** The log alone, taken further from a state. Written anew here, so that it and the program can disagree. */
async function replay(from: Whole, after: number): Promise<Whole> {
  const whole = new Map(from)
  const log = await db.selectFrom('revision').selectAll().where('id', '>', after).orderBy('id').execute()
  for (const step of log) {
    const key = `${step.record} ${step.record_id}`
    const stood = whole.get(key)
    expect(stood === undefined).toBe(step.action === 'created')
    const became: Values = { withdrawn: null, ...stood, ...JSON.parse(step.after ?? '{}') }
    if (step.action === 'withdrawn') became.withdrawn = step.reason
    if (step.action === 'restored') became.withdrawn = null
    whole.set(key, became)
  }
  return whole
}

async function lastStep(): Promise<number> {
  const { id } = await db.selectFrom('revision').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return id
}

const word = fc.constantFrom('Halden', 'Iva Dvorkin', 'Rød Lighthouse', 'an older name', 'ß & <b>')
const slug = fc.constantFrom('halden', 'older-halden', 'strait-talks')
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
/** For some kinds, values that the tables take. Codes and slugs may be another's already. */
const values: Record<string, fc.Arbitrary<Values>> = {
  person: fc.record({ name: word, note: maybe(word) }),
  venue: fc.record({ name: word, kind: fc.constantFrom('hotel', 'other'), city: maybe(word) }),
  process: fc.record({
    slug,
    title: word,
    date: fc.constantFrom('2024', '2024-03/'),
    status: fc.constant('ongoing'),
  }),
  issue: fc.record({ code: slug, title: word }),
  round: fc.record({
    track_id: fc.constant(1),
    title: word,
    date: fc.constantFrom('2024-03-14', '2024-05'),
    status: fc.constantFrom('held', 'cancelled'),
    venue_id: maybe(fc.constantFrom(1, 2)),
    result: maybe(word),
  }),
  delegation: fc.record({
    round_id: fc.constantFrom(1, 2),
    party_id: fc.constantFrom(1, 2),
    position: fc.nat(9),
  }),
  office: fc.record({ person_id: fc.constantFrom(1, 2), title: word, held: maybe(fc.constant('2024')) }),
  claim: fc.record({
    record: fc.constant('round'),
    record_id: fc.constantFrom(1, 2),
    field: fc.constantFrom('result', 'date', null),
    affirms: fc.constantFrom(0, 1),
    value: maybe(word),
    source_id: fc.constantFrom(1, 2),
  }),
}

const deeds = ['create', 'edit', 'withdraw', 'stand again', 'restore a version', 'revert', 'merge'] as const

interface Act {
  does: (typeof deeds)[number]
  kind: string
  values: Values
  /** Which of the records of the kind, which version, which step: counted round. */
  which: number
}

const act: fc.Arbitrary<Act> = fc.constantFrom(...Object.keys(values)).chain((kind) =>
  fc.record({
    does: fc.constantFrom(...deeds),
    kind: fc.constant(kind),
    values: values[kind] as fc.Arbitrary<Values>,
    which: fc.nat(),
  }),
)

const done: Record<string, number> = {}

/** Does it, where the record allows it; what is refused must leave no trace. */
async function perform({ does, kind: name, values, which }: Act): Promise<void> {
  const kind = recordNamed(name) as RecordKind
  const rows = await idsOf(name)
  const { id, withdrawn } = rows[which % rows.length] as { id: number; withdrawn: string | null }
  const why = `a reason, number ${which % 7}`
  const acts: Record<Act['does'], (db: Db) => Promise<unknown>> = {
    create: (db) => createRecord(db, somebody, kind, values),
    edit: (db) => changeRecord(db, somebody, kind, id, values, why),
    withdraw: async (db) => withdrawn ?? (await withdrawRecord(db, somebody, kind, id, why)),
    'stand again': async (db) => withdrawn && (await restoreRecord(db, somebody, kind, id, why)),
    'restore a version': async (db) => {
      const last = versionsAmong(await stepsOf(db, name, id))
      await restoreVersion(db, somebody, kind, id, (which % last) + 1, why)
    },
    merge: async (db) => {
      const standing = rows.filter((row) => row.withdrawn === null && row.id !== id)
      const into = standing[which % Math.max(1, standing.length)]
      if (withdrawn !== null || !into || !mergeable.some((one) => one.kind === kind))
        throw new Refusal(409, 'No.')
      await mergeRecords(db, somebody, kind, id, into.id, {}, why)
    },
    revert: async (db) => {
      const last = await lastStep()
      await revert(db, somebody, last - (which % 12), why)
    },
  }
  try {
    await recording(db, acts[does])
    done[does] = (done[does] ?? 0) + 1
  } catch (error) {
    const isTaken = (error as { code?: string }).code === 'SQLITE_CONSTRAINT_UNIQUE'
    if (!(error instanceof Refusal) && !isTaken) throw error
  }
}

async function idsOf(name: string) {
  return db
    .selectFrom(name as 'person')
    .select(['id', 'withdrawn'])
    .orderBy('id')
    .execute()
}

test('what was imported, the withdrawn too, can be read off the log', async () => {
  expect(await replay(new Map(), 0)).toEqual(await asItStands())
})

test('whatever is done, the log replayed onto what stood before gives what stands, row for row', async () => {
  const [empty, first] = [new Map() as Whole, await asItStands()]
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const [before, since] = [await asItStands(), await lastStep()]
      for (const one of acts) await perform(one)
      const { kept, anew } = await recounted(db)
      expect(kept).toEqual(anew)
      expect(await replay(before, since)).toEqual(await asItStands())
    }),
    { numRuns: 40 },
  )
  expect(await replay(empty, 0)).toEqual(await asItStands())
  expect(await asItStands()).not.toEqual(first)
  expect(Object.keys(done).sort()).toEqual([...deeds].sort())
}, 60_000)

test('walking back from what stands now finds each version as the log, read forwards, made it', async () => {
  const whole = await asItStands()
  let checked = 0
  for (const [key, { withdrawn = null, ...fields }] of whole) {
    const [record = '', id] = key.split(' ')
    const steps = await stepsOf(db, record, Number(id))
    if (steps.length < 3) continue
    let made: Values = { withdrawn: null }
    for (const [at, step] of steps.entries()) {
      made = { ...made, ...JSON.parse(step.after ?? '{}') }
      if (step.action === 'withdrawn') made.withdrawn = step.reason
      if (step.action === 'restored') made.withdrawn = null
      const back = stateAt({ fields, withdrawn: withdrawn as string | null }, steps, at + 1)
      expect({ ...back.fields, withdrawn: back.withdrawn }, `${key}, version ${at + 1}`).toEqual(made)
      checked += 1
    }
  }
  expect(checked).toBeGreaterThan(50)
})

test('every step belongs to exactly one save', async () => {
  const saves = await db.selectFrom('saving').select(['id', 'last']).orderBy('id').execute()
  const ends = saves.map(({ last }) => last + 1)
  expect(saves.map(({ id }) => id)).toEqual([1, ...ends.slice(0, -1)])
  expect(saves.at(-1)?.last).toBe(await lastStep())
})
