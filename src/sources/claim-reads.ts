import { type SqlBool, sql } from 'kysely'
import type { Db, Read } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { fieldOf } from './field-ref.ts'
import type { StatusRow } from './fields.ts'

type ClaimRow = Read<typeof claimRows>[number]
export type Claim = ClaimRow & { relays: Relay[] }

export interface Relay {
  id: number
  claim_id: number
  name: string
  named: number
}

/** The status of a field, and how many of its claims are later than the day as of which the record is read. */
export type FieldStatus = StatusRow & { later: number }

/** Claims of one field that a page shows at most, different voices and values first; the evidence page has them all. */
const SHOWN = 24
/** Of one voice that says the same, this many. */
const ALIKE = 2

/** Claims by what they are about, and the status of each field; ask it for one field, or for a record as a whole. */
export class Claims {
  readonly all: readonly Claim[]
  readonly statuses: readonly FieldStatus[]
  readonly #byRecord: Map<string, Claim[]>
  readonly #byField: Map<string, Claim[]>
  readonly #statusOf: Map<string, FieldStatus>
  readonly #statusesOf: Map<string, FieldStatus[]>

  constructor(claims: Claim[], statuses: FieldStatus[]) {
    this.all = claims
    this.statuses = statuses
    this.#byRecord = groupBy(claims, ({ record, record_id }) => `${record} ${record_id}`)
    this.#byField = groupBy(claims, fieldOf)
    this.#statusOf = new Map(statuses.map((status) => [fieldOf(status), status]))
    this.#statusesOf = groupBy(statuses, ({ record, record_id }) => `${record} ${record_id}`)
  }

