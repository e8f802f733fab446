import { idNamed } from '../catalogue/address-reads.ts'
import { allRecords, recordNamed } from '../catalogue/records.ts'
import { type AnyRow, rowsAmong } from '../catalogue/rows.ts'
import { placeLink } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { notFound, Refusal } from '../kernel/fault.ts'
import { pathOfKind } from '../sources/paths.ts'
import { namesOf } from './name-reads.ts'
import type { State } from './rebuild.ts'

/** A record whose history is asked for; one that was withdrawn has a history too. */
export interface Asked {
  kind: RecordKind
  id: number
  row: AnyRow
  /** What it is called; "Claim 12" where it has no name. */
  name: string
  /** The page it is shown on. */
  home: { href: string; label: string } | null
}

const kindAt = new Map(allRecords.map(({ name }) => [pathOfKind(name), name]))

/** The record that an address names; a process by its slug and an issue by its code as well. @throws Refusal 404 */
export async function recordAt(db: Db, kindPath: string, key: string): Promise<Asked> {
  const kind = recordNamed(kindAt.get(kindPath) ?? '')
  if (!kind) throw new Refusal(404, 'There is no such kind of record.')
  const id = await idNamed(db, kind.name, key)
  const row = (await rowsAmong(db, kind.name, [id])).get(id)
  if (!row) notFound(kind.name, id)
  const names = await namesOf(db, new Map([[kind.name, [id]]]))
  const place = names.place(kind.name, id)
  return { kind, id, row, name: names.called(kind.name, id), home: place ? placeLink(place) : null }
}

/** How the record stands today. */
export function stateOf({ kind, row }: Pick<Asked, 'kind' | 'row'>): State {
  const fields = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, row[name] ?? null]))
  return { fields, withdrawn: row.withdrawn as string | null }
}
