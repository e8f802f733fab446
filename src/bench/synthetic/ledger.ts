/* What a round ended with: outcomes, documents, commitments and what was reported of them. */
import { isoDate } from '../../kernel/days.ts'
import type { Party } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Made, Making } from './making.ts'
import { units } from './phrases.ts'

interface Ended {
  of: { round_id: number; process_id: number; day: number }
  day: number
  parties: Party[]
}

const outcomeTitles = {
  agreement: 'Exchange of lists',
  'preliminary agreement': 'Terms in principle',
  understanding: 'Working hours of the crossing',
  statement: 'Joint statement',
  'no agreement': 'No agreement on the text',
  ceasefire: 'Ceasefire for a month',
  'next meeting': 'A next meeting',
  extension: 'Extension of the truce',
  suspension: 'Talks suspended',
  other: 'Rules of procedure',
}

export function makeOutcomes(making: Making, chance: Chance, ended: Ended): Made[] {
  const made: Made[] = []
  for (let at = chance.about(0.7); at > 0; at--) made.push(...makeOutcome(making, chance, ended))
  if (chance.happens(0.1)) made.push(makeDocument(making, chance, ended))
  return made
}

function makeOutcome(making: Making, chance: Chance, ended: Ended): Made[] {
  const { of } = ended
  const kind = chance.among({
    ...{ agreement: 44, 'preliminary agreement': 17, understanding: 14, statement: 13, 'no agreement': 11 },
    ...{ ceasefire: 6, 'next meeting': 5, extension: 5, suspension: 5, other: 6 },
  })
  const document = chance.happens(0.48) ? makeDocument(making, chance, ended) : null
  const outcome = making.add(
    'outcome',
    {
      ...{ round_id: of.round_id, kind, title: outcomeTitles[kind] },
      level: chance.happens(0.57)
        ? chance.among({
            written: 24,
            signed: 23,
            'asserted by one side': 11,
            none: 11,
            'asserted by host': 3,
          })
        : null,
      wording: chance.happens(0.54) ? `${outcomeTitles[kind]}, as both delegations put it.` : null,
      document_id: document?.row.id ?? null,
    },
    of,
  )
  const owed = Array.from({ length: kind === 'no agreement' ? 0 : chance.about(0.53) }, () =>
    makeCommitment(making, chance, ended, outcome),
  )
  return [...(document ? [document] : []), outcome, ...owed.flat()]
}

function makeDocument(making: Making, chance: Chance, { of, day, parties }: Ended): Made {
  const { round_id, process_id } = of
  const kind = chance.among({
    draft: 14,
    other: 14,
    treaty: 9,
    framework: 7,
    declaration: 7,
    plan: 5,
    memorandum: 4,
    letter: 4,
  })
  const date = chance.happens(0.9) ? isoDate(day + chance.between(0, 3)) : null
  const party_id = chance.happens(0.2) ? (parties[0]?.made.row.id ?? null) : null
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} of ${isoDate(day)}`
  const access = chance.among({ published: 70, 'reported only': 28, leaked: 2 })
  const document = making.add(
    'document',
    { process_id, round_id, title, kind, access, date, party_id },
    { round_id, process_id },
  )
  document.setting.day = document.row.date_earliest as number | null
  return document
}

function makeCommitment(making: Making, chance: Chance, ended: Ended, outcome: Made): Made[] {
  const { of, day, parties } = ended
  const unit = chance.pick(units)
  const quantity = chance.happens(0.4) ? 10 * chance.between(1, 150) : null
  const [debtor, creditor] = parties
  const commitment = making.add(
    'commitment',
    {
      ...{ outcome_id: outcome.row.id, title: `${quantity ?? 'All'} ${unit}`, quantity },
      ...{ debtor_id: debtor?.made.row.id ?? null, creditor_id: creditor?.made.row.id ?? null },
      quantity_bound:
        quantity === null ? null : chance.among({ exact: 11, 'at least': 7, 'at most': 4, about: 2 }),
      unit: quantity === null ? null : unit,
      deadline: chance.happens(0.3) ? isoDate(day + chance.between(5, 200)) : null,
    },
    of,
    parties.slice(0, 2).map(({ made }) => made),
  )
  const reports = Array.from({ length: chance.about(0.64) }, () =>
    followUp(making, chance, ended, commitment),
  )
  return [commitment, ...reports]
}

function followUp(making: Making, chance: Chance, { of, day, parties }: Ended, commitment: Made): Made {
  const quantity =
    commitment.row.quantity === null ? null : chance.between(1, Number(commitment.row.quantity))
  const report = making.add(
    'follow_up',
    {
      ...{ commitment_id: commitment.row.id, title: 'Delivery reported', quantity },
      date: chance.happens(0.8) ? isoDate(day + chance.between(3, 300)) : null,
      reporter_id: chance.happens(0.4) ? (chance.pick(parties)?.made.row.id ?? null) : null,
      quantity_bound: quantity === null ? null : 'exact',
      implementation: chance.happens(0.35)
        ? chance.among({ '0': 5, '1': 15, '2': 20, '3': 40, disputed: 20 })
        : null,
    },
    of,
  )
  report.setting.day = (report.row.date_earliest as number | null) ?? of.day
  return report
}
