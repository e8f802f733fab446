import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { foundKinds, isFoundKind } from './kinds.ts'

interface Change {
  record: string
  record_id: number
  action: string
  before: string | null
}

/** For each part of a record, the columns that say of which, and of what kind that is. */
const wholes: Record<string, Record<string, string>> = {
  session: { round_id: 'round' },
  delegation: { round_id: 'round' },
  delegate: { delegation_id: 'delegation' },
  third_party: { round_id: 'round' },
  outcome: { round_id: 'round' },
  commitment: { outcome_id: 'outcome' },
  position: { round_id: 'round' },
  document: { round_id: 'round' },
  proposal_event: { round_id: 'round', proposal_id: 'proposal' },
  proposal_issue: { proposal_id: 'proposal' },
  follow_up: { commitment_id: 'commitment' },
  office: { person_id: 'person' },
  name: { venue_id: 'venue', party_id: 'party', person_id: 'person' },
}

/** Only those of its kind that it is found by: a round by its sources, never a person by theirs. */
const cited = [
  'round',
  'session',
  'delegation',
  'delegate',
  'third_party',
  'proposal_event',
  'outcome',
  'commitment',
  'document',
]

/**
 * Records that may be found by something else since the revision, by kind: what changed itself, and what it is part of,
 * or was. `judged` are those whose status was judged anew: where one of them went or came back, its quotes did too.
 */
export async function foundTouched(
  db: Db,
  revision: number,
  judged: ReadonlyMap<string, number[]>,
): Promise<Map<string, number[]>> {
  const changes = await changesSince(db, revision)
  const touched = new Touched()
  for (const { record, record_id, before } of changes) {
    touched.add(record, record_id)
    const was = JSON.parse(before ?? '{}')
    for (const [column, whole] of Object.entries(wholes[record] ?? {})) touched.add(whole, was[column])
    if (record === 'claim' && cited.includes(was.record)) touched.add(was.record, was.record_id)
  }
  await addPointed(db, touched)
  if (changes.some(({ action }) => action === 'withdrawn' || action === 'restored')) {
    for (const [record, ids] of judged) await addClaims(db, touched, record, ids)
  }
  return touched.found()
}

class Touched {
  readonly #ids = new Map<string, Set<number>>()

  add(record: string, id: unknown): void {
    if (typeof id !== 'number') return
    const ids = this.#ids.get(record)
    if (ids) ids.add(id)
    else this.#ids.set(record, new Set([id]))
  }

  of(record: string): number[] {
    return [...(this.#ids.get(record) ?? [])]
  }

  found(): Map<string, number[]> {
    return new Map(foundKinds.map((kind) => [kind, this.of(kind)]))
  }
}

async function changesSince(db: Db, revision: number): Promise<Change[]> {
  return db
    .selectFrom('revision')
    .select(['record', 'record_id', 'action', 'before'])
    .where('id', '>', revision)
    .orderBy('id')
    .execute()
}

interface Pointing {
  id: number
}

/** From parts to wholes: each step may add to the next. */
async function addPointed(db: Db, touched: Touched): Promise<void> {
  const follow = async (from: string, column: string, to: string) => {
    for (const ids of slices(touched.of(from))) {
      const { rows } = await sql<Pointing>`select distinct ${sql.ref(column)} as id from ${sql.table(from)}
        where id in (${sql.join(ids)}) and ${sql.ref(column)} is not null`.execute(db)
      for (const { id } of rows) touched.add(to, id)
    }
  }
  const gather = async (of: string, column: string, record: string, whole: string) => {
    for (const ids of slices(touched.of(of))) {
      const { rows } =
        await sql<Pointing>`select id from ${sql.table(record)} where ${sql.ref(column)} in (${sql.join(ids)})`.execute(
          db,
        )
      for (const { id } of rows) touched.add(whole, id)
    }
  }
  // Before any is added because of an event: of that, only the round of the event speaks.
  await gatherRounds(db, touched)
  await addSubjects(db, touched)
  await addSurvivors(db, touched)
  await follow('delegate', 'delegation_id', 'delegation')
  await follow('follow_up', 'commitment_id', 'commitment')
  // A round is found by what was promised at it only through its sources, by its outcomes also in words.
  await follow('commitment', 'outcome_id', 'outcome')
  for (const part of Object.keys(wholes))
    for (const [column, whole] of Object.entries(wholes[part] ?? {})) await follow(part, column, whole)
  await gather('source', 'source_id', 'capture', 'capture')
  await gather('round', 'round_id', 'outcome', 'outcome')
  await gather('round', 'round_id', 'document', 'document')
  await gather('outcome', 'outcome_id', 'commitment', 'commitment')
}

/** What a proposal is called stands in the words of the rounds at which it was spoken of. */
async function gatherRounds(db: Db, touched: Touched): Promise<void> {
  for (const ids of slices(touched.of('proposal'))) {
    const { rows } = await sql<Pointing>`select distinct round_id as id from proposal_event
      where proposal_id in (${sql.join(ids)}) and round_id is not null`.execute(db)
    for (const { id } of rows) touched.add('round', id)
  }
}

async function addSubjects(db: Db, touched: Touched): Promise<void> {
  for (const ids of slices(touched.of('claim'))) {
    const claims = await db
      .selectFrom('claim')
      .select(['record', 'record_id'])
      .where('id', 'in', ids)
      .execute()
    for (const { record, record_id } of claims) if (cited.includes(record)) touched.add(record, record_id)
  }
}

async function addSurvivors(db: Db, touched: Touched): Promise<void> {
  for (const ids of slices(touched.of('merger'))) {
    const mergers = await db
      .selectFrom('merger')
      .select(['record', 'into_id'])
      .where('id', 'in', ids)
      .execute()
    for (const { record, into_id } of mergers) if (isFoundKind(record)) touched.add(record, into_id)
  }
}

async function addClaims(db: Db, touched: Touched, record: string, ids: number[]): Promise<void> {
  for (const some of slices(ids)) {
    const claims = await db
      .selectFrom('claim')
      .select('id')
      .where('record', '=', record)
      .where('record_id', 'in', some)
      .execute()
    for (const { id } of claims) touched.add('claim', id)
  }
}

function slices(ids: number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}
const AT_ONCE = 2000
