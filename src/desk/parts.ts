/* What the form asks, part by part, made of the fields that the rooms declare. */
import type { Kind, Stored } from '../fields/kind.ts'
import { optional, ref, text } from '../fields/kinds.ts'
import { outcomeFields } from '../outcomes/fields.ts'
import { partyFields } from '../parties/fields.ts'
import { proposalEventFields, proposalFields } from '../proposals/fields.ts'
import { delegateFields, delegationFields, roundFields, thirdPartyFields } from '../rounds/fields.ts'
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

export const personPart = part({
  one: 'Person',
  limit: 60,
  preset: (place) => ({ role: place === 0 ? 'head' : 'member' }),
  fields: {
    person: named(delegateFields.person_id, ADDED),
    office: named(delegateFields.office_id, 'As held on that day.'),
    role: delegateFields.role,
  },
  named: ['person'],
  beside: [['person', 'office', 'role']],
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
  },
  named: ['party', 'person'],
  beside: [
    ['code', 'kind'],
    ['person', 'office', 'role'],
  ],
  folded: { code: 'A party that is not known yet' },
})

export const eventPart = part({
  one: 'Event',
  limit: 20,
  fields: {
    verb: { ...proposalEventFields.verb, help: 'What was done with the proposal at this round.' },
    party: named(proposalEventFields.party_id, 'A party of this form or of the record.'),
    date: { ...optional(proposalEventFields.date), help: ROUNDS_OWN },
    wording: proposalEventFields.wording,
  },
  named: ['verb', 'party', 'date'],
  beside: [['verb', 'party', 'date']],
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
  named: ['title'],
  beside: [
    ['proposer', 'addressee'],
    ['wording', 'deadline'],
  ],
  folded: { wording: 'Wording and deadline' },
  suggests: { title: 'proposal' },
})

export const outcomePart = part({
  one: 'Outcome',
  limit: 30,
  fields: {
    kind: outcomeFields.kind,
    title: outcomeFields.title,
    level: outcomeFields.level,
    wording: outcomeFields.wording,
  },
  named: ['title'],
  beside: [['kind', 'level']],
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
    relays: optional(
      text({
        label: 'Relay chain',
        max: 1000,
        help: 'Whom the source cites, nearest first, as in: TASS > a source. A small first letter marks an unnamed speaker.',
      }),
    ),
  },
  beside: [
    ['publisher', 'title'],
    ['url', 'published', 'kind'],
    ['quote', 'locator'],
  ],
  folded: { source_id: 'A source that is on record already', relays: 'Whom it cites' },
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
    delegations: delegationPart,
    third_parties: thirdPartyPart,
    proposals: proposalPart,
    outcomes: outcomePart,
    source: sourcePart,
  },
})
