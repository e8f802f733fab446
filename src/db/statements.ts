import type Database from 'better-sqlite3'

/** A statement that was asked for last among so many is kept. */
const KEPT = 500

/** Statements of one handle, each compiled once as long as it is asked for now and then. */
export class Statements {
  readonly #file: Database.Database
  readonly #kept = new Map<string, Database.Statement>()

  constructor(file: Database.Database) {
    this.#file = file
  }

  of(sql: string): Database.Statement {
    const statement = this.#kept.get(sql) ?? this.#file.prepare(sql)
    // The one asked for last stands last.
    this.#kept.delete(sql)
    this.#kept.set(sql, statement)
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '')
    return statement
  }
}
