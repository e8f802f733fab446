import type Database from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { Refusal } from '../kernel/fault.ts'
import { Statements } from './statements.ts'

/** How long a write waits for another process to let go of the file. */
const LOCK_WAIT_MS = 6000

/**
 * Two handles on one file: one that can only read, shared by all, and one that writes, held by one transaction
 * at a time. So nobody who reads ever waits for somebody who writes, here or in another process, and a write
 * outside a transaction is refused by SQLite itself.
 */
export function twoHandles(reader: Database.Database, writer: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new TwoHandleDriver(reader, writer),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class TwoHandleDriver implements Driver {
  readonly #reader: Database.Database
  readonly #writer: Database.Database
  readonly #reading: Statements
  readonly #writing: Statements
  #turn: Promise<void> = Promise.resolve()

  constructor(reader: Database.Database, writer: Database.Database) {
    this.#reader = reader
    this.#writer = writer
    this.#reading = new Statements(reader)
    this.#writing = new Statements(writer)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease> {
    return new Lease(this.#reading)
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(lease: Lease): Promise<void> {
    const before = this.#turn
    let done = () => {}
    this.#turn = new Promise((resolve) => {
      done = resolve
    })
    await before
    try {
      await beginImmediate(this.#writer)
    } catch (error) {
      done()
      throw error
    }
    lease.write(this.#writing, done)
  }

  async commitTransaction(lease: Lease): Promise<void> {
    this.#writer.exec('commit')
    lease.read(this.#reading)
  }

  async rollbackTransaction(lease: Lease): Promise<void> {
    try {
      // A full disk makes SQLite roll back by itself.
      if (this.#writer.inTransaction) this.#writer.exec('rollback')
    } finally {
      // Whatever happened, the next writer's turn comes.
      lease.read(this.#reading)
    }
  }

  /** The reader goes first, so that the writer is the last to leave and folds the log into the file. */
  async destroy(): Promise<void> {
    this.#reader.close()
    this.#writer.close()
  }
}

/** SQLite's own waiting would stop the whole process, so we ask again ourselves. */
async function beginImmediate(writer: Database.Database): Promise<void> {
  const giveUp = performance.now() + LOCK_WAIT_MS
  for (;;) {
    try {
      writer.exec('begin immediate')
      return
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
      if (performance.now() > giveUp)
        throw new Refusal(
          503,
          'Another program is writing to the record. Nothing was saved: try again in a moment.',
        )
    }
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

class Lease implements DatabaseConnection {
  #statements: Statements
  #done = () => {}

  constructor(reading: Statements) {
    this.#statements = reading
  }

  write(writing: Statements, done: () => void): void {
    this.#statements = writing
    this.#done = done
  }

  read(reading: Statements): void {
    this.#statements = reading
    this.#done()
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#statements.of(sql)
    if (statement.reader) return { rows: statement.all(parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Read in pages: a stream would hold the one handle that all readers share.')
  }
}
