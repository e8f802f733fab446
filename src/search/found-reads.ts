import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { bandOf, NUMBER } from './band-reads.ts'
import { documentOf, meets } from './document.ts'
import { anywhere, inNames, matchOf } from './expression.ts'
import { type FoundKind, indexOf } from './kinds.ts'
import { type Besides, type Meant, meaningOf } from './named-reads.ts'
import { isAsked, readQuestion } from './query.ts'
import { textsOf } from './text-reads.ts'

/** So many of a kind are found, the latest entered first; what is found more often than that is asked too broadly. */
export const MOST = 1000
/** As of an earlier day so many are read again, for what they say today was not known then. */
const READ_AGAIN = 200

/** The ids of all rounds that meet what was typed, in no order. */
export async function roundsFound(db: Db, typed: string): Promise<number[]> {
  const question = readQuestion(typed)
  if (!isAsked(question)) return []
  const meant = await meaningOf(db, question)
  const { first, last, id } = bandOf('round')
  // As one text: a hundred thousand rows would take longer to hand over than to find.
  const { rows } = await sql<{ ids: string }>`select json_group_array(${id}) as ids from search
    where search match ${matchOf(meant.asked, anywhere)} and rowid >= ${first} and rowid < ${last}
      ${besidesOf('round', meant.besides)}`.execute(db)
  const ids: number[] = JSON.parse(rows[0]?.ids ?? '[]')
  return ids.length > READ_AGAIN ? ids : await known(db, 'round', meant, ids)
}

export interface Hits {
  ids: number[]
  /** There are more. */
  isMore: boolean
}

/**
 * What is found of a kind, at most so many: first what is called so, then what says so; in each the latest first. Nothing
 * is weighed against all that is found, which would take as long as that is much.
 */
export async function found(db: Db, kind: FoundKind, meant: Meant): Promise<Hits> {
  const all = await hits(
    db,
    kind,
    matchOf(meant.asked, { ...anywhere, isByMarks: kind === 'round' }),
    meant.besides,
  )
  const isNamed = indexOf(kind) === 'search' && meant.asked.terms.some(({ isNot }) => !isNot)
  const named =
    isNamed && all.length > 0 ? await hits(db, kind, matchOf(meant.asked, inNames), meant.besides) : []
  const called = new Set(named)
  const ids = [...named, ...all.filter((id) => !called.has(id))]
  return { ids: await known(db, kind, meant, ids.slice(0, MOST)), isMore: ids.length > MOST }
}

/** The ids of what meets an expression, by day and then by number, the latest first. */
async function hits(db: Db, kind: FoundKind, match: string, besides: Besides): Promise<number[]> {
  const index = sql.table(indexOf(kind))
  const { first, last, id } = bandOf(kind)
  const { rows } = await sql<{ id: number }>`select found.id from (
      select ${id} as id from ${index}
      where ${sql.ref(indexOf(kind))} match ${match} and rowid >= ${first} and rowid < ${last}
        ${besidesOf(kind, besides)}
      order by rowid desc limit ${MOST + 1}) found
    join ${sql.table(kind)} one on one.id = found.id
    order by ${latestFirst(kind)}found.id desc`.execute(db)
  return rows.map(({ id }) => id)
}

const days: Partial<Record<FoundKind, string>> = {
  round: 'date_latest',
  process: 'date_latest',
  document: 'date_latest',
  source: 'published_latest',
  claim: 'asserted_latest',
}

function latestFirst(kind: FoundKind): RawBuilder<unknown> {
  const day = days[kind]
  return day ? sql`${sql.ref(`one.${day}`)} desc, ` : sql``
}

/** Leaves out what says so today, but did not yet say so on the day as of which the record is read. */
async function known(db: Db, kind: FoundKind, { asked }: Meant, ids: number[]): Promise<number[]> {
  const { rows } = await sql<{ day: number }>`select day from as_of`.execute(db)
  if (rows[0]?.day === OPEN || ids.length === 0) return ids
  const read = (await textsOf(db, kind, ids.slice(0, READ_AGAIN))).map(documentOf)
  const met = new Set(read.filter((one) => meets(asked, one, kind === 'round')).map(({ id }) => id))
  return ids.slice(0, READ_AGAIN).filter((id) => met.has(id))
}

/** Where the dates of a kind stand, and by what they are its own. */
const dated: Partial<Record<FoundKind, { from: string; id: string; date: string }>> = {
  round: { from: 'round', id: 'round.id', date: 'round.date' },
  process: { from: 'process', id: 'process.id', date: 'process.date' },
  proposal: { from: 'proposal_event', id: 'proposal_event.proposal_id', date: 'proposal_event.date' },
  outcome: {
    from: 'outcome join round on round.id = outcome.round_id',
    id: 'outcome.id',
    date: 'round.date',
  },
  commitment: {
    from: 'commitment join outcome on outcome.id = commitment.outcome_id join round on round.id = outcome.round_id',
    id: 'commitment.id',
    date: 'round.date',
  },
  document: { from: 'document', id: 'document.id', date: 'document.date' },
  source: { from: 'source', id: 'source.id', date: 'source.published' },
  claim: { from: 'claim', id: 'claim.id', date: 'claim.asserted' },
  capture: {
    from: 'capture join source on source.id = capture.source_id',
    id: 'capture.id',
    date: 'source.published',
  },
}

/** The marks of years have chosen; of the year of the day itself the date decides. */
function besidesOf(kind: FoundKind, { before, after }: Besides): RawBuilder<unknown> {
  const conditions = [
    ...before.map((day) => datedBy(kind, 'earliest', sql`< ${day}`)),
    ...after.map((day) => datedBy(kind, 'latest', sql`> ${day}`)),
  ]
  return sql.join(
    conditions.map((one) => sql`and ${one}`),
    sql` `,
  )
}

function datedBy(
  kind: FoundKind,
  bound: 'earliest' | 'latest',
  is: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const own = dated[kind]
  if (!own) return sql<SqlBool>`0`
  return sql<SqlBool>`exists (select 1 from ${sql.raw(own.from)}
    where ${sql.ref(own.id)} = ${sql.ref(indexOf(kind))}.rowid & ${NUMBER} and ${sql.ref(`${own.date}_${bound}`)} ${is})`
}
