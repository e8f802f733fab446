import { recordNamed } from '../../catalogue/records.ts'
import type { RecordKind } from '../../fields/record.ts'
import { type EnteredTwice, enteredTwice } from '../../sources/form-links.ts'

interface Mergeable {
  kind: RecordKind
  /** By what the other one is named. */
  by: string
}

const by: Record<EnteredTwice, string> = {
  person: 'Its name or its number',
  venue: 'Its name or its number',
  party: 'Its name or its number',
  source: 'Its number or its web address',
  round: 'Its title or its number',
  proposal: 'Its title or its number',
  process: 'Its title, its address or its number',
  track: 'Its title or its number',
  issue: 'Its title, its code or its number',
}

export const mergeable: readonly Mergeable[] = enteredTwice.map((name) => ({
  kind: recordNamed(name) as RecordKind,
  by: by[name],
}))
