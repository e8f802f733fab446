/* A record as it stands, with the rows that belong to it. */
import { type AnyRow, rowsAmong, rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { gone, notFound } from '../../kernel/fault.ts'
import { groupBy } from '../../kernel/group.ts'
import { idsOf } from '../../kernel/ids.ts'
import type { Look, Outline, Rows } from './outline.ts'

export interface Standing {
  row: AnyRow
  /** By the names of the lists. */
  rows: Record<string, Standing[]>
}

/** With the version of the whole: it rises with each change to any of its rows, through whichever door. */
export interface Whole extends Standing {
  version: number
}

/** @throws Refusal 404 or 410 */
export async function theWhole(db: Db, outline: Outline, id: number): Promise<Whole> {
  const { name } = outline.kind
  const row = (await rowsAmong(db, name, [id])).get(id)
  if (!row) notFound(name, id)
  if (row.withdrawn !== null) gone(name, id, String(row.withdrawn))
  const versions: number[] = [Number(row.version)]
  const [whole] = await withRows(db, outline, [row], versions)
  return { ...(whole as Standing), version: versions.reduce((sum, version) => sum + version) }
}

async function withRows(
  db: Db,
  { rows = [] }: Look,
  parents: AnyRow[],
  versions: number[],
): Promise<Standing[]> {
  const lists: Array<[string, Map<number, Standing[]>]> = []
  for (const one of rows) lists.push([one.list, await rowsOf(db, one, parents, versions)])
  return parents.map((row) => ({
    row,
    rows: Object.fromEntries(lists.map(([list, by]) => [list, by.get(row.id) ?? []])),
  }))
}

async function rowsOf(
  db: Db,
  one: Rows,
  parents: AnyRow[],
  versions: number[],
): Promise<Map<number, Standing[]>> {
  const all = await rowsWith(db, one.kind.name, one.by, idsOf(parents))
  versions.push(...all.map(({ version }) => Number(version)))
  const standing = all.filter(({ withdrawn }) => withdrawn === null).sort(inOrder)
  return groupBy(await withRows(db, one, standing, versions), ({ row }) => Number(row[one.by]))
}

function inOrder(one: AnyRow, other: AnyRow): number {
  return Number(one.position ?? 0) - Number(other.position ?? 0) || one.id - other.id
}