  /** On one of these fields. */
  on(record: string, id: number, ...fields: string[]): Claim[] {
    return fields.flatMap((field) => this.#byField.get(`${record} ${id} ${field}`) ?? [])
  }

  /** On the record or any field of it. */
  about(record: string, id: number): Claim[] {
    return this.#byRecord.get(`${record} ${id}`) ?? []
  }

  /** Field '' is the record as a whole. */
  statusOf(record: string, id: number, field: string): FieldStatus | null {
    return this.#statusOf.get(`${record} ${id} ${field}`) ?? null
  }

  statusesOf(record: string, id: number): FieldStatus[] {
    return this.#statusesOf.get(`${record} ${id}`) ?? []
  }

  sourceIds(): number[] {
    return [...new Set(this.all.map(({ source_id }) => source_id))]
  }
}

/** The claims on these records, each with its relay chain: three questions, however many records. */
export async function claimsOn(db: Db, subjects: Record<string, number[]>): Promise<Claims> {
  const about = Object.entries(subjects).filter(([, ids]) => ids.length > 0)
  if (about.length === 0) return new Claims([], [])
  const [claims, statuses] = await Promise.all([claimRows(db, about), statusesOn(db, about)])
  return new Claims(await withRelays(db, claims), statuses)
}

/** All claims on one field in the order they were made; `field` '' is the record as a whole. */
export async function claimsOnField(
  db: Db,
  record: string,
  id: number,
  field: string,
  { limit }: { limit: number },
): Promise<Claim[]> {
  const rows = await claimQuery(db)
    .where('claim.record', '=', record)
    .where('claim.record_id', '=', id)
    .where('claim.field', field === '' ? 'is' : '=', field === '' ? null : field)
    .orderBy('claim.asserted_earliest')
    .orderBy('claim.id')
    .limit(limit)
    .execute()
  return withRelays(db, rows)
}

/** What one source says, record by record; no more than the limit. */
export async function claimsFrom(
  db: Db,
  sourceId: number,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Claim[]> {
  const rows = await claimQuery(db)
    .where('claim.source_id', '=', sourceId)
    .orderBy('claim.record')
    .orderBy('claim.record_id')
    .orderBy('claim.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return withRelays(db, rows)
}

/** How many claims of a source come before this one in that order; none where it is not one of them. */
export async function claimsBefore(db: Db, sourceId: number, id: number): Promise<number> {
  const { before } = await db
    .selectFrom('claim as one')
    .innerJoin('claim', 'claim.source_id', 'one.source_id')
    .where('one.id', '=', id)
    .where('one.source_id', '=', sourceId)
    .where('claim.withdrawn', 'is', null)
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('claim.record', 'claim.record_id', 'claim.id'),
        '<',
        refTuple('one.record', 'one.record_id', 'one.id'),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .executeTakeFirstOrThrow()
  return before
}

/** Claims by their numbers. */
export async function claimsWithIds(db: Db, ids: number[]): Promise<Claim[]> {
  return withRelays(db, await claimQuery(db).where('claim.id', 'in', ids).orderBy('claim.id').execute())
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

export type About = Iterable<readonly [record: string, ids: number[]]>

/** Rows of a table that are about any of these records. */
export function anyOf(table: string, about: About) {
  const any = [...about].map(
    ([record, ids]) =>
      sql<SqlBool>`(${sql.ref(`${table}.record`)} = ${record} and ${sql.ref(`${table}.record_id`)} in (${sql.join(ids)}))`,
  )
  return sql<SqlBool>`(${sql.join(any, sql` or `)})`
}

/** Ranked inside SQLite, so that a field with a thousand claims costs a page no more than one with fifty. */
function claimRows(db: Db, about: About) {
  const alike = db
    .selectFrom('claim')
    .where('claim.withdrawn', 'is', null)
    .where(anyOf('claim', about))
    .select(['claim.id', 'claim.record', 'claim.record_id', 'claim.field'])
    .select(
      sql<number>`row_number() over (partition by claim.record, claim.record_id, claim.field,
        asserter_party_id, affirms, value order by claim.id)`.as('nth'),
    )
  const ranked = db
    .selectFrom(alike.as('alike'))
    .where('nth', '<=', ALIKE)
    .select([
      'id',
      sql<number>`row_number() over (partition by record, record_id, field order by nth, id)`.as('rank'),
    ])
  const shown = db.selectFrom(ranked.as('ranked')).where('rank', '<=', SHOWN).select('id')
  return claimQuery(db).where('claim.id', 'in', shown).orderBy('claim.id').execute()
}

async function statusesOn(db: Db, about: About): Promise<FieldStatus[]> {
  return db
    .selectFrom('field_status')
    .leftJoin('field_step as last', (on) =>
      on
        .onRef('last.record', '=', 'field_status.record')
        .onRef('last.record_id', '=', 'field_status.record_id')
        .onRef('last.field', '=', 'field_status.field')
        .on('last.until', '=', OPEN),
    )
    .where(anyOf('field_status', about))
    .selectAll('field_status')
    .select(sql<number>`last.claims - field_status.claims`.as('later'))
    .orderBy('field_status.record')
    .orderBy('field_status.record_id')
    .orderBy('field_status.field')
    .execute()
}

function claimQuery(db: Db) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .leftJoin('party', 'party.id', 'claim.asserter_party_id')
    .where('claim.withdrawn', 'is', null)
    .selectAll('claim')
    .select([
      'source.publisher',
      'source.republishes_id',
      'party.code as asserter_code',
      'party.name as asserter_party',
    ])
    .select(doubt.as('doubt'))
}

/** Read as of an earlier day, a claim that may be later is shown and says so. */
const doubt = sql<string | null>`case when (select day from as_of) = ${OPEN} then null
  when asserted_latest is null and published_latest is null then 'day not given'
  when coalesce(asserted_latest, published_latest) > (select day from as_of) then 'may be later' end`

async function withRelays(db: Db, rows: ClaimRow[]): Promise<Claim[]> {
  const chains = await relaysOf(db, idsOf(rows))
  return rows.map((row) => ({ ...row, relays: chains.get(row.id) ?? [] }))
}

/** The relay chains of these claims, nearest link first. */
export async function relaysOf(db: Db, claimIds: number[]): Promise<Map<number, Relay[]>> {
  const relays: Relay[] = await db
    .selectFrom('relay')
    .select(['id', 'claim_id', 'name', 'named'])
    .where('claim_id', 'in', claimIds)
    .where('withdrawn', 'is', null)
    .orderBy('claim_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return groupBy(relays, ({ claim_id }) => claim_id)
}
