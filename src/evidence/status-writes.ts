import { callAnew } from '../catalogue/called-writes.ts'
import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, rowsAmong } from '../catalogue/rows.ts'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { liken } from '../likeness/alike-writes.ts'
import { likenessTouched } from '../likeness/touched-reads.ts'
import { noteChanges } from '../rounds/census/change-writes.ts'
import { indexSince } from '../search/index-writes.ts'
import { judge, readSince, type Subject } from './judge.ts'
import { keepSaving } from './saving-writes.ts'
import { type Setting, settingsOf, subjectKinds } from './setting-reads.ts'
import { lastRevision, touchedSince } from './touched-reads.ts'
import { bearersOf, type FieldVote, readingsOn, votesOn } from './vote-reads.ts'

/** Records judged together. */
const AT_ONCE = 500
// SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE = 2000

/**
 * A change to the record: all or nothing, and with it the status of every field that it bears on, the names by which it is
 * looked up, what looks like what, the words by which it is found, which rounds are to be counted anew, and its line among
 * the recent changes. What was touched is read off the history, so that no writer can forget it.
 */
export function recording<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return atomically(db, async (db) => {
    const before = await lastRevision(db)
    const result = await work(db)
    await callAnew(db, before)
    const touched = await touchedSince(db, before)
    const rounds = new Set<number>()
    for (const record of subjectKinds)
      for (const id of await restate(db, record, touched.get(record) ?? [])) rounds.add(id)
    for (const [record, ids] of await likenessTouched(db, before)) await liken(db, record, ids)
    await indexSince(db, before, touched)
    await noteChanges(db, touched, rounds)
    await keepSaving(db, before)
    return result
  })
}

/** Judges these records anew, from their claims. Inside a transaction. @returns the rounds that they belonged to and belong to */
export async function restate(db: Db, record: string, ids: number[]): Promise<Set<number>> {
  const rounds = new Set<number>()
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const id of await restateSome(db, record, ids.slice(from, from + AT_ONCE))) rounds.add(id)
  return rounds
}

async function restateSome(db: Db, record: string, ids: number[]): Promise<number[]> {
  const before = await roundsOf(db, record, ids)
  await forget(db, record, ids)
  const settings = await settingsOf(db, record, ids)
  const subjects = await subjectsOf(db, record, settings)
  const judged = subjects.map((subject) => ({ ...subject.setting, ...judge(subject) }))
  const steps = judged.flatMap(({ id, round_id, process_id, steps }) =>
    steps.map((step) => ({ record, record_id: id, round_id, process_id, ...step })),
  )
  await insertAll(steps, (some) => db.insertInto('field_step').values(some).execute())
  const known = judged.flatMap(({ id, known }) => known.map((one) => ({ record, record_id: id, ...one })))
  const votes = subjects.flatMap((subject) => subject.votes)
  const readings = subjects.flatMap(knownReadings)
  await insertAll([...known, ...knownClaims(votes), ...readings], (some) =>
    db.insertInto('first_known').values(some).execute(),
  )
  return [...before, ...settings.flatMap(({ round_id }) => round_id ?? [])]
}

async function roundsOf(db: Db, record: string, ids: number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('field_step')
    .select('round_id')
    .distinct()
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .where('round_id', 'is not', null)
    .execute()
  return rows.flatMap(({ round_id }) => round_id ?? [])
}

async function insertAll<T>(rows: T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await insert(rows.slice(from, from + ROWS_AT_ONCE))
}

async function forget(db: Db, record: string, ids: number[]): Promise<void> {
  for (const table of ['field_step', 'first_known'] as const)
    await db.deleteFrom(table).where('record', '=', record).where('record_id', 'in', ids).execute()
  for (const table of ['claim', 'reading'] as const) {
    const about = db.selectFrom(table).select('id').where('record', '=', record).where('record_id', 'in', ids)
    await db.deleteFrom('first_known').where('record', '=', table).where('record_id', 'in', about).execute()
  }
}

/** When each claim was known, and when it was known that its source took it back. */
function knownClaims(votes: FieldVote[]) {
  const row = (record_id: number, field: string, day: number | null) =>
    day === null || Math.abs(day) === OPEN ? [] : [{ record: 'claim', record_id, field, day }]
  return votes.flatMap(({ id, from, taken_on_earliest }) => [
    ...row(id, '', from),
    ...row(id, 'taken', taken_on_earliest),
    ...row(id, 'taken_on', taken_on_earliest),
  ])
}

function knownReadings({ votes, readings }: Subject) {
  return readings.flatMap(({ id, field }) => {
    const day = readSince(votes, field ?? '')
    return day === -OPEN ? [] : [{ record: 'reading', record_id: id, field: '', day }]
  })
}

async function subjectsOf(db: Db, record: string, settings: Setting[]): Promise<Subject[]> {
  const kind = recordNamed(record)
  const ids = idsOf(settings)
  if (!kind || ids.length === 0) return []
  const days = new Map(settings.map(({ id, day }) => [id, day]))
  const rows = await rowsAmong(db, record, ids)
  const votes = await votesOn(db, record, ids, (id) => days.get(id) ?? null)
  const readings = groupBy(await readingsOn(db, record, ids), ({ record_id }) => record_id)
  const votesOf = groupBy(votes, ({ record_id }) => record_id)
  const bearers = await bearersOf(db, namesIn(kind.fields, votes))
  const labels = await labelsOf(db, kind, [...rows.values()], votes)
  return settings.map((setting) => ({
    kind,
    setting,
    bearers,
    labels,
    row: rows.get(setting.id) ?? {},
    votes: votesOf.get(setting.id) ?? [],
    readings: readings.get(setting.id) ?? [],
  }))
}

/** What the records are called that these point to, where somebody claims it. */
async function labelsOf(
  db: Db,
  { fields }: RecordKind,
  rows: AnyRow[],
  votes: FieldVote[],
): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  for (const field of new Set(votes.map(({ field }) => field))) {
    const of = recordNamed(fields[field]?.refers ?? '')
    if (!of?.label) continue
    const ids = [...new Set(rows.flatMap((row) => (row[field] ? [Number(row[field])] : [])))]
    for (const [id, named] of await rowsAmong(db, of.name, ids))
      labels.set(`${of.name} ${id}`, String(named[of.label]))
  }
  return labels
}

/** The names that claims give where the field points to a record, by its kind. */
function namesIn(fields: Subject['kind']['fields'], votes: FieldVote[]): Map<string, string[]> {
  const named = votes.flatMap(({ field, value }) => {
    const refers = fields[field]?.refers
    return refers && value !== null ? [{ refers, value }] : []
  })
  const groups = groupBy(named, ({ refers }) => refers)
  return new Map([...groups].map(([refers, some]) => [refers, some.map(({ value }) => value)]))
}
