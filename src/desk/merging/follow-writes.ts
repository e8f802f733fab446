/* Whatever points to a record that was merged points to the one that stands for it, however many rows that are. */
import { mergerRecord } from '../../catalogue/fields.ts'
import { pointersTo } from '../../catalogue/pointers.ts'
import { type AnyRow, type Pointer, rowsPointing } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { changeMany, createMany, restoreMany, withdrawMany } from '../../history/many-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { groupBy } from '../../kernel/group.ts'
import { type Fate, fatesOf, takenOver } from './doubles.ts'

/** One merging: everything it changes says so. */
export interface Merging {
  db: Db
  by: Author
  /** The merger made by hand. */
  id: number
  /** As it was typed. */
  why: string
  /** With what was merged, for each step of the history. */
  reason: string
}

/** By the number of each record that was merged, the one that stands for it. */
type Pairs = Map<number, number>

export async function follow(merging: Merging, record: string, pairs: Pairs): Promise<void> {
  for (const pointer of pointersTo(record)) await followAlong(merging, record, pointer, pairs)
}

async function followAlong(merging: Merging, record: string, pointer: Pointer, pairs: Pairs): Promise<void> {
  const { db, by, reason } = merging
  const { kind, column } = pointer
  const rows = await rowsPointing(db, pointer, [...pairs.keys()])
  if (rows.length === 0) return
  const there = await rowsPointing(db, pointer, [...new Set(pairs.values())])
  const would = (row: AnyRow) => ({ ...row, [column]: pointed(record, pointer, row, pairs) })
  const fates = groupBy(fatesOf(kind.name, rows, would, there), ({ is }) => is)
  const moved = (fates.get('moved') ?? []).map(({ row }) => ({
    row,
    values: { [column]: would(row)[column] ?? null },
  }))
  await changeMany(db, by, kind, moved, reason)
  await absorb(merging, kind, [...(fates.get('absorbed') ?? []), ...(fates.get('revived') ?? [])] as Double[])
}

/** No source is a version of itself, and no issue part of itself. */
function pointed(record: string, { kind, column }: Pointer, row: AnyRow, pairs: Pairs): number | null {
  const into = pairs.get(Number(row[column])) ?? null
  return kind.name === record && into === row.id ? null : into
}

type Double = Exclude<Fate, { is: 'moved' | 'left' }>

/** What would stand twice stands once: the double is withdrawn, and whatever points to it follows in its turn. */
async function absorb(merging: Merging, kind: RecordKind, doubles: Double[]): Promise<void> {
  if (doubles.length === 0) return
  const { db, by, id: parent_id, why, reason } = merging
  const revived = doubles.flatMap(({ is, into }) => (is === 'revived' ? [into.id] : []))
  await restoreMany(db, by, kind, [...new Set(revived)], reason)
  await changeMany(db, by, kind, fillings(kind, doubles), reason)
  const pairs = new Map(doubles.map(({ row, into }) => [row.id, into.id]))
  await follow(merging, kind.name, pairs)
  if (hasAddress(kind)) {
    const { name: record } = kind
    const mergers = [...pairs].map(([record_id, into_id]) => ({
      record,
      record_id,
      into_id,
      parent_id,
      reason: why,
    }))
    await createMany(db, by, mergerRecord, mergers)
  }
  await withdrawMany(db, by, kind, [...pairs.keys()], reason)
}

/** Of several doubles of one row the first fills in what it leaves empty. */
function fillings(kind: RecordKind, doubles: Double[]) {
  const groups = groupBy(doubles, ({ into }) => into.id)
  return [...groups.values()].flatMap(([first]) => {
    if (!first) return []
    const taken = takenOver(kind.name, first)
    const values = Object.fromEntries(Object.entries(taken).filter(([name]) => name in kind.fields))
    return [{ row: first.into, values }]
  })
}

function hasAddress({ name }: RecordKind): boolean {
  return name !== 'capture' && name !== 'reading'
}
