import type { OptionalBounds, RecordTable } from '../db/tables.ts'
import { choice, date, optional, pattern, prose, ref, text, tick, url, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'
import { claimedExactnesses } from '../kernel/vocabulary.ts'

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
export const standings = ['stands', 'corrected', 'retracted'] as const
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
  standing: choice({
    label: 'Standing',
    of: standings,
    help: 'A claim that its source corrected or retracted stays, marked.',
  }),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const claimRecord = record(
  'claim',
  'Who said what about one field of one record, in which source and in which words.',
  claimFields,
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
)

declare module '../db/tables.ts' {
  interface Tables {
    source: RecordTable<typeof sourceFields> & OptionalBounds<'published'>
    claim: RecordTable<typeof claimFields> & OptionalBounds<'asserted'>
    relay: RecordTable<typeof relayFields>
  }
}
