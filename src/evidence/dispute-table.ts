import { evidencePath } from '../sources/paths.ts'
import type { Columns, Row } from '../web/table.ts'
import { type Dispute, disputesOf } from './dispute-gather.ts'
import { type DisputesAsked, disputedFields } from './dispute-reads.ts'
import type { Look } from './look.ts'

const AT_ONCE = 500

export const disputeColumns: Columns = Object.fromEntries(
  [
    'process',
    'round_id',
    'round',
    'record',
    'record_id',
    'label',
    'field',
    'value',
    'claims',
    'origins',
    'sources',
    'rivals',
    'rule',
    'reason',
    'would_settle',
    'decided_by',
    'decided',
    'evidence',
  ].map((name) => [name, name]),
)

/** All that meet the filter, some hundred at a time. */
export async function* disputeTable(look: Look, asked: DisputesAsked): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const rows = await disputedFields(look.db, asked, { limit: AT_ONCE, offset })
    if (rows.length === 0) return
    yield (await disputesOf(look, rows)).map(cellsOf)
  }
}

function cellsOf({ row, place, process, value, rivals, more, reading }: Dispute): Row {
  return {
    ...row,
    process: process?.page_key === undefined ? null : String(process.page_key),
    round: place?.round ?? null,
    label: place?.label ?? null,
    field: row.field || null,
    value,
    rivals: [...rivals, ...(more > 0 ? [`${more} more`] : [])].join(' | '),
    rule: reading?.rule ?? null,
    reason: reading?.reason ?? null,
    would_settle: reading?.would_settle ?? null,
    decided_by: reading?.decided_by ?? null,
    decided: reading?.decided ?? null,
    evidence: evidencePath(row.record, row.record_id, row.field || null),
  }
}
