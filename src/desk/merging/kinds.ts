import type { RecordKind } from '../../fields/record.ts'
import { partyRecord, personRecord } from '../../parties/fields.ts'
import { issueRecord, processRecord, trackRecord } from '../../processes/fields.ts'
import { proposalRecord } from '../../proposals/fields.ts'
import { roundRecord } from '../../rounds/fields.ts'
import { sourceRecord } from '../../sources/fields.ts'
import { venueRecord } from '../../venues/fields.ts'

interface Mergeable {
  kind: RecordKind
  /** By what the other one is named. */
  by: string
}

/**
 * What two people can enter twice: whatever stands by itself. Parts of a round or of a proposal are entered once for
 * each; where a merging makes two of them one, they are merged with it.
 */
export const mergeable: readonly Mergeable[] = [
  { kind: personRecord as RecordKind, by: 'Its name or its number' },
  { kind: venueRecord as RecordKind, by: 'Its name or its number' },
  { kind: partyRecord as RecordKind, by: 'Its name or its number' },
  { kind: sourceRecord as RecordKind, by: 'Its number or its web address' },
  { kind: roundRecord as RecordKind, by: 'Its title or its number' },
  { kind: proposalRecord as RecordKind, by: 'Its title or its number' },
  { kind: processRecord as RecordKind, by: 'Its title, its address or its number' },
  { kind: trackRecord as RecordKind, by: 'Its title or its number' },
  { kind: issueRecord as RecordKind, by: 'Its title, its code or its number' },
]
