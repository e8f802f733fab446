/* The two records of a merging, as they stand. */
import { type Place, placesOf } from '../../catalogue/reads.ts'
import { type AnyRow, rowsWith } from '../../catalogue/rows.ts'
import { placeLink, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { gone, notFound, Refusal } from '../../kernel/fault.ts'

export interface Pair {
  kind: RecordKind
  from: One
  into: One
}

export interface One {
  row: AnyRow
  /** "Çırağan Palace (12)" */
  label: string
  href: string
}

/** @throws Refusal 404 or 410 */
export async function theOne(db: Db, kind: RecordKind, id: number): Promise<One> {
  const [row] = await rowsWith(db, kind.name, 'id', [id])
  if (!row) notFound(kind.name, id)
  if (row.withdrawn !== null) gone(kind.name, id, String(row.withdrawn))
  const [place] = await placesOf(db, new Map([[kind.name, [id]]]))
  const { href, label } = (place && placeLink(place as Place)) ?? { href: '/', label: recordWords(kind.name) }
  return { row, label: `${label} (${id})`, href }
}

/** @throws Refusal 404, 410 or 422 */
export async function thePair(db: Db, kind: RecordKind, from: number, into: number): Promise<Pair> {
  if (from === into) throw new Refusal(422, 'A record cannot be merged into itself: name the other one.')
  return { kind, from: await theOne(db, kind, from), into: await theOne(db, kind, into) }
}
