import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { bandOf } from './band-reads.ts'
import { phraseOf } from './expression.ts'
import type { FoundKind } from './kinds.ts'
import type { Phrase } from './query.ts'
import { spelledOut } from './spelling-reads.ts'

const MOST = 8
/** Of each kind but rounds, which fill what is left. */
const OF_A_KIND = 3
const suggested: FoundKind[] = ['person', 'party', 'venue', 'process', 'issue', 'proposal']

export interface Begun {
  kind: FoundKind
  id: number
}

/** First those whose name begins so; then those that hold it. Only as many as are shown are read of each. */
export async function namesBegun(db: Db, phrases: Phrase[]): Promise<Begun[]> {
  const [first, ...others] = await Promise.all(phrases.map((phrase) => spelledOut(db, phrase)))
  if (!first) return []
  const rest = others.map((one) => ` AND {name} : ${phraseOf(one)}`).join('')
  const found: Begun[] = []
  const add = async (kind: FoundKind, match: string, limit: number) => {
    if (found.length >= MOST) return
    const ids = await idsCalled(db, kind, match, limit)
    const fresh = ids.filter((id) => !found.some((one) => one.kind === kind && one.id === id))
    found.push(...fresh.slice(0, MOST - found.length).map((id) => ({ kind, id })))
  }
  for (const kind of suggested) await add(kind, `{name} : ${phraseOf(first, '^ ')}${rest}`, OF_A_KIND)
  for (const kind of suggested) await add(kind, `{name} : ${phraseOf(first)}${rest}`, OF_A_KIND)
  // To look at the beginning of each of so many would take long, where a word stands in most of them.
  await add('round', `{name} : ${phraseOf(first)}${rest}`, MOST)
  return found
}

async function idsCalled(db: Db, kind: FoundKind, match: string, limit: number): Promise<number[]> {
  const { first, last, id } = bandOf(kind)
  const { rows } = await sql<{ id: number }>`select ${id} as id from search
    where search match ${match} and rowid >= ${first} and rowid < ${last}
      and exists (select 1 from ${sql.table(kind)} one where one.id = ${id})
    order by rowid desc limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
