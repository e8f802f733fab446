/* By what an address names a record: a process by its slug as well, an issue by its code, as their pages do. */
import { rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'
import { idIn } from '../../web/request.ts'

const keys: Record<string, string> = { process: 'slug', issue: 'code' }

/** The number of the record, withdrawn or not. @throws Refusal 404 */
export async function idNamed(db: Db, record: string, key = ''): Promise<number> {
  const column = keys[record]
  if (column === undefined || /^\d+$/.test(key)) return idIn(key)
  const [row] = await rowsWith(db, record, column, [key])
  return row?.id ?? notFound(record, key)
}
