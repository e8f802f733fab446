import { rowsPointing, rowsWith } from '../../catalogue/rows.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { withdrawMany } from '../../history/many-writes.ts'
import { createRecord } from '../../history/record-writes.ts'
import { idsOf } from '../../kernel/ids.ts'
import { nameRecord } from '../../parties/fields.ts'
import { claimRecord } from '../../sources/fields.ts'
import type { Merging } from './follow-writes.ts'

/** Whoever is looked for by a name that either record bore finds the one that stands for both. */
export async function keepNames(
  merging: Merging,
  kind: RecordKind,
  into: number,
  borne: Array<Stored | undefined>,
): Promise<void> {
  const bearer = `${kind.name}_id`
  if (!(bearer in nameRecord.fields)) return
  const { db, by } = merging
  const [row] = await rowsWith(db, kind.name, 'id', [into])
  const names = (await rowsWith(db, 'name', bearer, [into])).filter(({ withdrawn }) => withdrawn === null)
  const known = new Set([row?.name, ...names.map(({ name }) => name)])
  for (const name of new Set(borne))
    if (typeof name === 'string' && !known.has(name))
      await createRecord(db, by, nameRecord, { [bearer]: into, name, kind: 'alias' })
  await dropRepeated(merging, idsOf(names.filter(({ name }) => name === row?.name)))
}

/** A further name that is the name itself says nothing; where somebody claims something of it, it stays. */
async function dropRepeated({ db, by, reason }: Merging, ids: number[]): Promise<void> {
  const claims = await rowsPointing(db, { kind: claimRecord, column: 'record_id', about: 'name' }, ids)
  const claimed = new Set(claims.map(({ record_id }) => record_id))
  await withdrawMany(
    db,
    by,
    nameRecord,
    ids.filter((id) => !claimed.has(id)),
    reason,
  )
}
