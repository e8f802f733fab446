import { type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

export type Claim = Awaited<ReturnType<typeof claimRows>>[number] & { relays: Relay[] }

export interface Relay {
  claim_id: number
  name: string
  named: number
}

/** Claims by what they are about; ask it for one field, or for a record as a whole. */
export class Claims {
  readonly #bySubject = new Map<string, Claim[]>()
  readonly all: readonly Claim[]

  constructor(claims: Claim[]) {
    this.all = claims
    for (const claim of claims) {
      this.#add(`${claim.record} ${claim.record_id} ${claim.field ?? ''}`, claim)
      this.#add(`${claim.record} ${claim.record_id}`, claim)
    }
  }

  #add(subject: string, claim: Claim): void {
    const claims = this.#bySubject.get(subject)
    if (claims) claims.push(claim)
    else this.#bySubject.set(subject, [claim])
  }

  /** On one of these fields. */
  on(record: string, id: number, ...fields: string[]): Claim[] {
    return fields.flatMap((field) => this.#bySubject.get(`${record} ${id} ${field}`) ?? [])
  }

  sourceIds(): number[] {
    return [...new Set(this.all.map(({ source_id }) => source_id))]
  }

  /** On the record or any field of it. */
  about(record: string, id: number): Claim[] {
    return this.#bySubject.get(`${record} ${id}`) ?? []
  }
}

/** All claims on these records, each with its relay chain: two questions, however many records. */
export async function claimsOn(db: Db, subjects: Record<string, number[]>): Promise<Claims> {
  const about = Object.entries(subjects).filter(([, ids]) => ids.length > 0)
  if (about.length === 0) return new Claims([])
  const rows = await claimRows(db, about)
  return new Claims(await withRelays(db, rows))
}

export async function claimsFrom(db: Db, sourceId: number): Promise<Claim[]> {
  const rows = await claimQuery(db).where('claim.source_id', '=', sourceId).execute()
  return withRelays(db, rows)
}

function claimRows(db: Db, about: Array<[string, number[]]>) {
  const any = about.map(
    ([record, ids]) => sql<SqlBool>`(claim.record = ${record} and claim.record_id in (${sql.join(ids)}))`,
  )
  return claimQuery(db)
    .where((where) => where.or(any))
    .execute()
}

function claimQuery(db: Db) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .where('claim.withdrawn', 'is', null)
    .selectAll('claim')
    .select([
      'source.publisher',
      'source.title as source_title',
      'source.url',
      'source.published',
      'source.republishes_id',
    ])
    .orderBy('claim.id')
}

async function withRelays(db: Db, rows: Awaited<ReturnType<typeof claimRows>>): Promise<Claim[]> {
  const ids = rows.map(({ id }) => id)
  const relays = await db
    .selectFrom('relay')
    .select(['claim_id', 'name', 'named'])
    .where('claim_id', 'in', ids)
    .orderBy('claim_id')
    .orderBy('position')
    .execute()
  const chains = new Map<number, Relay[]>()
  for (const relay of relays) chains.set(relay.claim_id, [...(chains.get(relay.claim_id) ?? []), relay])
  return rows.map((row) => ({ ...row, relays: chains.get(row.id) ?? [] }))
}

/** @throws Refusal 404 or 410 */
export async function theSource(db: Db, id: number) {
  const source = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  if (!source) notFound('source', id)
  if (source.withdrawn !== null) gone('source', id, source.withdrawn)
  return source
}

export type Source = Awaited<ReturnType<typeof theSource>>

export function sourcesWithIds(db: Db, ids: number[]): Promise<Source[]> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('publisher')
    .orderBy('id')
    .execute()
}
