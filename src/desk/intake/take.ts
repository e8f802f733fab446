/* What an analyst ticked, put into the form of a round: each value with its words. Nothing is saved by it. */
import type { Link, Suggestion, SuggestionKind } from '../../intake/article.ts'
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

/** A suggestion that was accepted, and what it is to be. */
export interface Tick {
  mark: Suggestion
  as: string
}

/** Somebody who is spoken of and was not there. */
const AWAY = 'not at the table'

/** What each kind of suggestion may be in the form; the first is what it most likely is. */
export const uses: Record<SuggestionKind, readonly string[]> = {
  date: ['Date'],
  time: [roundFields.start_time, roundFields.end_time, roundFields.planned_start].map(({ label }) => label),
  duration: ['Length'],
  venue: ['Venue'],
  person: ['head', 'deputy', 'member', 'host', 'mediator', 'facilitator', 'guarantor', 'observer', AWAY],
  party: ['delegation', 'host', 'mediator', 'facilitator', 'guarantor', 'observer'],
  quote: ['Statement'],
  relay: ['Chain of what it covers'],
  quantity: ['Outcome'],
  proposal: ['Proposal'],
  session: ['Statement'],
  outcome: ['Outcome'],
  format: ['Format'],
}

const seats = ['head', 'deputy', 'member']

/**
 * What a suggestion most likely is. The two parties named first sit opposite each other, and the first person named of
 * each leads it; the first of another party is there for a third one.
 */
export function likelyUse(marks: readonly Suggestion[], at: number): string {
  const mark = marks[at]
  if (!mark) return ''
  const [first = ''] = uses[mark.kind]
  if (mark.kind === 'party') return sidesIn(marks).includes(mark.value.name) ? 'delegation' : 'host'
  if (mark.kind !== 'person') return first
  const { party } = mark.value
  const isFirst = marks.findIndex((one) => one.kind === 'person' && one.value.party === party) === at
  if (!isFirst || party === null) return AWAY
  return sidesIn(marks).includes(party) ? 'head' : 'facilitator'
}

function sidesIn(marks: readonly Suggestion[]): string[] {
  const named = marks.flatMap((mark) => (mark.kind === 'party' ? [mark.value.name] : []))
  return [...new Set(named)].slice(0, 2)
}

type Typed = Record<string, string>
/** Fields of the round that a text fills in. */
type Fillable = 'date' | 'start_time' | 'end_time' | 'planned_start' | 'duration_minutes' | 'venue' | 'format'

function labelOf(name: Fillable): string {
  return roundFields[name === 'venue' ? 'venue_id' : name].label
}

export function take(begins: Draft, ticks: Tick[]): Draft {
  const draft = structuredClone(begins)
  const chains = ticks.flatMap(({ mark }) => (mark.kind === 'relay' ? [mark.value] : []))
  for (const { mark, as } of ticks) {
    const covering = chains.find(({ covers }) => covers.start <= mark.start && mark.end <= covers.end)
    const words = { quote: quotable(mark.words), relays: sayChain(covering?.chain ?? []) }
    takeOne(draft, mark, as, words)
  }
  return draft
}

function takeOne(draft: Draft, mark: Suggestion, as: string, words: Typed): void {
  switch (mark.kind) {
    case 'date':
      return state(draft, 'date', mark.value.edtf ?? '', {
        ...words,
        weekday_printed: mark.value.weekday ?? '',
      })
    case 'time':
      return takeTime(draft, mark, as, words)
    case 'duration':
      return state(draft, 'duration_minutes', String(mark.value.minutes), words, {
        duration_exactness: mark.value.exactness,
      })
    case 'venue':
      return state(draft, 'venue', mark.value.name, words)
    case 'format':
      return state(draft, 'format', mark.value.format, words)
    case 'person':
      if (as === AWAY) return
      return seats.includes(as) ? seat(draft, mark, as, words) : invite(draft, mark, as, words)
    case 'party':
      return as === 'delegation'
        ? void delegationOf(draft, mark.value.name)
        : void add(draft, 'third_parties', emptyDraft(thirdPartyPart), {
            party: mark.value.name,
            role: as,
            ...words,
          })
    case 'quote':
      return say(draft, {
        ...words,
        asserter: mark.value.speaker ?? '',
        relays: words.relays || sayChain(mark.value.relay),
      })
    case 'session':
      return say(draft, words)
    case 'quantity':
      return end(draft, 'other', mark.words, words)
    case 'outcome':
      return end(draft, mark.value.outcome, mark.words, { ...words, certainty: mark.value.certainty })
    case 'proposal':
      return propose(draft, mark, words)
    case 'relay':
      return
  }
}

/** Fills an empty field; where another value stands, the article's is a rival statement and the field is left alone. */
function state(draft: Draft, name: Fillable, value: string, words: Typed, besides: Typed = {}): void {
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

function takeTime(
  draft: Draft,
  { value }: Extract<Suggestion, { kind: 'time' }>,
  as: string,
  words: Typed,
): void {
  const [name, exactness] = times.get(as) ?? (['start_time', 'start_exactness'] as const)
  state(draft, name, value.time, words, exactness === '' ? {} : { [exactness]: value.exactness })
}

type Person = Extract<Suggestion, { kind: 'person' }>

function seat(draft: Draft, { value }: Person, role: string, words: Typed): void {
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

function invite(draft: Draft, { value }: Person, role: string, words: Typed): void {
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
function delegationOf(draft: Draft, party: string): Draft {
  const rows = draft.rows.delegations ?? []
  const isOf = (name: string) => rows.find(({ typed }) => fold(typed.party ?? '') === fold(name))
  const found = isOf(party) ?? isOf('')
  const delegation = found ?? add(draft, 'delegations', emptyDraft(delegationPart), {})
  delegation.typed.party ||= party
  return delegation
}

/** Said of the round as a whole. */
function say(draft: Draft, words: Typed): void {
  add(draft, 'statements', emptyDraft(statementPart), words)
}

function end(draft: Draft, kind: string, title: string, words: Typed): void {
  add(draft, 'outcomes', emptyDraft(outcomePart), { kind, title: clip(title, 200), ...words })
}

function propose(
  draft: Draft,
  { words: said, value }: Extract<Suggestion, { kind: 'proposal' }>,
  words: Typed,
): void {
  const { by, to, verb } = value
  const row = add(draft, 'proposals', emptyDraft(proposalPart), {
    title: clip(said, 200),
    proposer: by ?? '',
    addressee: to ?? '',
  })
  const [event] = row.rows.events ?? []
  if (event) Object.assign(event.typed, { verb, party: by ?? '', ...words })
}

/** Takes the first empty row of the list, or one more. */
function add(draft: Draft, list: string, fresh: Draft, typed: Typed): Draft {
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

/** A dozen words at most, as they stand in the text. */
function quotable(words: string): string {
  const [dozen = ''] = /^\s*(?:\S+\s+){0,11}\S+/.exec(words) ?? []
  return dozen.trim().replace(/\s+/g, ' ').slice(0, 160)
}

/** "TASS > a source": an unnamed speaker begins with a small letter. */
function sayChain(chain: Link[]): string {
  return chain
    .map(({ name, isNamed }) => (isNamed ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(' > ')
}
