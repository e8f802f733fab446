import type { Db, Read } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { type Relay, relaysOf } from '../sources/claim-reads.ts'
import type { FieldRef } from '../sources/field-ref.ts'
import { originOf } from '../sources/origin.ts'
import { isUnnamed } from './origin-name.ts'
import { onField } from './value-reads.ts'
import { bearersOf, originalsOf, votesOn } from './vote-reads.ts'

type ToldRow = Read<typeof toldRows>[number]

/** A claim on a field with all that tells where it came from. */
export type Told = ToldRow & {
  relays: Relay[]
  /** The end of its chain, as src/sources/origin.ts has it. */
  origin: string
  /** Somebody who is not named stands behind it: their outlet's word is all there is. */
  isUnnamed: boolean
  /** Not where its source took it back. */
  counts: boolean
}

/** Every claim on one field, or on all of a record, in the order of entry. */
export async function toldOn(db: Db, ref: FieldRef): Promise<Told[]> {
  const rows = await toldRows(db, ref)
  const [relays, writers] = await Promise.all([
    relaysOf(
      db,
      rows.map(({ id }) => id),
    ),
    originalsOf(
      db,
      rows.flatMap(({ republishes_id }) => republishes_id ?? []),
    ),
  ])
  return rows.map((row) => {
    const told = Object.assign(row, { relays: relays.get(row.id) ?? [], counts: row.taken === null })
    const { asserter, asserter_person_id, relays: passed, republishes_id } = told
    const publisher = writers.get(republishes_id ?? 0) ?? row.publisher
    const origin = originOf({ publisher, asserter, asserter_person_id, relays: passed })
    return Object.assign(told, { origin, isUnnamed: isUnnamed({ origin, asserter, relays: passed }) })
  })
}

/** Where each claim on these records came from in the end, and whether it counts. */
export async function originsOf(db: Db, subjects: Map<string, number[]>) {
  const found = new Map<number, { origin: string; counts: boolean }>()
  for (const [record, ids] of subjects)
    for (const { id, origin, to } of await votesOn(db, record, ids, () => null))
      found.set(id, { origin, counts: to === OPEN })
  return found
}

function toldRows(db: Db, ref: FieldRef) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .leftJoin('source as original', 'original.id', 'source.republishes_id')
    .leftJoin('party', 'party.id', 'claim.asserter_party_id')
    .leftJoin('person', 'person.id', 'claim.asserter_person_id')
    .where(onField(ref))
    .where('claim.withdrawn', 'is', null)
    .select([
      'claim.id',
      'claim.field',
      'affirms',
      'value',
      'value_exactness',
      'asserter',
      'asserter_person_id',
    ])
    .select(['asserter_party_id', 'party.code as asserter_code', 'party.name as asserter_party'])
    .select(['person.name as asserter_person', 'source.publisher', 'original.publisher as original'])
    .select(['source.republishes_id', 'claim.taken'])
    .orderBy('claim.id')
    .execute()
}

/** The records that the values of claims may mean, where the field points to one. */
export function bearersIn(db: Db, refers: string | undefined, told: Told[]) {
  const names = told.flatMap(({ value }) => value ?? [])
  return bearersOf(db, refers ? new Map([[refers, names]]) : new Map())
}
