/*
 * Words of the record by what is left of them where one letter is missing. Two words that share such a rest differ by a
 * letter, or by two that changed places: so a typo leads to its word along an index, however many words there are.
 */
import type { Db } from '../db/tables.ts'
import type { Document } from './document.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** `rest` is the word itself, or the word without one of its letters. */
    spelling: { rest: string; word: string }
  }
}

const ROWS_AT_ONCE = 5000
// Shorter ones are all alike, longer ones and numbers are nobody's typo: they are known by themselves alone.
const spelled = /^\p{L}{4,24}$/u

export function isSpelled(word: string): boolean {
  return spelled.test(word)
}

/** Words stay known when their last record goes: whoever suggests one asks first whether it finds anything. */
export async function learnWords(db: Db, documents: Document[]): Promise<void> {
  const words = new Set(documents.flatMap(({ name, words }) => `${name} ${words}`.split(' ')))
  words.delete('')
  const known = await knownOf(db, [...words])
  const rows = [...words]
    .filter((word) => !known.has(word))
    .flatMap((word) => (isSpelled(word) ? restsOf(word) : [word]).map((rest) => ({ rest, word })))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('spelling')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((twice) => twice.doNothing())
      .execute()
}

/** "talks" and "alks", "tlks", "taks", "tals", "talk". */
export function restsOf(word: string): string[] {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])]
}

async function knownOf(db: Db, words: string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let from = 0; from < words.length; from += ROWS_AT_ONCE) {
    const some = words.slice(from, from + ROWS_AT_ONCE)
    const rows = await db
      .selectFrom('spelling')
      .select('word')
      .where('rest', 'in', some)
      .whereRef('rest', '=', 'word')
      .execute()
    for (const { word } of rows) known.add(word)
  }
  return known
}
