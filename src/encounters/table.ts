import type { Row } from '../web/table.ts'
import type { Gathered } from './gather.ts'
import type { Encounter } from './meeting.ts'
import { endsOf, sayPlaces } from './view.ts'

/** The columns of a list of encounters that leaves the house. */
export const encounterColumns = {
  as: 'across: both sat in delegations; third party: the other was one; delegation: this one was',
  kind: 'people or parties',
  id: 'Number of the person or party',
  name: 'Name',
  parties: 'For whom a person sat or came, by semicolon',
  rounds: 'How many rounds were held with both',
  first: 'Date of the first of them, EDTF',
  last: 'Date of the last of them, EDTF',
  where: 'The cities or venues most often, with how often',
  round_ids: 'Numbers of the rounds, latest first, by semicolon',
} as const

export function encounterRow({ places }: Gathered, { other, manner, rounds, parties }: Encounter): Row {
  const { first, last } = endsOf(rounds, places)
  return {
    as: manner,
    kind: other.kind,
    id: other.id,
    name: other.name,
    parties: parties.join('; '),
    rounds: rounds.length,
    first: first?.date ?? null,
    last: last?.date ?? null,
    where: sayPlaces(rounds, places),
    round_ids: rounds.join('; '),
  }
}
