import type { Fields } from './kind.ts'

/** A kind of record: a table, a CSV file of the same name, and a section of the codebook. */
export interface RecordKind<F extends Fields = Fields> {
  /** Table and file, singular, snake_case. */
  name: string
  /** One sentence for the codebook. */
  about: string
  fields: F
  /** The column that names a row to a reader; null where a row has no name of its own. */
  label: string | null
  /** Whether evidence is due for each field of it, for the record as a whole, or not at all, as it is our own book-keeping. */
  due: 'each field' | 'the whole' | 'nothing'
}

export function record<F extends Fields>(
  name: string,
  about: string,
  fields: F,
  label: string | null = null,
  due: RecordKind['due'] = 'the whole',
): RecordKind<F> {
  return { name, about, fields, label, due }
}
