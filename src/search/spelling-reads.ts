import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { placedWords } from '../kernel/fold.ts'
import { distanceOf } from './distance.ts'
import type { Phrase, Question } from './query.ts'
import { isSpelled, restsOf } from './spelling-writes.ts'

/** Words that share a rest with what was typed and are looked at. */
const NEAR = 60
/** A word that finds something is taken for a typo only beside one that finds so many times more. */
const TIMES = 20
/** Beyond this a word is common, and that is all. */
const COUNTED = 500
// Sorts behind every word that begins alike.
const LAST = '\u{10ffff}'

/** Beginnings as long as this are in no index of beginnings. */
const LONG = 6
/** Words that are asked for in place of their beginning. */
const ENDINGS = 32

/** Where a long word is only begun, the words that it may be; as it was where they are many. */
export async function spelledOut<P extends Phrase>(db: Db, phrase: P): Promise<P> {
  const [word, ...others] = phrase.words
  if (!phrase.isBegun || !word || others.length > 0 || word.length < LONG) return phrase
  const { rows } = await sql<{ word: string }>`select word from spelling
    where rest >= ${word} and rest < ${word + LAST} and rest = word limit ${ENDINGS + 1}`.execute(db)
  return rows.length > ENDINGS ? phrase : { ...phrase, endings: rows.map(({ word }) => word) }
}

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

/** In how many records each of these words stands, as far as that matters. */
async function countsOf(db: Db, words: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from (select 1 from search
      where search match ${`{name words} : "${word}"`} limit ${COUNTED})`.execute(db)
    const [{ count } = { count: 0 }] = rows
    if (count > 0) counts.set(word, count)
  }
  return counts
}

function replaced(typed: string, word: string, better: string): string {
  const places = placedWords(typed).filter((one) => one.word === word)
  return places.reduceRight((text, { start, end }) => text.slice(0, start) + better + text.slice(end), typed)
}
