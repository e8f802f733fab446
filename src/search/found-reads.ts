import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { type Banded, bandOf, mostOfEach, NUMBER, rowsMeeting } from './band-reads.ts'
import { documentOf, meets } from './document.ts'
import { inNames, matchOf, withinOf } from './expression.ts'
import { type FoundKind, foundKinds, indexOf, numberOf } from './kinds.ts'
import { type Besides, type Meant, meaningOf } from './named-reads.ts'
import { isAsked, readQuestion } from './query.ts'
import { textsOf } from './text-reads.ts'

/** So many of a kind are found, the latest entered first; what is found more often than that is asked too broadly. */
export const MOST = 200
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
    where search match ${matchOf(meant.asked, withinOf('round'))} and rowid >= ${first} and rowid < ${last}
      ${besidesOf('round', meant.besides)}`.execute(db)
  const ids: number[] = JSON.parse(rows[0]?.ids ?? '[]')
  return ids.length > READ_AGAIN ? ids : await known(db, 'round', meant, ids)
}

export interface Hits {
  ids: number[]
  /** There are more. */
  isMore: boolean
}

/** Kinds that are looked through in one pass: rounds, then all that is less, then the words of others. */
const passes: FoundKind[][] = [
  ['round'],
  foundKinds.filter((kind) => kind !== 'round' && indexOf(kind) === 'search'),
  foundKinds.filter((kind) => indexOf(kind) === 'search_quote'),
]

/**
 * What is found of each kind, at most so many: first what is called so, then what says so; in each the latest first.
 * Nothing is weighed against all that is found, which would take as long as that is much. Kinds of which nothing is are
 * left out.
 */
export async function foundOf(
  db: Db,
  meant: Meant,
  kinds: readonly FoundKind[] = foundKinds,
): Promise<Array<[FoundKind, Hits]>> {
  const found: Array<[FoundKind, Hits]> = []
  for (const pass of passes) {
    const asked = pass.filter((kind) => kinds.includes(kind))
    if (asked.length > 0 && mayBear(pass, meant)) found.push(...(await passOf(db, asked, meant)))
  }
  return found
}

/** No quote bears the mark of a venue: then none needs to be looked for. */
function mayBear([first = 'round']: FoundKind[], { asked }: Meant): boolean {
  if (indexOf(first) === 'search') return true
  const borne = /^(source|party|person|year|decade|century)/
  return asked.fields.every(({ isNot, marks }) => isNot || marks.some((mark) => borne.test(mark)))
}

async function passOf(db: Db, kinds: FoundKind[], meant: Meant): Promise<Array<[FoundKind, Hits]>> {
  const within = withinOf(kinds[0] ?? 'round')
  const all = await hitsOf(db, kinds, matchOf(meant.asked, within), meant.besides)
  const isNamed = indexOf(kinds[0] ?? 'round') === 'search' && meant.asked.terms.some(({ isNot }) => !isNot)
  const those = kinds.filter((kind) => all.has(kind))
  const named =
    isNamed && those.length > 0
      ? await hitsOf(db, those, matchOf(meant.asked, inNames, within), meant.besides)
      : new Map<FoundKind, number[]>()
  const found: Array<[FoundKind, Hits]> = []
  for (const kind of those) {
    const called = new Set(named.get(kind))
    const others = (all.get(kind) ?? []).filter((id) => !called.has(id))
    const ids = [...(await inOrder(db, kind, [...called])), ...(await inOrder(db, kind, others))]
    const shown = await known(db, kind, meant, ids.slice(0, MOST))
    if (shown.length > 0) found.push([kind, { ids: shown, isMore: ids.length > MOST }])
  }
  return found
}

/** Of each kind the latest entered that meet an expression; kinds without any are left out. */
async function hitsOf(
  db: Db,
  kinds: FoundKind[],
  match: string,
  besides: Besides,
): Promise<Map<FoundKind, number[]>> {
  const isPlain = besides.before.length + besides.after.length === 0
  if (isPlain) return byKind(kinds, await mostOfEach(db, kinds, match, MOST + 1))
  const each = []
  for (const kind of kinds)
    each.push(...(await rowsMeeting(db, [kind], match, MOST + 1, besidesOf(kind, besides))))
  return byKind(kinds, each)
}

function byKind(kinds: FoundKind[], rows: Banded[]): Map<FoundKind, number[]> {
  const groups = groupBy(rows, ({ kind }) => kind)
  return new Map(
    kinds.flatMap((kind) => {
      const own = groups.get(numberOf(kind))
      return own ? [[kind, own.map(({ id }) => id)]] : []
    }),
  )
}

/** Those that stand, by day and then by number, the latest first. */
async function inOrder(db: Db, kind: FoundKind, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: number }>`select one.id from json_each(${JSON.stringify(ids)}) asked
    cross join ${sql.table(kind)} one on one.id = asked.value
    order by ${latestFirst(kind)}one.id desc`.execute(db)
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
  const met = new Set(read.filter((one) => meets(asked, one, withinOf(kind))).map(({ id }) => id))
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
