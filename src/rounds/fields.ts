import type { Bounds, Folded, OptionalBounds, RecordTable } from '../db/tables.ts'
import type { Faults, Values } from '../fields/kind.ts'
import {
  choice,
  date,
  minutes,
  name,
  names,
  optional,
  ours,
  prose,
  ref,
  text,
  time,
  whole,
  zone,
} from '../fields/kinds.ts'
import { record } from '../fields/record.ts'
import { amounts, exactnesses, formats } from '../kernel/vocabulary.ts'

/** The event statuses of schema.org, and held. */
export const roundStatuses = ['held', 'scheduled', 'postponed', 'rescheduled', 'cancelled'] as const
export const delegateRoles = ['head', 'deputy', 'member', 'expert', 'interpreter'] as const
export const thirdPartyRoles = [
  'host',
  'chair',
  'facilitator',
  'mediator',
  'guarantor',
  'observer',
  'witness',
] as const

const clock = {
  start_time: optional(time({ label: 'Began' })),
  start_exactness: optional(ours(choice({ label: 'Exactness of the start', of: exactnesses }))),
  end_time: optional(time({ label: 'Ended' })),
  end_exactness: optional(ours(choice({ label: 'Exactness of the end', of: exactnesses }))),
  zone: optional(ours(zone({ label: 'Time zone' }))),
  duration_minutes: optional(minutes({ label: 'Length', help: 'In minutes.', max: 100_000 })),
  duration_exactness: optional(ours(choice({ label: 'Exactness of the length', of: amounts }))),
}

export const roundFields = {
  track_id: ours(ref('track', { label: 'Track', help: 'The numbered series the round belongs to.' })),
  ordinal: optional(whole({ label: 'Number', min: 0, max: 9999, help: 'Within its track.' })),
  ordinal_label: optional(
    ours(text({ label: 'Number as reported', max: 80, help: 'Such as: third round.' })),
  ),
  title: ours(
    name({
      label: 'Title',
      max: 120,
      help: 'Place and day, or as the parties themselves call the round.',
    }),
  ),
  date: date({
    label: 'Date',
    help: 'As you know it: 23 July 2025, July 2025, about 1995, between 3 and 7 March 2022.',
  }),
  planned_start: optional(time({ label: 'Planned start' })),
  ...clock,
  venue_id: optional(ref('venue', { label: 'Venue' })),
  format: optional(choice({ label: 'Format', of: formats })),
  status: choice({ label: 'Status', of: roundStatuses }),
  language: optional(text({ label: 'Language of the talks', max: 120 })),
  summary: optional(prose({ label: 'Summary', help: 'One or two sentences.' })),
  result: optional(prose({ label: 'Result', max: 400, help: 'One sentence.' })),
}
export const roundRecord = record(
  'round',
  'One meeting, or one run of meetings, that is counted as a round of talks.',
  roundFields,
  'title',
  'each field',
)

export const sessionFields = {
  round_id: ref('round', { label: 'Round' }),
  position: whole({ label: 'Position', min: 1, max: 9999, help: 'Order within the round.' }),
  title: text({ label: 'Title' }),
  date: optional(date({ label: 'Date', help: "Empty where it is the round's own." })),
  ...clock,
  venue_id: optional(ref('venue', { label: 'Venue', help: "Empty where it is the round's own." })),
  format: optional(choice({ label: 'Format', of: formats })),
  participants: optional(names({ label: 'Participants', max: 400 })),
  summary: optional(prose({ label: 'Summary' })),
}
export const sessionRecord = record(
  'session',
  'A part of a round: a preliminary meeting, a plenary, a press conference.',
  sessionFields,
  'title',
)

export const delegationFields = {
  round_id: ref('round', { label: 'Round' }),
  party_id: ref('party', { label: 'Party' }),
  position: whole({ label: 'Position', min: 1, max: 999, help: 'Order at the table.' }),
  size: optional(whole({ label: 'Size', min: 1, max: 9999, help: 'People, the head included.' })),
  mandate: optional(prose({ label: 'Mandate', max: 500, help: 'What it may and may not settle.' })),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const delegationRecord = record('delegation', "A party's people at a round.", delegationFields)

export const delegateFields = {
  delegation_id: ref('delegation', { label: 'Delegation' }),
  person_id: ref('person', { label: 'Person' }),
  office_id: optional(ref('office', { label: 'Office held then' })),
  role: choice({ label: 'Role', of: delegateRoles }),
  position: whole({ label: 'Position', min: 1, max: 999 }),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const delegateRecord = record(
  'delegate',
  'A person in a delegation, with the role and the office held then.',
  delegateFields,
)

export const thirdPartyFields = {
  round_id: ref('round', { label: 'Round' }),
  party_id: optional(ref('party', { label: 'Party' })),
  person_id: optional(ref('person', { label: 'Person' })),
  office_id: optional(ref('office', { label: 'Office held then' })),
  role: choice({ label: 'Role', of: thirdPartyRoles }),
  note: optional(prose({ label: 'Note', max: 500 })),
}
export const thirdPartyRecord = record(
  'third_party',
  'Who else took part in a round, and how.',
  thirdPartyFields,
)

/** What no single field of a clock time can judge alone. */
export function clockRules(values: Values<typeof clock>): Faults<typeof clock> {
  const faults: Faults<typeof clock> = {}
  if (values.start_time && !values.zone)
    faults.zone = 'Time zone must be given with a clock time, such as Europe/Istanbul'
  if (values.duration_exactness && values.duration_minutes === null) {
    faults.duration_minutes = 'Length must be given in minutes, or its exactness left empty'
  }
  return faults
}

/** A round's own clock time is all that needs judging together. */
export function roundRules(values: Values<typeof roundFields>): Faults<typeof roundFields> {
  return clockRules(values)
}

declare module '../db/tables.ts' {
  interface Tables {
    round: RecordTable<typeof roundFields> & Bounds<'date'> & Folded<'title'>
    session: RecordTable<typeof sessionFields> & OptionalBounds<'date'>
    delegation: RecordTable<typeof delegationFields>
    delegate: RecordTable<typeof delegateFields>
    third_party: RecordTable<typeof thirdPartyFields>
  }
}
