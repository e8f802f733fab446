import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { placedWords } from '../kernel/fold.ts'
import { distanceOf } from './distance.ts'
import type { Question } from './query.ts'
import { isSpelled, restsOf } from './spelling-writes.ts'

/** Words that share a rest with what was typed and are looked at. */
const NEAR = 60
/** A word that finds something is taken for a typo only beside one that finds so many times more. */
const TIMES = 20
// Sorts behind every word that begins alike.
const LAST = '\u{10ffff}'

/** What was typed, with each word that is not known replaced by the nearest known one; null where there is none. */
export async function correctionOf(db: Db, typed: string, { terms }: Question): Promise<string | null> {
  const words = terms
    .filter(({ isNot }) => !isNot)
    .flatMap(({ words, isBegun }) =>
      words.map((word, at) => ({ word, isBegun: isBegun && at === words.length - 1 })),
    )
  let corrected = typed
  for (const { word, isBegun } of words) {
    const better = isSpelled(word) ? await nearest(db, word, isBegun) : null
    if (better) corrected = replaced(corrected, word, better)
  }
  return corrected === typed ? null : corrected
}

/** By as few letters as possible; of those as near, the one that is found most. */
async function nearest(db: Db, word: string, isBegun: boolean): Promise<string | null> {
  if (isBegun && (await begins(db, word))) return null
  const candidates = await db
    .selectFrom('spelling')
    .select('word')
    .distinct()
    .where('rest', 'in', restsOf(word))
    .where('word', '!=', word)
    .limit(NEAR)
    .execute()
  const near = candidates
    .map(({ word: other }) => ({ word: other, distance: distanceOf(word, other) }))
    .filter(({ distance }) => distance <= (word.length > 5 ? 2 : 1))
  const counts = await countsOf(db, [word, ...near.map(({ word }) => word)])
  const own = counts.get(word) ?? 0
  const [best] = near
    .map((one) => ({ ...one, count: counts.get(one.word) ?? 0 }))
    .filter(({ count }) => count > own * TIMES)
    .sort(
      (one, other) =>
        one.distance - other.distance || other.count - one.count || (one.word < other.word ? -1 : 1),
    )
  return best?.word ?? null
}

async function begins(db: Db, word: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from search_word where term >= ${word} and term < ${word + LAST} limit 1`.execute(db)
  return rows.length > 0
}

/** In how many records each of these words stands. */
async function countsOf(db: Db, words: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const { rows } = await sql<{
      doc: number
    }>`select doc from search_word where term = ${word} and col != 'marks'`.execute(db)
    const doc = rows.reduce((sum, row) => sum + row.doc, 0)
    if (doc > 0) counts.set(word, doc)
  }
  return counts
}

function replaced(typed: string, word: string, better: string): string {
  const places = placedWords(typed).filter((one) => one.word === word)
  return places.reduceRight((text, { start, end }) => text.slice(0, start) + better + text.slice(end), typed)
}
