import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { foundKinds, isFoundKind } from './kinds.ts'
import { otherwiseSourced } from './sourced-reads.ts'

interface Change {
  record: string
  record_id: number
  action: string
  before: string | null
}

/** From a part by a column to what it is part of: each step may add to the next. */
const steps: Array<[part: string, column: string, whole: string]> = [
  ['delegate', 'delegation_id', 'delegation'],
  ['follow_up', 'commitment_id', 'commitment'],
  ['commitment', 'outcome_id', 'outcome'],
  ['session', 'round_id', 'round'],
  ['delegation', 'round_id', 'round'],
  ['third_party', 'round_id', 'round'],
  ['outcome', 'round_id', 'round'],
  ['position', 'round_id', 'round'],
  ['document', 'round_id', 'round'],
  ['proposal_event', 'round_id', 'round'],
  ['proposal_event', 'proposal_id', 'proposal'],
  ['proposal_issue', 'proposal_id', 'proposal'],
  ['office', 'person_id', 'person'],
  ['name', 'venue_id', 'venue'],
  ['name', 'party_id', 'party'],
  ['name', 'person_id', 'person'],
]

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
 * or was. `judged` are those whose status was judged anew: where it is another one they are found by that, and where one
 * of them went or came back, its quotes did.
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
    for (const [part, column, whole] of steps) if (part === record) touched.add(whole, was[column])
    if (record === 'claim' && cited.includes(was.record)) touched.add(was.record, was.record_id)
  }
  // Before any is added because of an event: of that, only the round of the event speaks.
  await stepUp(db, touched, 'proposal_issue')
  await addRoundsOfProposals(db, touched)
  await addSubjects(db, touched)
  await addSurvivors(db, touched)
  for (const part of new Set(steps.map(([part]) => part))) await stepUp(db, touched, part)
  await addOtherwiseSourced(db, touched, judged)
  for (const [whole, column, part] of below) await stepDown(db, touched, whole, column, part)
  if (changes.some(({ action }) => action === 'withdrawn' || action === 'restored')) {
    for (const [record, ids] of judged) await addClaims(db, touched, record, ids)
  }
  return touched.found()
}

/** What bears the marks of what it belongs to. */
const below: Array<[whole: string, column: string, part: string]> = [
  ['source', 'source_id', 'capture'],
  ['round', 'round_id', 'outcome'],
  ['round', 'round_id', 'document'],
  ['outcome', 'outcome_id', 'commitment'],
]

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

async function stepUp(db: Db, touched: Touched, part: string): Promise<void> {
  for (const [from, column, whole] of steps) {
    if (from !== part) continue
    for (const ids of slices(touched.of(part))) {
      const { rows } = await sql<Pointing>`select distinct ${sql.ref(column)} as id from ${sql.table(part)}
        where id in (${sql.join(ids)}) and ${sql.ref(column)} is not null`.execute(db)
      for (const { id } of rows) touched.add(whole, id)
    }
  }
}

async function stepDown(
  db: Db,
  touched: Touched,
  whole: string,
  column: string,
  part: string,
): Promise<void> {
  for (const ids of slices(touched.of(whole))) {
    const { rows } = await sql<Pointing>`select id from ${sql.table(part)}
      where ${sql.ref(column)} in (${sql.join(ids)})`.execute(db)
    for (const { id } of rows) touched.add(part, id)
  }
}

/** What a proposal is called stands in the words of the rounds at which it was spoken of. */
async function addRoundsOfProposals(db: Db, touched: Touched): Promise<void> {
  for (const ids of slices(touched.of('proposal'))) {
    const { rows } = await sql<Pointing>`select distinct round_id as id from proposal_event
      where proposal_id in (${sql.join(ids)}) and round_id is not null`.execute(db)
    for (const { id } of rows) touched.add('round', id)
  }
}

/** Many are judged where something they share was renamed; few come out otherwise. */
async function addOtherwiseSourced(
  db: Db,
  touched: Touched,
  judged: ReadonlyMap<string, number[]>,
): Promise<void> {
  const wholes = new Touched()
  for (const [record, ids] of judged) for (const id of ids) wholes.add(record, id)
  for (const part of new Set(steps.map(([part]) => part))) await stepUp(db, wholes, part)
  for (const kind of foundKinds)
    for (const ids of slices(wholes.of(kind)))
      for (const id of await otherwiseSourced(db, kind, ids)) touched.add(kind, id)
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
