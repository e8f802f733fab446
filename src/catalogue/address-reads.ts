import type { Db } from '../db/tables.ts'
import { notFound } from '../kernel/fault.ts'
import { idIn } from '../web/request.ts'
import { rowsWith } from './rows.ts'

/** Where an address holds a word in place of the number. */
export const addressedBy: Readonly<Record<string, string>> = { process: 'slug', issue: 'code' }

/** The number of the record that an address names, by its number or its word, withdrawn or not. @throws Refusal 404 */
export async function idNamed(db: Db, record: string, key = ''): Promise<number> {
  const column = addressedBy[record]
  if (column === undefined || /^\d+$/.test(key)) return idIn(key)
  const [row] = await rowsWith(db, record, column, [key])
  return row?.id ?? notFound(record, key.slice(0, 80))
}
