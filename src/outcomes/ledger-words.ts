import { capital, counted, sayQuantity } from '../kernel/words.ts'
import type { Amount } from './amount.ts'
import type { implementations } from './fields.ts'
import type { Balance, Ledger } from './ledger.ts'
import type { State } from './state.ts'

export function sayAmount({ quantity, bound }: Amount, unit: string | null = null): string {
  return sayQuantity(quantity, bound, unit)
}

/** "331 prisoners reported", "1 report, no figure given", "No delivery reported". */
export function sayReported({ entries, reported, unfigured }: Ledger, unit: string | null): string {
  if (entries.length === 0) return 'No delivery reported'
  const reports = entries.reduce((sum, { reports }) => sum + reports.length, 0)
  if (reported === null) return `${counted(reports, 'report')}, ${unfiguredWords(entries)}`
  const more = unfigured > 0 ? `, ${unfigured} more without a figure` : ''
  return `${capital(sayAmount(reported, unit))} reported${more}`
}

/** A figure may be given and yet not count: nobody recorded of what. */
function unfiguredWords(entries: Ledger['entries']): string {
  const hasFigure = entries.some(({ reports }) => reports.some(({ quantity }) => quantity !== null))
  return hasFigure ? 'their figures not added: what they count is not recorded' : 'no figure given'
}

/** "at least 869 not reported", "132 beyond the promise"; empty where there is no amount to hold it against. */
export function sayBalance(balance: Balance | null): string {
  if (balance === null) return ''
  if (balance.kind === 'remaining') return `${sayAmount(balance.amount)} not reported`
  if (balance.kind === 'beyond') return `${sayAmount(balance.amount)} beyond the promise`
  return balance.kind === 'none' ? 'nothing remains' : 'what remains cannot be told from these figures'
}

/** The same in a column that is called balance: "at least 869". */
export function balanceCell(balance: Balance | null): string {
  return balance?.kind === 'remaining' ? sayAmount(balance.amount) : sayBalance(balance)
}

/** "Overdue", and which shape says so; see views/outcomes/state.ejs. */
export function stateMark(state: State) {
  return { word: capital(state), shape: state.replace(' ', '-') }
}

const degrees: Record<(typeof implementations)[number], string> = {
  0: 'not implemented',
  1: 'minimum implementation',
  2: 'intermediate implementation',
  3: 'full implementation',
  disputed: 'implementation disputed',
  lapsed: 'lapsed',
}

/** "full implementation (PAM 3)": the degrees of the Peace Accords Matrix, and our two words besides. */
export function sayDegree(degree: (typeof implementations)[number] | null): string {
  if (degree === null) return ''
  return /\d/.test(degree) ? `${degrees[degree]} (PAM ${degree})` : degrees[degree]
}
