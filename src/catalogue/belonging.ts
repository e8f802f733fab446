/* What belongs to what, read off the fields: a delegate to its delegation, that to its round. */
import type { RecordKind } from '../fields/record.ts'
import { allRecords, recordNamed } from './records.ts'

/** A kind of record, and the column in which it names what it belongs to. */
export interface Tie {
  part: string
  column: string
  owner: string
}

/** A claim or a reading is about a record of any kind. */
export function isAbout({ fields }: RecordKind): boolean {
  return 'record_id' in fields
}

/**
 * What a kind belongs to: that which it must name first, and the round it is part of; a name, which must name one of
 * three, to each. What it only mentions comes after.
 */
export function tiesOf(kind: RecordKind): Tie[] {
  if (isAbout(kind)) return []
  const others = Object.entries(kind.fields).flatMap(([column, { refers, required }]) =>
    refers && refers !== kind.name ? [{ part: kind.name, column, owner: refers, required }] : [],
  )
  const first = others.find(({ required }) => required)
  return others.filter((one) => first === undefined || one === first || one.owner === 'round')
}

/** These have pages of their own: whose they are does not tell their history. */
const apart = ['round', 'proposal']

/** By these the parts of a record are found, and the parts of those. */
export const partTies: readonly Tie[] = allRecords.filter(({ name }) => !apart.includes(name)).flatMap(tiesOf)

/** The steps from a kind up to the process; null where it belongs to none. */
export function wayToProcess(record: string): Tie[] | null {
  const kind = recordNamed(record)
  const [tie] = kind ? tiesOf(kind) : []
  if (!tie) return null
  if (tie.owner === 'process') return [tie]
  const rest = wayToProcess(tie.owner)
  return rest && [tie, ...rest]
}
