import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

/**
 * In how many records each word stands, by index and column, and how often: what can be told of an index that keeps no
 * texts. Two that hold the same records alike have the same counts.
 */
export async function countsOfWords(db: Db): Promise<Map<string, string>> {
  const counts = new Map<string, string>()
  for (const index of ['search', 'search_quote']) {
    const { rows } = await sql<{
      term: string
      col: string
      counted: string
    }>`select term, col, doc || ' ' || cnt as counted
      from ${sql.table(`${index}_word`)}`.execute(db)
    for (const { term, col, counted } of rows) counts.set(`${term} in ${col} of ${index}`, counted)
  }
  return counts
}
