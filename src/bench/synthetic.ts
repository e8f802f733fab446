/* A made-up record of any size, for measuring alone. */
import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, insertRows } from '../catalogue/rows.ts'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import { restateAll } from '../evidence/restate-writes.ts'
import type { Stored } from '../fields/kind.ts'
import { derived } from '../fields/read.ts'
import { isoDate } from '../kernel/days.ts'

type Row = Record<string, Stored>

const ROUNDS_A_TRACK = 40
const FIRST_DAY = -9000
const AT_ONCE = 5000

/** Rounds over eighty years, each with two delegations and ten claims on five of its fields, by four outlets. */
export async function fill(db: Db, rounds: number): Promise<void> {
  const tracks = Math.ceil(rounds / ROUNDS_A_TRACK)
  await store(
    db,
    'source',
    range(4, (id) => ({ id, publisher: `Outlet ${id}`, kind: 'news report' })),
  )
  await store(
    db,
    'party',
    range(2, (id) => ({ id, name: `Party ${id}`, code: `P${id}`, kind: 'state' })),
  )
  await store(
    db,
    'venue',
    range(50, (id) => ({ id, name: `House ${id}`, kind: 'palace', country: 'CH' })),
  )
  await store(db, 'process', range(tracks, process))
  await store(
    db,
    'track',
    range(tracks, (id) => ({ id, process_id: id, title: `Track ${id}`, level: '1' })),
  )
  await store(
    db,
    'round',
    range(rounds, (id) => round(id, rounds)),
  )
  await store(db, 'delegation', range(rounds * 2, delegation))
  await store(
    db,
    'claim',
    range(rounds * 10, (id) => claim(id, rounds)),
  )
  await restateAll(db)
  await saved(db, rounds)
}

const ROUNDS_A_SAVE = 10

/** The history of the rounds, as if ten at a time had been entered, and what is derived of it. */
async function saved(db: Db, rounds: number): Promise<void> {
  const by = { at: '2026-01-01T12:00:00.000Z', account_id: null, who: 'the bench', published_by: null }
  const entered = { action: 'created', record: 'round', reason: null, before: null }
  const last = (id: number) => Math.min(id * ROUNDS_A_SAVE, rounds)
  const first = (id: number) => 1 + (id - 1) * ROUNDS_A_SAVE
  const saves = Math.ceil(rounds / ROUNDS_A_SAVE)
  const after = (id: number) => JSON.stringify({ title: `Round ${id}` })
  await storeAll(
    db,
    'revision',
    range(rounds, (id) => ({ id, ...by, ...entered, record_id: id, after: after(id) })),
  )
  await storeAll(
    db,
    'saving',
    range(saves, (id) => ({ id: first(id), ...by, last: last(id) })),
  )
  await storeAll(
    db,
    'saving_part',
    range(saves, (id) => ({
      saving_id: first(id),
      record: 'round',
      action: 'created',
      process_id: Math.ceil(first(id) / ROUNDS_A_TRACK),
      count: last(id) - first(id) + 1,
    })),
  )
}

/** More claims on the length of one round, no two of them alike. */
export async function crowd(db: Db, roundId: number, claims: number, firstId: number): Promise<void> {
  const one = (at: number): AnyRow => ({
    id: firstId + at,
    record: 'round',
    record_id: roundId,
    field: 'duration_minutes',
    affirms: 1,
    value: String(100 + at),
    asserter: `Speaker ${at}`,
    asserted: isoDate(20_000 + (at % 300)),
    source_id: 1 + (at % 4),
  })
  await store(db, 'claim', range(claims, one))
  await restateAll(db)
}

function process(id: number): AnyRow {
  return { id, slug: `process-${id}`, title: `Process ${id}`, date: '1945/2026', status: 'concluded' }
}

function dayOf(id: number, rounds: number): string {
  return isoDate(FIRST_DAY + Math.floor((id / rounds) * 29_000))
}

function round(id: number, rounds: number): AnyRow {
  return {
    id,
    track_id: Math.ceil(id / ROUNDS_A_TRACK),
    ordinal: id % ROUNDS_A_TRACK,
    title: `Round ${id}`,
    date: dayOf(id, rounds),
    duration_minutes: 40,
    venue_id: 1 + (id % 50),
    status: 'held',
    result: 'Talks go on.',
  }
}

function delegation(id: number): AnyRow {
  return { id, round_id: Math.ceil(id / 2), party_id: 1 + (id % 2), position: 1 + (id % 2) }
}

const fields: Array<[string, (id: number, rounds: number) => string]> = [
  ['date', dayOf],
  ['status', () => 'held'],
  ['duration_minutes', (id) => (id % 10 === 0 ? '60' : '40')],
  ['venue_id', (id) => `House ${1 + (id % 50)}`],
  ['result', () => 'Talks go on.'],
]

function claim(id: number, rounds: number): AnyRow {
  const roundId = Math.ceil(id / 10)
  const [field, value] = fields[id % 5] as (typeof fields)[number]
  return {
    id,
    record: 'round',
    record_id: roundId,
    field,
    affirms: 1,
    // Every tenth length is another one by its second outlet.
    value: field === 'duration_minutes' && id % 10 > 4 ? '40' : value(roundId, rounds),
    asserted: dayOf(roundId, rounds),
    source_id: 1 + (id % 4),
  }
}

function* range<R extends Row>(count: number, make: (id: number) => R): Generator<R> {
  for (let id = 1; id <= count; id++) yield make(id)
}

async function store(db: Db, record: string, rows: Iterable<AnyRow>): Promise<void> {
  const kind = recordNamed(record)
  if (!kind) return
  const empty = Object.fromEntries(Object.keys(kind.fields).map((name): [string, Stored] => [name, null]))
  await storeAll(db, record, whole(rows))

  function* whole(rows: Iterable<AnyRow>): Generator<AnyRow> {
    for (const row of rows) {
      const one = { ...empty, ...row }
      yield { ...one, ...derived(kind?.fields ?? {}, one), id: row.id }
    }
  }
}

async function storeAll(db: Db, table: string, rows: Iterable<Row>): Promise<void> {
  await atomically(db, async (db) => {
    let some: Row[] = []
    for (const row of rows) {
      some.push(row)
      if (some.length < AT_ONCE) continue
      await insertRows(db, table, some as AnyRow[])
      some = []
    }
    if (some.length > 0) await insertRows(db, table, some as AnyRow[])
  })
}
