import Database from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { Latest } from '../kernel/latest.ts'
import { Statements } from './statements.ts'
import type { Db, Tables } from './tables.ts'

/**
 * The record as it was known on a day: the same tables to whoever reads, without what was first claimed later. A
 * temporary view stands before each table of the record and leaves out the rows that `first_known` dates after the day;
 * where it dates a single field so, and the column may be empty, the field is empty. So every page, list and export can
 * be read as of a day, and need not know of it. Only a column by which an index finds rows stays as it is: whoever shows
 * one (a round's venue) asks the view `hidden`, which is empty today.
 */
export interface Past {
  /** As known at the end of the day, counted from 1970-01-01. It can only be read. */
  knownOn(day: number): Db
  close(): void
}

/** What others keep of a day hangs on its handle, so the days asked for last have theirs kept. */
const DAYS_KEPT = 4

export function openPast(path: string): Past {
  const file = new Database(path, { readonly: true, fileMustExist: true, timeout: 50 })
  file.pragma('cache_size = -16000')
  file.exec('create temp table asked (day integer not null); insert into asked values (0)')
  for (const table of recordTables(file)) file.exec(viewOf(file, table))
  file.exec(statusView)
  file.exec('create temp view as_of as select day from asked')
  file.exec(`create temp view hidden as select record, record_id, field from main.first_known
    where day > (select day from asked)`)
  const set = file.prepare('update asked set day = ?')
  const statements = new Statements(file)
  const days = new Latest<number, Db>(DAYS_KEPT)
  return {
    knownOn: (day) =>
      days.get(day, () => new Kysely<Tables>({ dialect: asOf(statements, () => set.run(day)) })),
    close: () => file.close(),
  }
}

/** Whatever can be withdrawn and has versions is a record. */
function recordTables(file: Database.Database): string[] {
  const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  return tables.filter((table) => {
    const names = columnsOf(file, table).map(({ name }) => name)
    return names.includes('withdrawn') && names.includes('version')
  })
}

interface Column {
  name: string
  notnull: 0 | 1
}

function columnsOf(file: Database.Database, table: string): Column[] {
  return file.pragma(`table_info(${table})`) as Column[]
}

const later = (table: string, field: string) =>
  `exists (select 1 from main.first_known known where known.record = '${table}' and known.record_id = one.id
    and known.field = '${field}' and known.day > (select day from asked))`

/** Columns by which pages find rows along an index: an expression in their place would make every look-up a scan. */
function lookUpColumns(file: Database.Database, table: string): Set<string> {
  const indexes = file.pragma(`index_list(${table})`) as Array<{ name: string }>
  return new Set(
    indexes
      .filter(({ name }) => !/^(renaming|desk)_/.test(name))
      .flatMap(({ name }) => (file.pragma(`index_info(${name})`) as Column[])[0]?.name ?? []),
  )
}

/** What a column that may not be empty reads while nobody has told it. */
const untold: Record<string, string> = { 'round.status': 'scheduled', 'delegate.role': 'member' }

/** The field that a column belongs to: bounds of a date, exactness of a time, bound and unit of a quantity. */
function measured(column: string, all: ReadonlySet<string>): string {
  const stem = column.replace(/_(earliest|latest|folded|exactness|bound)$/, '')
  if (column === 'unit') return 'quantity'
  return [stem, `${stem}_time`, `${stem}_minutes`].find((name) => all.has(name)) ?? column
}

function viewOf(file: Database.Database, table: string): string {
  const leading = lookUpColumns(file, table)
  const all = columnsOf(file, table)
  const names = new Set(all.map(({ name }) => name))
  const columns = all.map(({ name, notnull }) => {
    const instead = untold[`${table}.${name}`]
    if (instead) return `case when ${later(table, name)} then '${instead}' else one.${name} end as ${name}`
    const isPlain = notnull || leading.has(name) || name === 'id' || name === 'withdrawn'
    return isPlain
      ? `one.${name}`
      : `case when ${later(table, measured(name, names))} then null else one.${name} end as ${name}`
  })
  return `create temp view ${table} as select ${columns.join(', ')} from main.${table} one where not ${later(table, '')}`
}

/** The step that the day falls in, of fields that were known by then. */
const statusView = `create temp view field_status as select one.* from main.field_step one
  where one.since <= (select day from asked) and one.until > (select day from asked)
    and not exists (select 1 from main.first_known known where known.record = one.record
      and known.record_id = one.record_id and known.field in ('', one.field) and known.day > (select day from asked)
      and (known.field = '' or one.claims = 0))`

/** Each query sets the day first: both run in one turn, so that no other reader comes between. */
function asOf(statements: Statements, setDay: () => void) {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = statements.of(sql)
      if (!statement.readonly) throw new Error('What was known on a day can only be read.')
      setDay()
      return { rows: statement.all(parameters) as R[] }
    },
    streamQuery() {
      throw new Error('Read in pages.')
    },
  }
  const refuse = async () => {
    throw new Error('What was known on a day can only be read.')
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<Tables>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      releaseConnection: async () => {},
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      destroy: async () => {},
    }),
  }
}
