/* The record's own field, read as a claim has it. */
import type { Db } from '../../db/tables.ts'
import type { Stored } from '../../fields/kind.ts'
import { readOne } from '../../fields/read.ts'
import { fold } from '../../kernel/fold.ts'
import { idsNamed } from '../../parties/reads.ts'
import type { Claim } from '../../sources/claim-reads.ts'
import type { Subject } from '../claims/subject.ts'

/** The columns that change, or why the claim cannot be read into the field. */
export type Adoption = { values: Record<string, Stored> } | { fault: string }

export async function adoption(
  db: Db,
  { kind, field, recordKind }: Subject,
  claim: Claim,
): Promise<Adoption> {
  if (!kind || field === null) return { fault: 'must be left: the record as a whole has no value to change' }
  if (kind.isOurs) return { fault: 'must be left: this is a label of our own, edited with the record itself' }
  if (claim.affirms === 0 || claim.value === null)
    return { fault: 'must be left: that claim affirms no value' }
  if (kind.refers) return referred(db, kind.refers, field, claim.value)
  const read = readOne(kind, claim.value)
  if ('fault' in read) return { fault: `must be left: “${claim.value}” ${read.fault}` }
  const stem = field.replace(/_time$|_minutes$/, '')
  const companion = [`${stem}_exactness`, `${stem}_bound`].find((name) => recordKind.fields[name])
  const exactness = companion ? recordKind.fields[companion] : undefined
  if (!companion || !exactness) return { values: { [field]: read.value } }
  const how = readOne(exactness, claim.value_exactness ?? '')
  if ('fault' in how)
    return { fault: `must be left: “${claim.value_exactness}” is no exactness of this field` }
  return { values: { [field]: read.value, [companion]: how.value } }
}

async function referred(db: Db, refers: string, field: string, name: string): Promise<Adoption> {
  if (refers !== 'person' && refers !== 'party' && refers !== 'venue')
    return { fault: 'must be left: edit the record itself to change what it points to' }
  const ids = [...new Set((await idsNamed(db, refers, [fold(name)])).map(({ id }) => id))]
  const [id] = ids
  if (id === undefined || ids.length > 1)
    return {
      fault: `must be left: “${name}” is the name of ${ids.length === 0 ? 'no' : 'more than one'} ${refers} on record`,
    }
  return { values: { [field]: id } }
}
