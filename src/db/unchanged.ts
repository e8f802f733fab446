import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Another number whenever anything in the database was changed. */
export async function recordVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

interface Kept<T> {
  version: number
  found: Map<string | number, T>
}

/**
 * Reads for several keys at once, and keeps what was found until anything in the database changes. `read` is asked only
 * for what is not kept; a key that it leaves out is not there. Once more than `most` are kept for a handle, all are let go.
 * Inside a transaction nothing is kept, for it sees its own changes.
 */
export function whileUnchanged<K extends string | number, T>(
  read: (db: Db, keys: K[]) => Promise<Map<K, T>>,
  most = 5000,
): (db: Db, keys: readonly K[]) => Promise<Map<K, T>> {
  const kept = new WeakMap<Db, Kept<T | undefined>>()
  return async (db, keys) => {
    if (db.isTransaction) return read(db, [...keys])
    const version = await recordVersion(db)
    const known = kept.get(db)
    const { found } = known?.version === version && known.found.size <= most ? known : { found: new Map() }
    kept.set(db, { version, found })
    const missing = [...new Set(keys)].filter((key) => !found.has(key))
    if (missing.length > 0) {
      const now = await read(db, missing)
      for (const key of missing) found.set(key, now.get(key))
    }
    const asked = keys.map((key) => [key, found.get(key)] as const)
    return new Map(asked.filter((one): one is readonly [K, T] => one[1] !== undefined))
  }
}

/** The same for one question at a time, told apart by what it says as JSON. */
export function answeredWhileUnchanged<Q, T>(
  answer: (db: Db, question: Q) => Promise<T>,
  most?: number,
): (db: Db, question: Q) => Promise<T> {
  const answers = whileUnchanged(async (db, keys: string[]) => {
    const found = new Map<string, T>()
    for (const key of keys) found.set(key, await answer(db, JSON.parse(key) as Q))
    return found
  }, most)
  return async (db, question) => {
    const key = JSON.stringify(question)
    return (await answers(db, [key])).get(key) as T
  }
}
