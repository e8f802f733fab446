import type { Read } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate, sayDay } from '../kernel/say-date.ts'
import { outcomeLevels } from '../kernel/vocabulary.ts'
import { capital, sayQuantity } from '../kernel/words.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceAbout } from '../sources/evidence.ts'
import { barOf } from './bar.ts'
import { ledgerOf } from './ledger.ts'
import { sayBalance, sayReported, stateMark } from './ledger-words.ts'
import type { commitmentsOf, documentsIn, followUpsOf, outcomesOf } from './reads.ts'

type Commitment = Read<typeof commitmentsOf>[number]
type FollowUp = Read<typeof followUpsOf>[number]

interface Ended {
  outcomes: Read<typeof outcomesOf>
  commitments: Commitment[]
  followUps: FollowUp[]
  claims: Claims
}

/** What a round ended with, how firmly it is known, and what became of it by the day. */
export function outcomeLines(ended: Ended, day: number) {
  const commitments = groupBy(ended.commitments, ({ outcome_id }) => outcome_id)
  const followUps = groupBy(ended.followUps, ({ commitment_id }) => commitment_id)
  return ended.outcomes.map((outcome) => ({
    title: outcome.title,
    kind: capital(outcome.kind),
    wording: outcome.wording ?? '',
    document: outcome.document ?? '',
    level: levelOf(outcome.level),
    evidence: evidenceAbout(ended.claims, 'outcome', outcome.id),
    commitments: (commitments.get(outcome.id) ?? []).map((commitment) =>
      commitmentLine(commitment, followUps.get(commitment.id) ?? [], ended.claims, day),
    ),
  }))
}

function commitmentLine(commitment: Commitment, all: FollowUp[], claims: Claims, day: number) {
  const { id, title, debtor, creditor, deadline, unit } = commitment
  const counted = all.filter(({ may_be_later }) => !may_be_later)
  const reports = counted.map((one) => ({ ...one, statuses: claims.statusesOf('follow_up', one.id) }))
  const promise = { ...commitment, statuses: claims.statusesOf('commitment', id) }
  const ledger = ledgerOf(promise, reports, day)
  return {
    href: `/commitments/${id}`,
    title,
    bar: barOf(ledger, unit),
    reported: sayReported(ledger, unit),
    balance: sayBalance(ledger.balance),
    state: stateMark(ledger.state),
    who: [debtor, creditor && `to ${creditor}`].filter(Boolean).join(' '),
    quantity: amountOf(commitment, unit),
    deadline: deadline === null ? '' : `by ${sayDate(deadline)}`,
    evidence: evidenceAbout(claims, 'commitment', id),
    followUps: all.map((followUp) => ({
      title: followUp.title,
      date: sayDay(followUp.date),
      note: followUpNote(followUp, unit),
      isLater: followUp.may_be_later === 1,
      evidence: evidenceAbout(claims, 'follow_up', followUp.id),
    })),
  }
}

function amountOf({ quantity, quantity_bound }: Commitment | FollowUp, unit: string | null): string {
  return quantity === null ? '' : sayQuantity(quantity, quantity_bound, unit)
}

/** "185 prisoners, reported by Russian Federation": the number only where the title does not give it. */
function followUpNote(followUp: FollowUp, unit: string | null): string {
  const { title, reporter } = followUp
  const amount = amountOf(followUp, unit)
  return [title.includes(amount) ? '' : amount, reporter && `reported by ${reporter}`]
    .filter(Boolean)
    .join(', ')
}

/** Five rising steps, filled so far, always with the words. */
function levelOf(level: (typeof outcomeLevels)[number] | null) {
  const step = level === null ? 0 : outcomeLevels.indexOf(level)
  return {
    step: String(step),
    words: level === null ? 'level not entered' : level === 'none' ? 'nothing agreed' : level,
  }
}

/** The texts of a process, each with the round it belongs to. */
export function documentLines(documents: Read<typeof documentsIn>, claims: Claims) {
  return documents.map((document) => ({
    title: document.title,
    note: [
      capital(document.kind),
      document.date && sayDate(document.date),
      document.party && `by ${document.party}`,
      document.access,
    ]
      .filter(Boolean)
      .join(' · '),
    round:
      document.round_id === null
        ? null
        : { href: `/rounds/${document.round_id}`, label: document.round ?? '' },
    evidence: evidenceAbout(claims, 'document', document.id),
  }))
}
