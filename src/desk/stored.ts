/* The record as the form would show it. */
import type { Gathered } from '../rounds/gather.ts'
import { type Draft, draftOf, emptyDraft } from './draft.ts'
import {
  commitmentPart,
  delegationPart,
  eventPart,
  outcomePart,
  personPart,
  proposalPart,
  roundPart,
  sessionPart,
  sourcePart,
  thirdPartyPart,
  venuePart,
} from './parts.ts'

export function storedDraft(all: Gathered): Draft {
  const { round, venue } = all
  const typed = { ...round, venue: venue?.name ?? null }
  return draftOf(
    roundPart,
    round.id,
    typed,
    { venue: round.venue_id },
    {
      new_venue: [emptyDraft(venuePart)],
      sessions: all.sessions.map((session) =>
        draftOf(sessionPart, session.id, session, { venue: session.venue_id }),
      ),
      delegations: delegationsIn(all),
      third_parties: thirdPartiesIn(all),
      proposals: proposalsIn(all),
      outcomes: outcomesIn(all),
      source: [emptyDraft(sourcePart)],
      statements: [],
    },
  )
}

function delegationsIn({ delegations, delegates }: Gathered): Draft[] {
  return delegations.map(({ id, party, party_id, size, mandate }) => {
    const people = delegates
      .filter(({ delegation_id }) => delegation_id === id)
      .map((delegate) =>
        draftOf(personPart, delegate.id, delegate, {
          person: delegate.person_id,
          office: delegate.office_id,
        }),
      )
    return draftOf(delegationPart, id, { party, size, mandate }, { party: party_id }, { people })
  })
}

function thirdPartiesIn({ thirdParties }: Gathered): Draft[] {
  return thirdParties.map(({ id, party, person, office, role, party_id, person_id, office_id }) =>
    draftOf(
      thirdPartyPart,
      id,
      { party, person, office, role },
      { party: party_id, person: person_id, office: office_id },
    ),
  )
}

/** Each proposal with what was done with it here; what happened elsewhere is not this round's to change. */
function proposalsIn({ proposals, events, round }: Gathered): Draft[] {
  return proposals.map((proposal) => {
    const here = events
      .filter(({ proposal_id, round_id }) => proposal_id === proposal.id && round_id === round.id)
      .map((event) => draftOf(eventPart, event.id, event, { party: event.party_id }))
    const stood = { proposer: proposal.proposer_id, addressee: proposal.addressee_id }
    return draftOf(proposalPart, proposal.id, proposal, stood, { events: here })
  })
}

function outcomesIn({ outcomes, commitments }: Gathered): Draft[] {
  return outcomes.map((outcome) => {
    const owed = commitments
      .filter(({ outcome_id }) => outcome_id === outcome.id)
      .map((commitment) => {
        const stood = { debtor: commitment.debtor_id, creditor: commitment.creditor_id }
        return draftOf(commitmentPart, commitment.id, commitment, stood)
      })
    return draftOf(outcomePart, outcome.id, outcome, {}, { commitments: owed })
  })
}
