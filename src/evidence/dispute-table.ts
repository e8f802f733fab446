import { evidencePath } from '../sources/paths.ts'
import type { Columns, Row } from '../web/table.ts'
import { type Dispute, disputesOf } from './dispute-gather.ts'
import { type DisputesAsked, disputedFields } from './dispute-reads.ts'
import type { Look } from './look.ts'

const AT_ONCE = 500

export const disputeColumns: Columns = {
  process: 'Title of the process',
  round_id: 'Number of the round; empty where it belongs to none',
  round: 'Title of the round',
  record: 'Kind of record',
  record_id: 'Number of the record',
  label: 'What the record is called',
  field: 'The disputed field; empty where it is the record as a whole',
  value: 'How the field reads',
  claims: 'How many claims stand',
  origins: 'From how many independent origins',
  sources: 'In how many sources',
  rivals: 'The rival values, by semicolon',
  rule: 'Rule of the editors’ reading, where there is one',
  reason: 'Its reason',
  would_settle: 'What would settle it',
  decided_by: 'Who decided',
  decided: 'When, EDTF',
  evidence: 'Address of all claims on it',
}

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
