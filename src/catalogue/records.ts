import type { RecordKind } from '../fields/record.ts'
import { commitmentRecord, documentRecord, followUpRecord, outcomeRecord } from '../outcomes/fields.ts'
import { nameRecord, officeRecord, partyRecord, personRecord } from '../parties/fields.ts'
import { issueRecord, processRecord, trackRecord } from '../processes/fields.ts'
import {
  positionRecord,
  proposalEventRecord,
  proposalIssueRecord,
  proposalRecord,
} from '../proposals/fields.ts'
import {
  delegateRecord,
  delegationRecord,
  roundRecord,
  sessionRecord,
  thirdPartyRecord,
} from '../rounds/fields.ts'
import { captureRecord, claimRecord, readingRecord, relayRecord, sourceRecord } from '../sources/fields.ts'
import { venueRecord } from '../venues/fields.ts'
import { mergerRecord } from './fields.ts'

/** Every kind of record, each after those it points to: the order of import. */
export const allRecords: readonly RecordKind[] = [
  sourceRecord,
  venueRecord,
  partyRecord,
  personRecord,
  officeRecord,
  nameRecord,
  processRecord,
  trackRecord,
  issueRecord,
  roundRecord,
  sessionRecord,
  delegationRecord,
  delegateRecord,
  thirdPartyRecord,
  proposalRecord,
  proposalEventRecord,
  proposalIssueRecord,
  positionRecord,
  documentRecord,
  outcomeRecord,
  commitmentRecord,
  followUpRecord,
  claimRecord,
  relayRecord,
  captureRecord,
  readingRecord,
  mergerRecord,
]

const byName = new Map(allRecords.map((kind) => [kind.name, kind]))

export function recordNamed(name: string): RecordKind | undefined {
  return byName.get(name)
}

/** "venue_id" is followed by "venue", its name in words, for whoever reads the file; null where there is none. */
export function labelColumn(
  kind: RecordKind,
  field: string,
): { column: string; of: RecordKind; label: string } | null {
  const refers = kind.fields[field]?.refers
  const of = refers === undefined ? undefined : byName.get(refers)
  return of?.label ? { column: field.replace(/_id$/, ''), of, label: of.label } : null
}

/** The columns of a record's file, in order. */
export function columnsOf(kind: RecordKind): string[] {
  const fields = Object.keys(kind.fields).flatMap((field) => {
    const label = labelColumn(kind, field)
    return label ? [field, label.column] : [field]
  })
  return ['id', ...fields, 'withdrawn']
}
