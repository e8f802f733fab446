import type { Db } from '../db/tables.ts'
import { createRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { fold } from '../kernel/fold.ts'
import { officeRecord } from './fields.ts'
import { officesOf } from './reads.ts'

interface Held {
  person_id: number
  party_id: number | null
  title: string
  /** The office that stood so far; kept where two of the same title are on record. */
  stood: number | null
}

/** The person's office of that title, made where the record has none. */
export async function officeHeld(
  db: Db,
  by: Author,
  { person_id, party_id, title, stood }: Held,
): Promise<number> {
  const offices = await officesOf(db, [person_id])
  const same = offices.filter((office) => fold(office.title) === fold(title))
  const office =
    same.find(({ id }) => id === stood) ?? same.find((office) => office.party_id === party_id) ?? same[0]
  return office?.id ?? createRecord(db, by, officeRecord, { person_id, party_id, title })
}
