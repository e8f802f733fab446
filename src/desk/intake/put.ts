/* Where in the form what was accepted goes. */
import type { Suggestion } from '../../intake/article.ts'
import { fold } from '../../kernel/fold.ts'
import { clip } from '../../kernel/words.ts'
import { roundFields } from '../../rounds/fields.ts'
import { type Draft, emptyDraft } from '../draft.ts'
import {
  delegationPart,
  outcomePart,
  personPart,
  proposalPart,
  statementPart,
  thirdPartyPart,
} from '../parts.ts'

export type Typed = Record<string, string>
/** Fields of the round that a text fills in. */
export type Fillable =
  | 'date'
  | 'start_time'
  | 'end_time'
  | 'planned_start'
  | 'duration_minutes'
  | 'venue'
  | 'format'

function labelOf(name: Fillable): string {
  return roundFields[name === 'venue' ? 'venue_id' : name].label
}

/** Fills an empty field; where another value stands, the article's is a rival statement and the field is left alone. */
export function state(draft: Draft, name: Fillable, value: string, words: Typed, besides: Typed = {}): void {
  const stands = draft.typed[name] ?? ''
  const isRival = stands !== '' && fold(stands) !== fold(value)
  if (stands === '') Object.assign(draft.typed, { [name]: value, ...besides })
  const [exactness = ''] = Object.values(besides)
  add(draft, 'statements', emptyDraft(statementPart), {
    about: labelOf(name),
    ...words,
    ...(isRival ? { value, value_exactness: exactness } : {}),
  })
}

/** What a time of day may be, by its label, and the field beside it. */
const times = new Map<string, readonly [Fillable, string]>([
  [roundFields.start_time.label, ['start_time', 'start_exactness']],
  [roundFields.end_time.label, ['end_time', 'end_exactness']],
  [roundFields.planned_start.label, ['planned_start', '']],
])

export function takeTime(
  draft: Draft,
  { value }: Extract<Suggestion, { kind: 'time' }>,
  as: string,
  words: Typed,
): void {
  const [name, exactness] = times.get(as) ?? (['start_time', 'start_exactness'] as const)
  state(draft, name, value.time, words, exactness === '' ? {} : { [exactness]: value.exactness })
}

type Person = Extract<Suggestion, { kind: 'person' }>

export function seat(draft: Draft, { value }: Person, role: string, words: Typed): void {
  const delegation = delegationOf(draft, value.party ?? '')
  const people = delegation.rows.people ?? []
  const known = people.find(({ typed }) => fold(typed.person ?? '') === fold(value.name))
  if (known)
    return void Object.assign(known.typed, { ...words, office: known.typed.office || (value.office ?? '') })
  add(delegation, 'people', emptyDraft(personPart), {
    person: value.name,
    office: value.office ?? '',
    role,
    ...words,
  })
}

export function invite(draft: Draft, { value }: Person, role: string, words: Typed): void {
  const rows = draft.rows.third_parties ?? []
  const known = rows.find(({ typed }) => fold(typed.person ?? '') === fold(value.name))
  if (known) return void Object.assign(known.typed, words)
  const { name: person, office, party } = value
  add(draft, 'third_parties', emptyDraft(thirdPartyPart), {
    person,
    office: office ?? '',
    party: party ?? '',
    role,
    ...words,
  })
}

/** The delegation of that party, an empty one, or a new one. */
export function delegationOf(draft: Draft, party: string): Draft {
  const rows = draft.rows.delegations ?? []
  const isOf = (name: string) => rows.find(({ typed }) => fold(typed.party ?? '') === fold(name))
  const found = isOf(party) ?? isOf('')
  const delegation = found ?? add(draft, 'delegations', emptyDraft(delegationPart), {})
  delegation.typed.party ||= party
  return delegation
}

/** Said of the round as a whole. */
export function say(draft: Draft, words: Typed): void {
  add(draft, 'statements', emptyDraft(statementPart), words)
}

export function end(draft: Draft, kind: string, title: string, words: Typed): void {
  add(draft, 'outcomes', emptyDraft(outcomePart), { kind, title: clip(title, 200), ...words })
}

export function propose(
  draft: Draft,
  { value }: Extract<Suggestion, { kind: 'proposal' }>,
  title: string,
  words: Typed,
): void {
  const { by, to, verb } = value
  const row = add(draft, 'proposals', emptyDraft(proposalPart), {
    title: clip(title, 200),
    proposer: by ?? '',
    addressee: to ?? '',
  })
  const [event] = row.rows.events ?? []
  if (event) Object.assign(event.typed, { verb, party: by ?? '', ...words })
}

/** Takes the first empty row of the list, or one more. */
export function add(draft: Draft, list: string, fresh: Draft, typed: Typed): Draft {
  const rows = draft.rows[list] ?? []
  draft.rows[list] = rows
  const free = rows.find((row) => row.id === '' && isBlank(row, fresh))
  const row = free ?? fresh
  if (!free) rows.push(row)
  Object.assign(row.typed, typed)
  return row
}

function isBlank(row: Draft, fresh: Draft): boolean {
  return Object.entries(row.typed).every(
    ([name, text]) => text === '' || text === fresh.typed[name] || name === 'role',
  )
}

/** A party that was there for a third one. */
export function host(
  draft: Draft,
  { value }: Extract<Suggestion, { kind: 'party' }>,
  role: string,
  words: Typed,
): void {
  add(draft, 'third_parties', emptyDraft(thirdPartyPart), { party: value.name, role, ...words })
}

/** The venue, where there is no other. */
export function town(draft: Draft, { value }: Extract<Suggestion, { kind: 'venue' }>, words: Typed): void {
  if (!draft.typed.venue) state(draft, 'venue', value.name, words)
}
