import { isoDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { statusAbout } from '../sources/evidence.ts'
import type { Status } from '../sources/status.ts'
import type { Row } from '../web/table.ts'
import type { Amount } from './amount.ts'
import type { Account } from './gather.ts'
import type { Balance } from './ledger.ts'

/** The columns of the list of commitments. */
export const commitmentColumns = {
  id: 'Number of the commitment',
  process_id: 'Number of the process',
  process: 'Title of the process',
  round_id: 'Number of the round',
  round: 'Title of the round',
  round_date: 'Date of the round, EDTF',
  outcome_id: 'Number of the outcome',
  outcome: 'What was agreed',
  title: 'What is owed',
  debtor_id: 'Number of the party that owes',
  debtor: 'Its name',
  creditor_id: 'Number of the party that is owed',
  creditor: 'Its name',
  quantity: 'How many are promised',
  quantity_bound: 'exact, about, at least, at most, more than, less than',
  unit: 'Of what',
  deadline: 'By when, EDTF',
  follow_ups: 'How many reports there are',
  reported: 'How many are reported in all, each delivery counted once',
  reported_bound: 'The bound of that sum',
  remaining: 'How many are not reported; 0 where the promise is covered; empty where the figures do not tell',
  remaining_bound: 'The bound of what is not reported',
  beyond: 'How many are reported beyond the promise',
  state: 'under way, done, contested, overdue or no report',
  overdue_since: 'First day after the deadline, ISO 8601, where the promise is not reported as kept',
  status: 'How well the commitment is sourced; disputed where any field of it is',
  fields: 'How many fields of the commitment and its reports want a source',
  fields_disputed: 'How many of them are disputed',
  fields_unsourced: 'How many of them have no source yet',
} as const

export function commitmentCells({ commitment, statuses, ledger }: Account): Row {
  const reports = ledger.entries.flatMap(({ reports }) => reports)
  const all = [...statuses, ...reports.flatMap(({ statuses }) => statuses)]
  const countOf = (of: Status) => all.filter(({ status }) => status === of).length
  return {
    ...commitment,
    follow_ups: reports.length,
    ...amountCells('reported', ledger.reported),
    ...balanceCells('remaining', ledger.balance),
    beyond: ledger.balance?.kind === 'beyond' ? ledger.balance.amount.quantity : null,
    state: ledger.state,
    overdue_since: ledger.overdueSince === null ? null : isoDate(ledger.overdueSince),
    status: statusAbout(statuses),
    fields: all.length,
    fields_disputed: countOf('disputed'),
    fields_unsourced: countOf('unsourced'),
  }
}

/** The columns of one ledger: a row for each report. */
export const entryColumns = {
  id: 'Number of the follow-up',
  commitment_id: 'Number of the commitment',
  delivery: 'Which delivery it tells of, in order of time; two accounts of one delivery bear the same number',
  date: 'Date, EDTF',
  date_earliest: 'First day it may mean, ISO 8601; empty where open',
  date_latest: 'Last day it may mean, ISO 8601; empty where open',
  reporter_id: 'Number of the party that reports it',
  reporter: 'Its name',
  title: 'What is reported',
  quantity: 'How many, by this account',
  quantity_bound: 'exact, about, at least, at most, more than, less than',
  counted: 'How many count for the delivery',
  counted_bound: 'The bound of that figure',
  implementation: 'Degree 0 to 3 of the Peace Accords Matrix, disputed or lapsed',
  note: 'Note',
  balance: 'How many are not reported after it; 0 where the promise is covered',
  balance_bound: 'The bound of the balance',
  status: 'How well the report is sourced; disputed where any field of it is',
} as const

export function entryCells({ ledger }: Account): Row[] {
  return ledger.entries.flatMap(({ reports, amount, balance }, at) =>
    reports.map(({ statuses, ...report }) => ({
      ...report,
      delivery: at + 1,
      date_earliest: dayCell(report.date_earliest),
      date_latest: dayCell(report.date_latest),
      ...amountCells('counted', amount),
      ...balanceCells('balance', balance),
      status: statusAbout(statuses),
    })),
  )
}

function amountCells(name: string, amount: Amount | null): Row {
  return { [name]: amount?.quantity ?? null, [`${name}_bound`]: amount?.bound ?? null }
}

function balanceCells(name: string, balance: Balance | null): Row {
  if (balance?.kind === 'remaining') return amountCells(name, balance.amount)
  const isCovered = balance?.kind === 'none' || balance?.kind === 'beyond'
  return amountCells(name, isCovered ? { quantity: 0, bound: 'exact' } : null)
}

/** An open end has no day. */
function dayCell(day: number | null): string {
  return day === null || Math.abs(day) === OPEN ? '' : isoDate(day)
}
