/* What claims, links of their chains and readings are about. */
import { rowsAmong } from '../catalogue/rows.ts'
import { fieldOrWhole } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { subjectsOf } from '../sources/field-ref.ts'
import type { Names } from './name-reads.ts'
import type { Ref } from './pointing.ts'

export interface Spoken extends Ref {
  /** Null where it is about the record as a whole. */
  field: string | null
}

/** By kind and number, as in "claim 1001"; of any other record, nothing. */
export async function spokenOf(db: Db, refs: Ref[]): Promise<Map<string, Spoken>> {
  const ids = subjectsOf(refs)
  const links = await rowsAmong(db, 'relay', ids.get('relay') ?? [])
  const claimOf = new Map([...links].map(([id, { claim_id }]) => [id, Number(claim_id)]))
  const claims = await rowsAmong(db, 'claim', [...(ids.get('claim') ?? []), ...claimOf.values()])
  const readings = await rowsAmong(db, 'reading', ids.get('reading') ?? [])
  const found = new Map<string, Spoken>()
  const keep = (key: string, row: unknown) => row && found.set(key, row as Spoken)
  for (const [id, row] of claims) keep(`claim ${id}`, row)
  for (const [id, row] of readings) keep(`reading ${id}`, row)
  for (const [id, claim_id] of claimOf) keep(`relay ${id}`, claims.get(claim_id))
  return found
}

/** "Istanbul, 23 July 2025: Length", as it was called at this step. */
export function saySpoken({ record, record_id, field }: Spoken, names: Names, step: number): string {
  return `${names.called(record, record_id, step)}: ${fieldOrWhole(record, field)}`
}
