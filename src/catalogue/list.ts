import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { boundCell } from '../kernel/edtf.ts'
import { idsOf } from '../kernel/ids.ts'
import { counted } from '../kernel/words.ts'
import { pathOfKind } from '../sources/paths.ts'
import { statusCells, statusColumns } from '../sources/status-cells.ts'
import { statusCountsByRecord } from '../sources/status-reads.ts'
import type { Columns, Row } from '../web/table.ts'
import { type ViewBar, viewBar } from '../web/view-bar.ts'
import { addLabels } from './labels.ts'
import { labelColumn } from './records.ts'
import type { AnyRow } from './rows.ts'
import { COUNTED, countStanding, standingPages } from './standing-reads.ts'
import { kindsWords, recordWords } from './view.ts'

/** What a list tells of its records that is no field of theirs. */
interface Beyond {
  columns: Columns
  /** Asked for some hundred records at a time. */
  cellsOf: (db: Db, ids: number[]) => Promise<(id: number) => Row>
}

/** The list of all records of a kind as a table that leaves the house. */
export interface ListTable {
  columns: Columns
  pages: (db: Db) => AsyncGenerator<Row[]>
}

/** Every field of each record that stands, and what lies beyond. */
export function listTable(kind: RecordKind, { columns, cellsOf }: Beyond): ListTable {
  return {
    columns: { ...columnsIn(kind), ...columns },
    async *pages(db) {
      for await (const rows of standingPages(db, kind)) {
        await addLabels(db, kind, rows)
        const beyond = await cellsOf(db, idsOf(rows))
        yield rows.map((row) => ({ ...row, ...boundsIn(kind, row), ...beyond(row.id) }))
      }
    },
  }
}

/** How well each of them is sourced itself. */
export function sourcing({ name }: RecordKind): Beyond {
  return {
    columns: statusColumns,
    async cellsOf(db, ids) {
      const counts = await statusCountsByRecord(db, name, ids)
      return (id) => statusCells(counts.get(id))
    },
  }
}

/** The bar over that list. */
export async function listBar(db: Db, kind: RecordKind): Promise<ViewBar> {
  const { name } = kind
  const count = await countStanding(db, kind)
  const words = counted(count, recordWords(name).toLowerCase(), kindsWords(name).toLowerCase())
  const path = pathOfKind(name)
  return viewBar(
    kindsWords(name),
    count < COUNTED ? words : `more than ${words}`,
    count === 0 ? null : { path: `/${path}`, columns: `/codebook#${path}` },
  )
}

/** Its number and its fields; beside a reference what that is called, beside a date the days it may mean. */
function columnsIn(kind: RecordKind): Columns {
  const fields = Object.keys(kind.fields).map((field) => columnsOf(kind, field))
  return Object.assign({ id: `Number of the ${recordWords(kind.name).toLowerCase()}` }, ...fields)
}

function columnsOf(kind: RecordKind, field: string): Columns {
  const { label = '', help = '', control } = kind.fields[field] ?? {}
  const named = labelColumn(kind, field)
  if (named) return { [field]: `${label}: its number`, [named.column]: `${label}: what it is called` }
  if (control === 'date') return { [field]: `${label}, EDTF`, ...boundColumns(field) }
  return { [field]: help === '' ? label : `${label}: ${help}` }
}

/** What stands beside a date. */
export function boundColumns(field: string): Columns {
  return {
    [`${field}_earliest`]: 'First day it may mean, ISO 8601; empty where open',
    [`${field}_latest`]: 'Last day it may mean, ISO 8601; empty where open',
  }
}

function boundsIn({ fields }: RecordKind, row: AnyRow): Row {
  const dates = Object.keys(fields).filter((field) => fields[field]?.control === 'date')
  const bounds = dates.flatMap((field) => Object.keys(boundColumns(field)))
  return Object.fromEntries(bounds.map((bound) => [bound, boundCell(row[bound] as number | null)]))
}
