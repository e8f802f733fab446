import type { Folded, OptionalBounds, RecordTable } from '../db/tables.ts'
import { choice, date, name, optional, ours, pattern, prose, ref, text, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'

/** After the kinds of actors of the Uppsala Conflict Data Program, with organisations added. */
export const partyKinds = ['state', 'non-state actor', 'organisation'] as const
export const nameKinds = ['official', 'alias', 'transliteration', 'historical'] as const

export const partyFields = {
  name: ours(name({ label: 'Name', help: "The party's own name: Türkiye, Russian Federation." })),
  code: ours(
    pattern({
      label: 'Code',
      matching: /^[A-Z0-9]{2,5}$/,
      like: 'RUS',
      help: 'Two to five capitals for the name plate; for a state, ISO 3166-1 alpha-3.',
    }),
  ),
  kind: choice({ label: 'Kind', of: partyKinds }),
  iso_alpha3: optional(pattern({ label: 'ISO 3166-1 alpha-3', matching: /^[A-Z]{3}$/, like: 'RUS' })),
  gwno: optional(whole({ label: 'Gleditsch–Ward number', max: 9999 })),
  cown: optional(whole({ label: 'Correlates of War number', max: 9999 })),
  note: optional(ours(prose({ label: 'Note' }))),
}
export const partyRecord = record(
  'party',
  'A state, non-state actor or organisation that takes part in talks.',
  partyFields,
  'name',
  'each field',
)

export const personFields = {
  name: ours(
    name({ label: 'Name', help: 'As most often written in English; other spellings are further names.' }),
  ),
  note: optional(ours(prose({ label: 'Note' }))),
}
export const personRecord = record(
  'person',
  'Somebody who took part in talks or spoke about them.',
  personFields,
  'name',
  'each field',
)

export const officeFields = {
  person_id: ref('person', { label: 'Person' }),
  party_id: optional(ref('party', { label: 'Of party' })),
  title: text({
    label: 'Office',
    help: 'As held then: Secretary of the National Security and Defense Council.',
  }),
  held: optional(date({ label: 'Held', help: 'From and to, as far as known: 2024-09-05/2025-07-17.' })),
}
export const officeRecord = record(
  'office',
  'An office held by a person; a round points to the one held that day.',
  officeFields,
  'title',
)

export const nameFields = {
  venue_id: optional(ref('venue', { label: 'Venue' })),
  party_id: optional(ref('party', { label: 'Party' })),
  person_id: optional(ref('person', { label: 'Person' })),
  name: name({ label: 'Name' }),
  language: optional(
    pattern({
      label: 'Language',
      matching: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
      like: 'uk or ru-Latn',
      help: 'BCP 47 tag, with the script where it is not the usual one.',
    }),
  ),
  kind: choice({ label: 'Kind', of: nameKinds }),
}
export const nameRecord = record(
  'name',
  'A further name of exactly one venue, party or person, in its language and script.',
  nameFields,
  'name',
  'nothing',
)

declare module '../db/tables.ts' {
  interface Tables {
    party: RecordTable<typeof partyFields> & Folded<'name'>
    person: RecordTable<typeof personFields> & Folded<'name'>
    office: RecordTable<typeof officeFields> & OptionalBounds<'held'>
    name: RecordTable<typeof nameFields> & Folded<'name'>
  }
}
