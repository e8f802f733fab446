import type Database from 'better-sqlite3'
import { Latest } from '../kernel/latest.ts'

/** A statement that was asked for last among so many is kept. */
const KEPT = 500

/** Statements of one handle, each compiled once as long as it is asked for now and then. */
export class Statements {
  readonly #file: Database.Database
  readonly #kept = new Latest<string, Database.Statement>(KEPT)

  constructor(file: Database.Database) {
    this.#file = file
  }

  of(sql: string): Database.Statement {
    return this.#kept.get(sql, () => this.#file.prepare(sql))
  }
}
