import { type SqlBool, sql } from 'kysely'
import type { Db, Read } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'

type ClaimRow = Read<typeof claimRows>[number]
export type Claim = ClaimRow & { relays: Relay[] }

export interface Relay {
  claim_id: number
  name: string
  named: number
}

/** Names the field of the record that a claim is about. */
export function fieldOf({ record, record_id, field }: ClaimRow): string {
  return `${record} ${record_id} ${field}`
}

/** Claims by what they are about; ask it for one field, or for a record as a whole. */
export class Claims {
  readonly all: readonly Claim[]
  readonly #byRecord: Map<string, Claim[]>
  readonly #byField: Map<string, Claim[]>

  constructor(claims: Claim[]) {
    this.all = claims
    this.#byRecord = groupBy(claims, ({ record, record_id }) => `${record} ${record_id}`)
    this.#byField = groupBy(claims, fieldOf)
  }

  /** On one of these fields. */
  on(record: string, id: number, ...fields: string[]): Claim[] {
    return fields.flatMap((field) => this.#byField.get(`${record} ${id} ${field}`) ?? [])
  }

  /** On the record or any field of it. */
  about(record: string, id: number): Claim[] {
    return this.#byRecord.get(`${record} ${id}`) ?? []
  }

  sourceIds(): number[] {
    return [...new Set(this.all.map(({ source_id }) => source_id))]
  }
}

/** All claims on these records, each with its relay chain: two questions, however many records. */
export async function claimsOn(db: Db, subjects: Record<string, number[]>): Promise<Claims> {
  const about = Object.entries(subjects).filter(([, ids]) => ids.length > 0)
  if (about.length === 0) return new Claims([])
  return new Claims(await withRelays(db, await claimRows(db, about)))
}

/** What one source says, record by record; no more than the limit. */
export async function claimsFrom(db: Db, sourceId: number, limit: number): Promise<Claim[]> {
  const rows = await claimQuery(db)
    .where('claim.source_id', '=', sourceId)
    .orderBy('claim.record')
    .orderBy('claim.record_id')
    .orderBy('claim.id')
    .limit(limit)
    .execute()
  return withRelays(db, rows)
}

/** How many claims rest on each of these sources; one without claims is left out. */
export async function claimCountsOf(db: Db, sourceIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('claim')
    .where('source_id', 'in', sourceIds)
    .where('withdrawn', 'is', null)
    .select((of) => ['source_id', of.fn.countAll<number>().as('claims')])
    .groupBy('source_id')
    .execute()
  return new Map(rows.map(({ source_id, claims }) => [source_id, claims]))
}

function claimRows(db: Db, about: Array<[string, number[]]>) {
  const any = about.map(
    ([record, ids]) => sql<SqlBool>`(claim.record = ${record} and claim.record_id in (${sql.join(ids)}))`,
  )
  return claimQuery(db)
    .where((where) => where.or(any))
    .orderBy('claim.id')
    .execute()
}

function claimQuery(db: Db) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .where('claim.withdrawn', 'is', null)
    .selectAll('claim')
    .select(['source.publisher', 'source.republishes_id'])
}

async function withRelays(db: Db, rows: ClaimRow[]): Promise<Claim[]> {
  const relays = await db
    .selectFrom('relay')
    .select(['claim_id', 'name', 'named'])
    .where('claim_id', 'in', idsOf(rows))
    .where('withdrawn', 'is', null)
    .orderBy('claim_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const chains = groupBy(relays, ({ claim_id }) => claim_id)
  return rows.map((row) => ({ ...row, relays: chains.get(row.id) ?? [] }))
}
