import { createHash } from 'node:crypto'
import type { Bounds, OptionalBounds, RecordTable } from '../db/tables.ts'
import { choice, date, optional, pattern, prose, ref, text, tick, url, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'
import { claimedExactnesses } from '../kernel/vocabulary.ts'
import type { Status } from './status.ts'

export const sourceKinds = [
  'news report',
  'agency report',
  'official text',
  'archive',
  'dataset',
  'encyclopedia',
  'book',
  'article',
  'broadcast',
  'other',
] as const
/** Admiralty scale of a source: A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Admiralty scale of one piece of information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const
/** What a source did with its own claim. */
export const takings = ['corrected', 'retracted'] as const
/** How an editor read the claims on a field: the one there is, what all say, one of several, no common reading, or worked out. */
export const rules = ['single', 'agreed', 'preferred', 'disputed', 'inference'] as const
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export const sourceFields = {
  publisher: text({ label: 'Publisher', help: 'The outlet, archive or body that published it.' }),
  author: optional(text({ label: 'Author' })),
  title: optional(text({ label: 'Title', max: 300, help: 'As printed; leave empty if it was not read.' })),
  url: optional(url({ label: 'Web address' })),
  archive_url: optional(url({ label: 'Archived copy' })),
  published: optional(date({ label: 'Published', help: 'The day the source itself gives.' })),
  language: optional(
    pattern({
      label: 'Language',
      matching: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
      like: 'en or zh-Hant',
      help: 'BCP 47 tag.',
    }),
  ),
  kind: choice({ label: 'Kind', of: sourceKinds }),
  reliability: optional(
    choice({ label: 'Reliability', of: reliabilities, help: 'Admiralty scale, A to F; empty until graded.' }),
  ),
  version_of_id: optional(ref('source', { label: 'Version of', help: 'An earlier state of the same page.' })),
  republishes_id: optional(
    ref('source', { label: 'Republishes', help: 'The source it carries word for word.' }),
  ),
  correction: optional(
    prose({ label: 'Correction note', help: 'What the source itself corrected, in our words.' }),
  ),
  note: optional(prose({ label: 'Note' })),
}
export const sourceRecord = record(
  'source',
  'Where something was read: one page, book, broadcast or data set.',
  sourceFields,
  'publisher',
  'nothing',
)

export const claimFields = {
  record: pattern({
    label: 'Record',
    matching: /^[a-z_]+$/,
    like: 'round',
    help: 'The kind of record the claim is about.',
  }),
  record_id: whole({ label: 'Record number', min: 1, max: 2 ** 53 - 1 }),
  field: optional(
    pattern({
      label: 'Field',
      matching: /^[a-z_0-9]+$/,
      like: 'duration_minutes',
      help: 'Empty where the claim is about the record as a whole.',
    }),
  ),
  affirms: tick({ label: 'Affirms', help: '1 where the source says so, 0 where it denies it.' }),
  value: optional(
    prose({
      label: 'Value',
      max: 1000,
      help: 'What is claimed, in the notation of the field where it has one; otherwise paraphrased.',
    }),
  ),
  value_exactness: optional(choice({ label: 'Exactness', of: claimedExactnesses })),
  weekday_printed: optional(choice({ label: 'Weekday as printed', of: weekdays })),
  certainty: optional(
    text({
      label: 'Certainty word',
      max: 80,
      help: 'The word the source uses for how sure it is, verbatim.',
    }),
  ),
  asserter: optional(
    text({
      label: 'Asserter',
      help: 'Who says it, as the source names them; empty where it is the source itself.',
    }),
  ),
  asserter_party_id: optional(ref('party', { label: 'Speaks for' })),
  asserter_person_id: optional(ref('person', { label: 'Speaker' })),
  asserted: optional(date({ label: 'Asserted on', help: 'The day it was said or published.' })),
  source_id: ref('source', { label: 'Source' }),
  quote: optional(
    text({
      label: 'Quote',
      max: 160,
      help: 'The few decisive words, a dozen at most, as the source has them.',
    }),
  ),
  locator: optional(
    text({ label: 'Locator', max: 80, help: 'Where in the source: headline, paragraph 3, p. 12.' }),
  ),
  credibility: optional(
    choice({ label: 'Credibility', of: credibilities, help: 'Admiralty scale, 1 to 6; empty until graded.' }),
  ),
  taken: optional(
    choice({
      label: 'Taken back',
      of: takings,
      help: 'By the source itself. The claim stays, marked, and no longer counts; empty while it stands.',
    }),
  ),
  taken_on: optional(date({ label: 'Taken back on', help: 'The day the source corrected or retracted it.' })),
  kept: optional(
    prose({
      label: 'Kept because',
      max: 300,
      help: 'Why it is entered as it is although a check warns.',
    }),
  ),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const claimRecord = record(
  'claim',
  'Who said what about one field of one record, in which source and in which words.',
  claimFields,
  null,
  'nothing',
)

export const relayFields = {
  claim_id: ref('claim', { label: 'Claim' }),
  position: whole({
    label: 'Position',
    min: 1,
    max: 20,
    help: '1 is the one the source names as its own source; the last is the origin.',
  }),
  name: text({ label: 'Name', help: 'TASS; a source in the delegation.' }),
  named: tick({ label: 'Named', help: '0 where the source leaves the speaker unnamed.' }),
}
export const relayRecord = record(
  'relay',
  'The chain a claim came through behind its source, in order; the last link is the origin.',
  relayFields,
  null,
  'nothing',
)

export const captureFields = {
  source_id: ref('source', { label: 'Source' }),
  captured: optional(date({ label: 'Captured on' })),
  text: {
    ...prose({ label: 'Text', max: 200_000, help: 'The page as it was read, its furniture included.' }),
    derive: { sha256: (text: string) => createHash('sha256').update(text).digest('hex') },
  },
}
export const captureRecord = record(
  'capture',
  'The text of a source as it stood when it was read, kept so that a quote can be found in it.',
  captureFields,
  null,
  'nothing',
)

export const readingFields = {
  record: claimFields.record,
  record_id: claimFields.record_id,
  field: claimFields.field,
  rule: choice({ label: 'Rule', of: rules }),
  claim_id: optional(
    ref('claim', {
      label: 'Preferred claim',
      help: 'The account that the reading follows, where it follows one.',
    }),
  ),
  reason: prose({ label: 'Reason', max: 500, help: 'Why the field reads as it does.' }),
  would_settle: optional(prose({ label: 'What would settle it', max: 300 })),
  decided_by: text({ label: 'Decided by', max: 80 }),
  decided: date({ label: 'Decided on' }),
}
export const readingRecord = record(
  'reading',
  "An editors' decision on how one field reads, with its rule and reason.",
  readingFields,
  null,
  'nothing',
)

/** How well one field is sourced; field '' is the record as a whole. */
export interface StatusRow {
  record: string
  record_id: number
  field: string
  status: Status
  origins: number
  sources: number
  claims: number
  round_id: number | null
  process_id: number | null
}

declare module '../db/tables.ts' {
  interface Tables {
    source: RecordTable<typeof sourceFields> & OptionalBounds<'published'>
    claim: RecordTable<typeof claimFields> & OptionalBounds<'asserted'> & OptionalBounds<'taken_on'>
    relay: RecordTable<typeof relayFields>
    capture: RecordTable<typeof captureFields> & OptionalBounds<'captured'> & { text_sha256: string }
    field_step: StatusRow & { since: number; until: number }
    /** Each field as it stands today: the last step. */
    field_status: StatusRow & { since: number; until: number }
    /** Fields that were not yet known on the day as of which the record is read. */
    hidden: { record: string; record_id: number; field: string }
    first_known: { record: string; record_id: number; field: string; day: number }
    reading: RecordTable<typeof readingFields> & Bounds<'decided'>
  }
}
