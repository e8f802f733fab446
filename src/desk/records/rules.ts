/* What no single field of a record can judge alone: what import refuses, refused by the same rules. */
import { type AnyRow, rowsAmong, rowsWith } from '../../catalogue/rows.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { circles } from '../../exchange/circles.ts'
import type { ImportFault } from '../../exchange/fault.ts'
import type { Row, Sheet } from '../../exchange/parse.ts'
import { rowFaults } from '../../exchange/row-rules.ts'
import { type Twin, twinsIn } from '../../exchange/twins.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { clockRules } from '../../rounds/fields.ts'
import type { Entry } from '../part.ts'
import type { Add } from '../rules.ts'
import { cited } from '../source-rules.ts'
import type { Meant } from './meant.ts'
import { inputOf, type Look, refersTo } from './outline.ts'
import { sourceIn } from './part.ts'
import { isRestorable } from './twin.ts'
import { givenTo, valuesOf } from './values.ts'

export async function judgeRecord(db: Db, look: Look, entry: Entry, meant: Meant, add: Add): Promise<void> {
  await judgeAll(db, look, [entry], {}, meant, add)
  const source = sourceIn(entry)
  if (source) await cited(db, { ...entry, lists: { ...entry.lists, source: [source] } }, add)
}

/** Rows of one list, and what belongs to them. Of a record that is new, its own number is not known yet. */
async function judgeAll(
  db: Db,
  look: Look,
  entries: Entry[],
  given: Record<string, Stored>,
  meant: Meant,
  add: Add,
): Promise<void> {
  const all = entries.map((entry) => ({ entry, values: { ...valuesOf(look, entry, meant), ...given } }))
  await judgeSheet(db, look.kind, all, add)
  for (const { entry, values } of all)
    for (const rows of look.rows ?? []) {
      const parent = { ...values, id: entry.id ?? 0 }
      await judgeAll(db, rows, entry.lists[rows.list] ?? [], givenTo(rows, parent), meant, add)
    }
}

interface Judged {
  entry: Entry
  values: Record<string, Stored>
}

/** One row by itself. */
export function judgeRow(
  db: Db,
  kind: RecordKind,
  entry: Entry,
  values: Record<string, Stored>,
  add: Add,
): Promise<void> {
  return judgeSheet(db, kind, [{ entry, values }], add)
}

async function judgeSheet(db: Db, kind: RecordKind, all: Judged[], add: Add): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(
    ({ entry, values }, line): Row => ({ line, id: entry.id ?? 0, values, withdrawn: null }),
  )
  const sheet: Sheet = { kind, file: '', rows }
  const at = (line: number, column: string) => (all[line]?.entry.at ?? '') + inputOf(kind, column)
  if (kind.name === 'session') for (const { entry, values } of all) judgeClock(entry.at, values, add)
  for (const fault of [...rowFaults(sheet), ...(await circlesFrom(db, sheet))])
    add(at(fault.line, fault.column), inWords(kind, fault))
  for (const twin of await twinsIn(db, sheet)) judgeTwin(kind, twin, at, add)
  if (kind.name === 'party') await judgeCode(db, rows, at, add)
}

function judgeClock(at: string, values: Record<string, Stored>, add: Add): void {
  for (const [name, sentence] of Object.entries(clockRules(values as Parameters<typeof clockRules>[0])))
    add(at + name, sentence)
}

/** The advice of an import speaks of columns, that of a form of what they are called. */
function inWords({ fields }: RecordKind, { column, advice }: ImportFault): string {
  const words = advice.replace(/\b[a-z]+_id\b/g, (name) => fields[name]?.label.toLowerCase() ?? name)
  return `${fields[column]?.label ?? column} ${words}`
}

function judgeTwin(
  kind: RecordKind,
  { row, columns, other }: Twin,
  at: (line: number, column: string) => string,
  add: Add,
): void {
  const isNew = row.id === 0
  if ('id' in other && other.isWithdrawn && isNew && isRestorable(kind)) return
  const column = columns.at(-1) ?? ''
  const bearer = 'id' in other ? `${recordWords(kind.name).toLowerCase()} ${other.id}` : 'another row'
  const hint =
    'id' in other && other.isWithdrawn ? 'which was withdrawn, has it: restore that one' : 'has it already'
  add(
    at(row.line, column),
    `${kind.fields[column]?.label} must be another: the ${bearer}${hint.startsWith('which') ? ', ' : ' '}${hint}`,
  )
}

/** Name plates tell parties apart by their codes. One that stands so already may go on. */
async function judgeCode(
  db: Db,
  rows: Row[],
  at: (line: number, column: string) => string,
  add: Add,
): Promise<void> {
  for (const { id, line, values } of rows) {
    const bearers = await rowsWith(db, 'party', 'code', [values.code ?? null])
    const other = bearers.find((one) => one.withdrawn === null && one.id !== id)
    if (other && !bearers.some((one) => one.withdrawn === null && one.id === id))
      add(at(line, 'code'), `Code must be another: ${other.name} has it already`)
  }
}

/** Longer chains of issues or sources than this are taken on trust. */
const LONGEST_CHAIN = 100

/** The record, with all that it would lead to, may not lead back to itself. */
async function circlesFrom(db: Db, sheet: Sheet): Promise<ImportFault[]> {
  const own = Object.keys(sheet.kind.fields).filter(
    (column) => refersTo(sheet.kind.fields[column] as never)?.name === sheet.kind.name,
  )
  const faults: ImportFault[] = []
  for (const row of sheet.rows)
    for (const column of own) {
      const chain = await chainFrom(db, sheet.kind.name, column, row)
      faults.push(
        ...circles({ ...sheet, rows: [row, ...chain] }).filter(
          (fault) => fault.line === row.line && fault.column === column,
        ),
      )
    }
  return faults
}

async function chainFrom(db: Db, record: string, column: string, row: Row): Promise<Row[]> {
  const chain = new Map<number, Row>()
  let next = Number(row.values[column] ?? 0)
  while (next > 0 && next !== row.id && !chain.has(next) && chain.size < LONGEST_CHAIN) {
    const found: AnyRow | undefined = (await rowsAmong(db, record, [next])).get(next)
    if (!found) break
    chain.set(next, { line: -1, id: next, values: found, withdrawn: null })
    next = Number(found[column] ?? 0)
  }
  return [...chain.values()]
}
