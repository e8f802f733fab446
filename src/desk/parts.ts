/* What the form asks, part by part, made of the fields that the rooms declare. */
import type { Kind, Stored } from '../fields/kind.ts'
import { choice, optional, ref, text } from '../fields/kinds.ts'
import { commitmentFields, outcomeFields } from '../outcomes/fields.ts'
import { partyFields } from '../parties/fields.ts'
import { proposalEventFields, proposalFields } from '../proposals/fields.ts'
import {
  delegateFields,
  delegationFields,
  roundFields,
  sessionFields,
  thirdPartyFields,
} from '../rounds/fields.ts'
import { claimFields, sourceFields } from '../sources/fields.ts'
import { venueFields } from '../venues/fields.ts'
import { named, part } from './part.ts'

const ADDED = 'A name that is not known yet is added.'
const ROUNDS_OWN = 'Empty where it is the day of the round.'

function ifNew<T extends Stored>(kind: Kind<T>, what: string, help = kind.help): Kind<T | null> {
  return optional({ ...kind, label: `${kind.label} of a new ${what}`, help })
}

const newParty = {
  code: ifNew(partyFields.code, 'party'),
  kind: ifNew(partyFields.kind, 'party'),
}

/** Where one row has words of its own in the source of the form. */
export const words = {
  quote: claimFields.quote,
  asserter: { ...claimFields.asserter, label: 'Said by' },
  certainty: claimFields.certainty,
  relays: optional(
    text({
      label: 'Relay chain',
      max: 1000,
      help: 'Whom the source cites, nearest first, as in: TASS > a source. A small first letter marks an unnamed speaker.',
    }),
  ),
}
const wordsBeside = ['quote', 'asserter', 'certainty', 'relays']
const wordsFolded = { quote: 'Its words in the source' }

export const personPart = part({
  one: 'Person',
  limit: 60,
  preset: (place) => ({ role: place === 0 ? 'head' : 'member' }),
  fields: {
    person: named(delegateFields.person_id, ADDED),
    office: named(delegateFields.office_id, 'As held on that day.'),
    role: delegateFields.role,
    ...words,
  },
  named: ['person'],
  beside: [['person', 'office', 'role'], wordsBeside],
  folded: wordsFolded,
})

export const delegationPart = part({
  one: 'Delegation',
  limit: 30,
  fields: {
    party: named(delegationFields.party_id, `${ADDED} It then needs a code and a kind.`),
    ...newParty,
    size: delegationFields.size,
    mandate: delegationFields.mandate,
  },
  lists: { people: personPart },
  named: ['party'],
  beside: [
    ['code', 'kind'],
    ['size', 'mandate'],
  ],
  more: { words: 'New party, size and mandate', fields: ['code', 'size'] },
})

export const thirdPartyPart = part({
  one: 'Third party',
  limit: 30,
  fields: {
    party: named(thirdPartyFields.party_id, ADDED),
    ...newParty,
    person: named(thirdPartyFields.person_id, ADDED),
    office: named(thirdPartyFields.office_id, 'As held on that day.'),
    role: thirdPartyFields.role,
    ...words,
  },
  isBrief: true,
  named: ['party', 'person'],
  beside: [['code', 'kind'], ['person', 'office', 'role'], wordsBeside],
  folded: { code: 'A party that is not known yet', ...wordsFolded },
})

export const eventPart = part({
  one: 'Event',
  limit: 20,
  fields: {
    verb: { ...proposalEventFields.verb, help: 'What was done with the proposal at this round.' },
    party: named(proposalEventFields.party_id, 'A party of this form or of the record.'),
    date: { ...optional(proposalEventFields.date), help: ROUNDS_OWN },
    wording: proposalEventFields.wording,
    ...words,
  },
  named: ['verb', 'party', 'date'],
  beside: [['verb', 'party', 'date'], wordsBeside],
  folded: wordsFolded,
})

export const proposalPart = part({
  one: 'Proposal',
  limit: 30,
  fields: {
    title: {
      ...proposalFields.title,
      help: 'The title of an earlier proposal of the process continues that one: leave the rest empty then.',
    },
    proposer: named(proposalFields.proposer_id, 'A party of this form or of the record.'),
    addressee: named(proposalFields.addressee_id, 'A party of this form or of the record.'),
    wording: proposalFields.wording,
    deadline: proposalFields.deadline,
  },
  lists: { events: eventPart },
  isBrief: true,
  named: ['title'],
  beside: [
    ['proposer', 'addressee'],
    ['wording', 'deadline'],
  ],
  folded: { wording: 'Wording and deadline' },
  suggests: { title: 'proposal' },
})

const { round_id: _round, position: _order, venue_id: sessionVenue, ...sessionsOwn } = sessionFields

