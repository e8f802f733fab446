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

/** What one source says, record by record; no more than the limit. */
export async function claimsFrom(db: Db, sourceId: number, limit: number): Promise<Claim[]> {
  const rows = await claimQuery(db)
    .clearOrderBy()
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

/** A source on record at this web address. */
export async function sourceAt(db: Db, url: string): Promise<{ id: number; publisher: string } | null> {
  const found = await db
    .selectFrom('source')
    .select(['id', 'publisher'])
    .where('url', '=', url)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return found ?? null
}

/** The sources entered last, for a form to suggest. */
export function latestSources(db: Db) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title'])
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(300)
    .execute()
}

export function sourcesByPublisher(db: Db, { limit, offset }: { limit: number; offset: number }) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title', 'published', 'kind', 'reliability'])
    .where('withdrawn', 'is', null)
    .orderBy('publisher')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Sources that are a version of this one or carry it word for word, the first 200. */
export async function sourcesBehind(db: Db, id: number) {
  const pointing = (column: 'version_of_id' | 'republishes_id') =>
    db
      .selectFrom('source')
      .select(['id', 'publisher', 'title'])
      .where(column, '=', id)
      .where('withdrawn', 'is', null)
      .orderBy('id')
      .limit(200)
      .execute()
  const [versions, republished] = await Promise.all([pointing('version_of_id'), pointing('republishes_id')])
  return { versions, republished }
}
