import type Database from 'better-sqlite3'
import { hearing } from '../../src/bench/hearing.ts'

/** The handle that each query went to: the record as it is, or as it was known. */
export const handles = new Map<string, Database.Database>()

/** Notes every query from now on, and no earlier one. @returns how to stop it */
export function listen(): () => void {
  handles.clear()
  return hearing(({ sql, file }) => handles.set(sql, file))
}

interface Step {
  parent: number
  detail: string
}

/** How SQLite would take a query. */
export function steps([sql, file]: [string, Database.Database]): Step[] {
  const blanks = (sql.match(/\?/g) ?? []).map(() => null)
  return file.prepare(`explain query plan ${sql}`).all(...blanks) as Step[]
}

/** The steps of a query that go through a whole table: without an index, or along one only to sort what they found. */
export function scans([sql, file]: [string, Database.Database]): string[] {
  // SQLite reads nothing at all for an empty list, whatever its plan says.
  if (!/^\s*(select|with)/i.test(sql) || sql.includes('in ()')) return []
  const taken = steps([sql, file])
  const sorted = new Set(
    taken.filter(({ detail }) => detail === 'USE TEMP B-TREE FOR ORDER BY').map(({ parent }) => parent),
  )
  return taken
    .filter(({ detail }) => /^SCAN |AUTOMATIC/.test(detail) && !detail.includes('VIRTUAL TABLE'))
    .filter(
      ({ parent, detail }) =>
        !detail.includes(' USING ') || detail.includes('AUTOMATIC') || sorted.has(parent),
    )
    .filter(({ parent }) => sorted.has(parent) || !readsOneEnd(sql))
    .filter(({ detail }) => isTable(detail.split(' ')[1] ?? '', sql, file))
    .map(({ detail }) => `${detail}: ${sql}`)
}

/** Along the numbers from the newest or the oldest, and no further than the limit. */
function readsOneEnd(sql: string): boolean {
  const rest =
    /^select (?:(?! where )[^()])* from (.*) order by (?:"\w+"\.)?"id" (?:desc|asc) limit \?$/.exec(sql)?.[1]
  return rest !== undefined && !/ where /.test(rest.replace(/ where "withdrawn" is null$/, ''))
}

function isTable(name: string, sql: string, file: Database.Database): boolean {
  const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  // "one" and "known" are how the views of the past call the tables behind them.
  return [name, realName(name, sql)].some((one) => tables.includes(one) || /^(one|known)$/.test(one))
}

/** The table behind an alias: "from party as debtor". */
function realName(name: string, sql: string): string {
  return new RegExp(`"?(\\w+)"? as "?${name}"?\\b`, 'i').exec(sql)?.[1] ?? name
}
