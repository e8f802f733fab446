import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import type { Bearers } from '../sources/agreement.ts'
import { relaysOf } from '../sources/claim-reads.ts'
import { isOwnVoice, originOf } from '../sources/origin.ts'
import type { Vote } from '../sources/status.ts'

export type FieldVote = Vote & {
  id: number
  record_id: number
  field: string
  taken_on_earliest: number | null
}

/**
 * All standing claims on these records, as far as they count. `dayOf` gives the day before which nobody can have known
 * of a record: a claim without a date of its own, in a source without one, is taken to be no earlier.
 */
export async function votesOn(
  db: Db,
  record: string,
  ids: number[],
  dayOf: (id: number) => number | null,
): Promise<FieldVote[]> {
  const rows = await db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .where('claim.record', '=', record)
    .where('claim.record_id', 'in', ids)
    .where('claim.withdrawn', 'is', null)
    .select(['claim.id', 'record_id', 'field', 'affirms', 'value', 'value_exactness', 'claim.source_id'])
    .select([
      'asserter',
      'asserter_person_id',
      'asserted_earliest',
      'asserted_latest',
      'taken',
      'taken_on_earliest',
    ])
    .select([
      'source.publisher',
      'source.republishes_id',
      'source.published_earliest',
      'source.published_latest',
    ])
    .orderBy('claim.id')
    .execute()
  const relays = await relaysOf(
    db,
    rows.map(({ id }) => id),
  )
  const originals = await originalsOf(
    db,
    rows.flatMap(({ republishes_id }) => republishes_id ?? []),
  )
  return rows.map((row) => {
    const told = {
      ...row,
      publisher: originals.get(row.republishes_id ?? 0) ?? row.publisher,
      relays: relays.get(row.id) ?? [],
    }
    return {
      ...row,
      field: row.field ?? '',
      origin: originOf(told),
      isOwnVoice: isOwnVoice(told),
      from: knownFrom(row, dayOf(row.record_id)),
      to: row.taken === null ? OPEN : (known(row.taken_on_earliest) ?? -OPEN),
    }
  })
}

interface Dated {
  asserted_earliest: number | null
  asserted_latest: number | null
  published_earliest: number | null
  published_latest: number | null
}

/**
 * The first day on which a claim can have been made: its own, else that of its source, else that of what it is about.
 * A claim of "July 2025" on a meeting of the 23rd was not made on the 1st; one dated wholly before it announces it.
 */
export function knownFrom(dated: Dated, day: number | null): number {
  const isOwn = known(dated.asserted_earliest) !== null
  const earliest = known(isOwn ? dated.asserted_earliest : dated.published_earliest)
  const latest = isOwn ? dated.asserted_latest : dated.published_latest
  if (earliest === null) return day ?? -OPEN
  return day === null ? earliest : Math.min(latest ?? earliest, Math.max(earliest, day))
}

/** A day that is one: an open start tells nothing. */
function known(day: number | null): number | null {
  return day === null || day === -OPEN ? null : day
}

/** Who wrote what these sources carry word for word, at the end of however many carry one another. */
export async function originalsOf(db: Db, sourceIds: number[]): Promise<Map<number, string>> {
  if (sourceIds.length === 0) return new Map()
  const { rows } = await sql<{ id: number; publisher: string }>`
    with recursive chain (id, at) as (
      select id, id from source where id in (${sql.join([...new Set(sourceIds)])})
      union select chain.id, republishes_id from chain join source on source.id = at where republishes_id is not null)
    select chain.id, publisher from chain join source on source.id = at where republishes_id is null`.execute(
    db,
  )
  return new Map(rows.map(({ id, publisher }) => [id, publisher]))
}

/** The records that these names mean: main and further names of people, parties and venues. */
export async function bearersOf(db: Db, names: Map<string, string[]>): Promise<Bearers> {
  const found = new Map<string, Set<number>>()
  for (const [record, some] of names) {
    if (!isNamed(record) || some.length === 0) continue
    const folded = sql.join([...new Set(some.map(fold))])
    const { rows } = await sql<{ id: number; name_folded: string }>`
      select id, name_folded from ${sql.table(record)} where name_folded in (${folded}) and withdrawn is null
      union select ${sql.ref(`${record}_id`)}, name_folded from name
        where name_folded in (${folded}) and ${sql.ref(`${record}_id`)} is not null and withdrawn is null`.execute(
      db,
    )
    const groups = groupBy(rows, ({ name_folded }) => `${record} ${name_folded}`)
    for (const [key, bearers] of groups) found.set(key, new Set(bearers.map(({ id }) => id)))
  }
  const nobody = new Set<number>()
  return (record, name) => found.get(`${record} ${fold(name)}`) ?? nobody
}

/** What has further names. */
function isNamed(record: string): boolean {
  return record === 'person' || record === 'party' || record === 'venue'
}

/** The rules of the editors' readings on any field of these records, the oldest first. */
export async function readingsOn(db: Db, record: string, ids: number[]) {
  return db
    .selectFrom('reading')
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .where('withdrawn', 'is', null)
    .select(['id', 'record_id', 'field', 'rule', 'claim_id'])
    .orderBy('id')
    .execute()
}
