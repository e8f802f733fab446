import { sayDate } from '../kernel/say-date.ts'
import { type Plate, type PlateMaker, plateOr } from '../rounds/plates.ts'
import { type Evidence, marks, statusAbout } from '../sources/evidence.ts'
import { evidencePath } from '../sources/paths.ts'
import { type Bar, barOf } from './bar.ts'
import type { Sourced } from './deliveries.ts'
import type { Account } from './gather.ts'
import { sayAmount, sayBalance, sayReported, stateMark } from './ledger-words.ts'

/** A commitment as a line of the list. */
export interface CommitmentLine {
  href: string
  title: string
  evidence: Evidence
  round: { href: string; label: string }
  debtor: Plate | null
  creditor: Plate | null
  bar: Bar
  reported: string
  balance: string
  voices: Array<{ label: string; words: string }>
  state: { word: string; shape: string }
  overdue: string
}

export function commitmentLine(account: Account, plate: PlateMaker): CommitmentLine {
  const { commitment, ledger, statuses } = account
  const { id, title, round_id, round, unit } = commitment
  return {
    href: `/commitments/${id}`,
    title,
    evidence: bareEvidence(id, statuses),
    round: { href: `/rounds/${round_id}`, label: round },
    ...boundPlates(account, plate),
    bar: barOf(ledger, unit),
    reported: sayReported(ledger, unit),
    balance: sayBalance(ledger.balance),
    voices: ledger.voices.map((voice) => ({
      label: voice.party_id === null ? 'Others' : codeOf(account, voice.party_id),
      words: voice.amount ? sayAmount(voice.amount) : voice.reports > 0 ? 'no figure' : 'none',
    })),
    state: stateMark(ledger.state),
    overdue: sayOverdue(account),
  }
}

/** "since the deadline, 30 April 2024". */
function sayOverdue({ commitment, ledger }: Account): string {
  const isOverdue = ledger.overdueSince !== null && commitment.deadline !== null
  return isOverdue ? `since the deadline, ${sayDate(commitment.deadline ?? '')}` : ''
}

/** Who owes, and to whom. */
export function boundPlates({ commitment }: Pick<Account, 'commitment'>, plate: PlateMaker) {
  const { debtor_id, debtor, debtor_code, creditor_id, creditor, creditor_code } = commitment
  return {
    debtor: plateOr(plate, debtor_id, debtor_code, debtor),
    creditor: plateOr(plate, creditor_id, creditor_code, creditor),
  }
}

/** The parties whose voices a ledger holds, by number. */
export function partiesIn({ commitment, ledger }: Account) {
  const { debtor_id, debtor, debtor_code, creditor_id, creditor, creditor_code } = commitment
  const reporters = ledger.entries.flatMap(({ reports }) =>
    reports.map((one) => ({ id: one.reporter_id, party: one.reporter, code: one.reporter_code })),
  )
  const bound = [
    { id: debtor_id, party: debtor, code: debtor_code },
    { id: creditor_id, party: creditor, code: creditor_code },
  ]
  return new Map(
    [...reporters, ...bound].map((one) => [one.id, { party: one.party ?? '', code: one.code ?? '' }]),
  )
}

function codeOf(account: Account, party_id: number): string {
  return partiesIn(account).get(party_id)?.code ?? ''
}

/** The mark alone; its claims are a link away. Disputed where anything about the commitment is. */
function bareEvidence(id: number, statuses: Sourced[]): Evidence {
  return {
    mark: marks[statusAbout(statuses)],
    count: '',
    claims: [],
    all: '',
    later: '',
    href: evidencePath('commitment', id, null),
  }
}
