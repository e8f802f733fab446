/* Proposals through the rounds of a track, and what the parties held on the issues. */
import { isoDate } from '../../kernel/days.ts'
import type { Chance } from './chance.ts'
import type { Made, Making } from './making.ts'
import type { Met, Table } from './meeting.ts'

export interface Thread {
  proposal: Made
  /** What was done with it, by the number of the round where it was done; 0 outside of any. */
  events: Made[]
}

export function makeProposals(making: Making, chance: Chance, table: Table, rounds: Met[]): Thread[] {
  const threads = Array.from({ length: chance.about(rounds.length * 0.35) }, () =>
    makeThread(making, chance, table, rounds),
  )
  for (const met of rounds)
    for (let at = chance.about(0.67); at > 0; at--) met.parts.push(makePosition(making, chance, table, met))
  return threads
}

function makeThread(making: Making, chance: Chance, table: Table, rounds: Met[]): Thread {
  const { process, parties, cast } = table
  const at = chance.between(0, rounds.length - 1)
  const day = rounds[at]?.day ?? 0
  const [proposer, addressee] = chance.happens(0.5) ? parties : [...parties].reverse()
  const issue = chance.pick(cast.issues)
  const of = { process_id: process }
  const proposal = making.add(
    'proposal',
    {
      ...{ process_id: process, title: `${issue.row.title}: ${chance.pick(titles)}` },
      ...{ proposer_id: proposer?.made.row.id ?? null, addressee_id: addressee?.made.row.id ?? null },
      wording: chance.happens(0.4) ? `That ${String(issue.row.title).toLowerCase()} be settled first.` : null,
      deadline: chance.happens(0.15) ? isoDate(day + chance.between(10, 120)) : null,
    },
    of,
    parties.slice(0, 2).map(({ made }) => made),
  )
  making.add('proposal_issue', { proposal_id: proposal.row.id, issue_id: issue.row.id }, of)
  const second = chance.happens(0.17) ? chance.pick(cast.issues) : issue
  if (second !== issue)
    making.add('proposal_issue', { proposal_id: proposal.row.id, issue_id: second.row.id }, of)
  const later = rounds.slice(at, at + 1 + chance.about(0.9))
  return {
    proposal,
    events: later.map((met, step) => makeEvent(making, chance, table, { proposal, met, step })),
  }
}

const titles = [
  'a first text',
  'lists to be exchanged',
  'a pause of a week',
  'a joint commission',
  'rules of access',
]

interface Done {
  proposal: Made
  met: Met
  step: number
}

function makeEvent(making: Making, chance: Chance, table: Table, { proposal, met, step }: Done): Made {
  const party = chance.pick(table.parties)
  const isThere = chance.happens(0.7)
  const round_id = isThere ? met.round.row.id : null
  const event = making.add(
    'proposal_event',
    {
      ...{ proposal_id: proposal.row.id, round_id, party_id: party.made.row.id },
      verb:
        step === 0
          ? 'made'
          : chance.among({
              rejected: 15,
              accepted: 10,
              deferred: 8,
              restated: 7,
              amended: 6,
              superseded: 6,
              withdrawn: 2,
            }),
      person_id: chance.happens(0.3) ? (party.people[0]?.made.row.id ?? null) : null,
      date: isoDate(met.day + (isThere ? 0 : chance.between(1, 20))),
      wording: chance.happens(0.1) ? 'As a basis for the next round.' : null,
    },
    { round_id, process_id: table.process },
  )
  event.setting.day = event.row.date_earliest as number
  return event
}

function makePosition(making: Making, chance: Chance, table: Table, { round, day }: Met): Made {
  const party = chance.pick(table.parties)
  const of = { round_id: round.row.id, process_id: table.process }
  const position = making.add(
    'position',
    {
      ...{ ...of, party_id: party.made.row.id, issue_id: chance.pick(table.cast.issues).row.id },
      date: isoDate(day),
      stance: chance.among({
        ...{ supports: 80, 'refuses to discuss': 8, demands: 10, silent: 4 },
        ...{ opposes: 8, 'accepts with conditions': 6 },
      }),
      wording: chance.happens(0.3) ? 'Within what was agreed before.' : null,
    },
    of,
    [party.made],
  )
  position.setting.day = position.row.date_earliest as number
  return position
}
