/* Rows into an empty record as fast as SQLite takes them. */
import type Database from 'better-sqlite3'
import type { Stored } from '../../fields/kind.ts'

/** Rows in one statement: more gain nothing, and a statement takes 32,766 values. */
const AT_ONCE = 20

/** The way into one table: rows as lists of values, in the order of the columns. */
export class Filling {
  readonly columns: readonly string[]
  readonly #some: Database.Statement
  readonly #one: Database.Statement
  readonly #waiting: Stored[]
  #filled = 0

  constructor(file: Database.Database, table: string, columns: readonly string[]) {
    this.columns = columns
    const row = `(${columns.map(() => '?').join(', ')})`
    const into = (rows: string) =>
      file.prepare(`insert into "${table}" (${columns.join(', ')}) values ${rows}`)
    this.#one = into(row)
    this.#some = into(Array<string>(AT_ONCE).fill(row).join(', '))
    this.#waiting = Array<Stored>(AT_ONCE * columns.length).fill(null)
  }

  add(values: readonly Stored[]): void {
    for (const value of values) this.#waiting[this.#filled++] = value
    if (this.#filled < this.#waiting.length) return
    this.#some.run(this.#waiting)
    this.#filled = 0
  }

  end(): void {
    const wide = this.columns.length
    for (let from = 0; from < this.#filled; from += wide)
      this.#one.run(this.#waiting.slice(from, from + wide))
    this.#filled = 0
  }
}

export class Bulk {
  readonly #file: Database.Database
  readonly #fillings: Filling[] = []

  constructor(file: Database.Database) {
    this.#file = file
  }

  into(table: string, ...columns: string[]): Filling {
    const filling = new Filling(this.#file, table, columns)
    this.#fillings.push(filling)
    return filling
  }

  end(): void {
    for (const filling of this.#fillings) filling.end()
  }
}

/**
 * Works without indexes, triggers and checks of single columns, and makes them again: an index made of a full table is sorted once, one that
 * grows with the rows is sought through for each of them. What the triggers would refuse is not made up.
 */
export function withoutIndexes(file: Database.Database, work: () => void): void {
  const made = file
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by rowid",
    )
    .all()
  for (const { type, name } of made) file.exec(`drop ${type} "${name}"`)
  file.pragma('ignore_check_constraints = on')
  work()
  file.pragma('ignore_check_constraints = off')
  for (const { sql } of made) file.exec(sql)
}
