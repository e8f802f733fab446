import type { Db } from './tables.ts'

/**
 * All or nothing, on disk when it returns. Joins a transaction that is already open.
 * Inside, use the db that is handed in: the outer one cannot write.
 */
export function atomically<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
