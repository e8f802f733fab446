import { sayDate } from '../../kernel/say-date.ts'
import { type Account, ledgersOf } from '../../outcomes/gather.ts'
import { sayBalance, sayReported } from '../../outcomes/ledger-words.ts'
import { commitmentsDueBefore } from './overdue-reads.ts'
import { days, type Entry, MOST, sliced, type Watch } from './section.ts'

export const commitmentsOverdue: Watch = {
  name: 'overdue',
  title: 'Commitments overdue',
  one: 'commitment',
  note: 'The deadline passed, and the promise is not reported as kept; the latest deadline first.',
  none: 'No deadline passed with a balance open.',
  async look(db, day, slice) {
    const due = await commitmentsDueBefore(db, day, MOST + 1)
    const accounts = await ledgersOf(db, due.slice(0, MOST), day)
    const overdue = accounts.filter(({ ledger }) => ledger.overdueSince !== null)
    return sliced(
      overdue.map((account) => entry(account, day)),
      slice,
      due.length > MOST,
    )
  },
}

function entry({ commitment, ledger }: Account, day: number): Entry {
  const { id, title, debtor, creditor, deadline, unit, process } = commitment
  const late = day - (ledger.overdueSince ?? day) + 1
  const who = [debtor, creditor && `to ${creditor}`].filter(Boolean).join(' ')
  return {
    label: title,
    href: `/commitments/${id}`,
    note: [
      `Overdue for ${days(late)}: the deadline was ${sayDate(deadline ?? '')}`,
      sayBalance(ledger.balance) || sayReported(ledger, unit),
      who,
      process,
    ]
      .filter(Boolean)
      .join(' · '),
    more: '',
    anchor: '',
    action: { label: 'Report a delivery', href: `/follow-ups/new?commitment_id=${id}` },
  }
}