export const sessionPart = part({
  one: 'Session',
  limit: 30,
  fields: {
    ...sessionsOwn,
    venue: named(sessionVenue, "A venue on record; empty where it is the round's own."),
  },
  isBrief: true,
  named: ['title'],
  suggests: { zone: 'zone' },
  beside: [
    ['title', 'format', 'date'],
    ['start_time', 'start_exactness', 'end_time', 'end_exactness', 'zone'],
    ['duration_minutes', 'duration_exactness'],
    ['venue', 'participants'],
  ],
  folded: {
    start_time: 'Clock times',
    duration_minutes: 'Length',
    venue: 'Venue and participants',
    summary: 'Summary',
  },
})

export const commitmentPart = part({
  one: 'Commitment',
  limit: 30,
  isAskedFor: true,
  fields: {
    title: commitmentFields.title,
    debtor: named(commitmentFields.debtor_id, 'A party of this form or of the record.'),
    creditor: named(commitmentFields.creditor_id, 'A party of this form or of the record.'),
    quantity: commitmentFields.quantity,
    quantity_bound: commitmentFields.quantity_bound,
    unit: commitmentFields.unit,
    deadline: commitmentFields.deadline,
  },
  named: ['title'],
  beside: [
    ['debtor', 'creditor'],
    ['quantity', 'quantity_bound', 'unit', 'deadline'],
  ],
})

export const outcomePart = part({
  one: 'Outcome',
  limit: 30,
  fields: {
    kind: outcomeFields.kind,
    title: outcomeFields.title,
    level: outcomeFields.level,
    wording: outcomeFields.wording,
    ...words,
  },
  lists: { commitments: commitmentPart },
  isBrief: true,
  named: ['title'],
  beside: [['kind', 'level'], wordsBeside],
  folded: wordsFolded,
})

export const venuePart = part({
  one: 'New venue',
  fields: {
    kind: ifNew(venueFields.kind, 'venue', 'Left empty, it is filed under other.'),
    city: ifNew(venueFields.city, 'venue'),
    country: ifNew(venueFields.country, 'venue'),
  },
  beside: [['kind', 'city', 'country']],
  folded: { kind: 'A venue that is not known yet' },
})

export const sourcePart = part({
  one: 'Source',
  fields: {
    source_id: optional(
      ref('source', { label: 'Number of a source on record', help: 'Empty where it is a new one.' }),
    ),
    publisher: optional(sourceFields.publisher),
    title: sourceFields.title,
    url: sourceFields.url,
    published: sourceFields.published,
    kind: optional(sourceFields.kind),
    quote: claimFields.quote,
    locator: claimFields.locator,
    relays: words.relays,
  },
  beside: [
    ['publisher', 'title'],
    ['url', 'published', 'kind'],
    ['quote', 'locator'],
  ],
  folded: { source_id: 'A source that is on record already', relays: 'Whom it cites' },
})

/** What a statement may be about: the round's own fields, and what it says of the round as a whole. */
const asAWhole = 'The round as a whole'
const statable = [
  'date',
  'planned_start',
  'start_time',
  'end_time',
  'duration_minutes',
  'venue_id',
  'format',
  'ordinal',
  'result',
] as const
export const subjects = new Map<string, (typeof statable)[number] | null>([
  [asAWhole, null],
  ...statable.map((field) => [roundFields[field].label, field] as const),
])

export const statementPart = part({
  one: 'Statement',
  limit: 60,
  preset: () => ({ about: asAWhole }),
  fields: {
    about: choice({ label: 'About', of: [...subjects.keys()] }),
    ...words,
    value: optional(
      text({ label: 'What it says instead', max: 300, help: 'Empty where it says what the form says.' }),
    ),
    value_exactness: claimFields.value_exactness,
    weekday_printed: claimFields.weekday_printed,
  },
  isBrief: true,
  named: ['about', 'quote'],
  beside: [
    ['about', 'quote'],
    ['asserter', 'certainty', 'relays', 'weekday_printed'],
    ['value', 'value_exactness'],
  ],
})

const { venue_id, ...roundsOwn } = roundFields

/** The whole form. */
export const roundPart = part({
  one: 'Round',
  fields: { ...roundsOwn, venue: named(venue_id, ADDED) },
  preset: () => ({ status: 'held' }),
  suggests: { zone: 'zone' },
  beside: [
    ['track_id', 'title'],
    ['ordinal', 'ordinal_label'],
    ['status', 'format', 'language'],
    ['start_time', 'zone'],
    ['planned_start', 'start_exactness'],
    ['end_time', 'end_exactness'],
    ['duration_minutes', 'duration_exactness'],
  ],
  lists: {
    new_venue: venuePart,
    sessions: sessionPart,
    delegations: delegationPart,
    third_parties: thirdPartyPart,
    proposals: proposalPart,
    outcomes: outcomePart,
    source: sourcePart,
    statements: statementPart,
  },
})
