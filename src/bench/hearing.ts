import Database from 'better-sqlite3'

export interface Heard {
  sql: string
  values: unknown[]
  /** The handle it went to: the record as it is, or as it was known. */
  file: Database.Database
}

/** Tells of every query that a statement of any handle answers from now on. @returns how to stop it */
export function hearing(tell: (heard: Heard) => void): () => void {
  const memory = new Database(':memory:')
  const statements = Object.getPrototypeOf(memory.prepare('select 1')) as Database.Statement
  memory.close()
  const { all, run } = statements
  for (const name of ['all', 'run'] as const) {
    const answer = statements[name] as (...values: unknown[]) => unknown
    Object.assign(statements, {
      [name](this: Database.Statement, ...values: unknown[]) {
        tell({ sql: this.source, values: values.flat(), file: this.database })
        return answer.apply(this, values)
      },
    })
  }
  return () => {
    Object.assign(statements, { all, run })
  }
}
