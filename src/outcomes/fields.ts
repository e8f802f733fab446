import type { Folded, OptionalBounds, RecordTable } from '../db/tables.ts'
import { choice, date, name, optional, prose, ref, text, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'
import { amounts, outcomeLevels } from '../kernel/vocabulary.ts'

export const documentKinds = [
  'memorandum',
  'joint statement',
  'communiqué',
  'protocol',
  'treaty',
  'framework',
  'declaration',
  'plan',
  'draft',
  'list',
  'letter',
  'rules',
  'other',
] as const
export const documentAccesses = ['published', 'leaked', 'reported only'] as const
export const outcomeKinds = [
  'agreement',
  'preliminary agreement',
  'understanding',
  'statement',
  'next meeting',
  'extension',
  'ceasefire',
  'no agreement',
  'suspension',
  'other',
] as const
/** PAM's degrees of implementation (0 none, 1 minimum, 2 intermediate, 3 full), and what a ledger needs besides. */
export const implementations = ['0', '1', '2', '3', 'disputed', 'lapsed'] as const

export const documentFields = {
  process_id: ref('process', { label: 'Process' }),
  round_id: optional(ref('round', { label: 'Round' })),
  title: name({ label: 'Title', max: 300 }),
  kind: choice({ label: 'Kind', of: documentKinds }),
  access: choice({ label: 'Access', of: documentAccesses }),
  date: optional(date({ label: 'Date' })),
  party_id: optional(ref('party', { label: 'Submitted by', help: 'Empty where it is a common text.' })),
  note: optional(prose({ label: 'Note' })),
}
export const documentRecord = record(
  'document',
  'A text that was handed over, adopted or signed.',
  documentFields,
  'title',
)

export const outcomeFields = {
  round_id: ref('round', { label: 'Round' }),
  kind: choice({ label: 'Kind', of: outcomeKinds }),
  title: text({ label: 'What was agreed', max: 200 }),
  level: optional(
    choice({ label: 'How firm', of: outcomeLevels, help: 'The strongest that a source supports.' }),
  ),
  wording: optional(prose({ label: 'Wording', max: 500 })),
  document_id: optional(ref('document', { label: 'Document' })),
}
export const outcomeRecord = record(
  'outcome',
  'What a round ended with, and how firmly it is known.',
  outcomeFields,
  'title',
)

export const commitmentFields = {
  outcome_id: ref('outcome', { label: 'Outcome' }),
  debtor_id: optional(ref('party', { label: 'Who owes' })),
  creditor_id: optional(ref('party', { label: 'To whom' })),
  title: text({ label: 'What is owed' }),
  quantity: optional(whole({ label: 'How many' })),
  quantity_bound: optional(choice({ label: 'Bound', of: amounts })),
  unit: optional(text({ label: 'Of what', max: 60, help: 'Prisoners, bodies, km.' })),
  deadline: optional(date({ label: 'By when' })),
}
export const commitmentRecord = record(
  'commitment',
  'Who owes whom what, how much and by when.',
  commitmentFields,
  'title',
)

export const followUpFields = {
  commitment_id: ref('commitment', { label: 'Commitment' }),
  date: optional(date({ label: 'Date' })),
  reporter_id: optional(ref('party', { label: 'Reported by' })),
  title: text({ label: 'What is reported' }),
  quantity: optional(whole({ label: 'How many' })),
  quantity_bound: optional(choice({ label: 'Bound', of: amounts })),
  implementation: optional(
    choice({
      label: 'Implementation',
      of: implementations,
      help: 'Degrees 0 to 3 of the Peace Accords Matrix, disputed or lapsed.',
    }),
  ),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const followUpRecord = record('follow_up', 'A reported delivery on a commitment.', followUpFields)

declare module '../db/tables.ts' {
  interface Tables {
    document: RecordTable<typeof documentFields> & OptionalBounds<'date'> & Folded<'title'>
    outcome: RecordTable<typeof outcomeFields>
    commitment: RecordTable<typeof commitmentFields> & OptionalBounds<'deadline'>
    follow_up: RecordTable<typeof followUpFields> & OptionalBounds<'date'>
  }
}
