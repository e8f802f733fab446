import { isoDate } from '../kernel/days.ts'
import { sayDate, sayDay } from '../kernel/say-date.ts'
import { evidencePath } from '../sources/paths.ts'
import { amountIn } from './amount.ts'
import { commitmentFields, followUpFields } from './fields.ts'
import type { Account, FollowUp } from './gather.ts'
import { sayAmount } from './ledger-words.ts'

/** A sentence on what is in doubt, and where to read on. */
export interface Doubt {
  kind: 'contested' | 'unconfirmed' | 'overdue' | 'later'
  words: string
  href: string
}

/** What is contested, unconfirmed or overdue, each in a sentence. */
export function doubtsOf(account: Account): Doubt[] {
  return [
    ...disputed(account),
    ...rivals(account),
    ...degrees(account),
    ...unconfirmed(account),
    ...overdue(account),
    ...later(account),
  ]
}

function disputed({ commitment, statuses, ledger }: Account): Doubt[] {
  const about = (
    record: 'commitment' | 'follow_up',
    id: number,
    what: string,
    of: Account['statuses'],
  ): Doubt[] =>
    of
      .filter(({ status }) => status === 'disputed')
      .map(({ field }) => ({
        kind: 'contested',
        words: `${what}: ${labelOf(record, field)} disputed`,
        href: evidencePath(record, id, field || null),
      }))
  return [
    ...about('commitment', commitment.id, 'The promise', statuses),
    ...ledger.entries.flatMap(({ reports }) =>
      reports.flatMap((report) => about('follow_up', report.id, report.title, report.statuses)),
    ),
  ]
}

function labelOf(record: 'commitment' | 'follow_up', field: string): string {
  const fields: Record<string, { label: string }> =
    record === 'commitment' ? commitmentFields : followUpFields
  return field === '' ? 'that it is so is' : `“${fields[field]?.label ?? field}” is`
}

function rivals({ ledger, commitment }: Account): Doubt[] {
  return ledger.entries
    .filter(({ isRival }) => isRival)
    .map(({ reports }) => {
      const figures = reports.flatMap((report) => amountIn(report) ?? []).map((amount) => sayAmount(amount))
      return {
        kind: 'contested',
        words: `${sayDay(reports[0]?.date ?? null)}: ${figures.join(' by one account, ')} by another. The smaller counts`,
        href: evidencePath('commitment', commitment.id, null),
      }
    })
}

function degrees({ ledger }: Account): Doubt[] {
  return ledger.entries.flatMap(({ reports }) =>
    reports
      .filter(({ implementation }) => implementation === 'disputed')
      .map(({ id, title, reporter }) => ({
        kind: 'contested' as const,
        words: `How far it is implemented is disputed${reporter ? `; ${reporter}` : ''}: ${title}`,
        href: evidencePath('follow_up', id, null),
      })),
  )
}

function unconfirmed({ ledger, commitment }: Account): Doubt[] {
  return ledger.entries.flatMap(({ reports, isConfirmed }) =>
    reports.flatMap((report) => {
      const amount = amountIn(report)
      const what = amount ? sayAmount(amount, commitment.unit) : report.title
      const why = isConfirmed ? figureWords(report.statuses) : voiceWords(report)
      if (why === '') return []
      return {
        kind: 'unconfirmed' as const,
        words: `${what}, ${sayDay(report.date)}: ${why}`,
        href: evidencePath('follow_up', report.id, null),
      }
    }),
  )
}

/** That there was a delivery may be well known, and how much of it not. */
function figureWords(statuses: Account['statuses']): string {
  const figure = statuses.find(({ field }) => field === 'quantity')
  return figure?.status === 'single' ? 'the figure is from one origin only' : ''
}

function voiceWords({ reporter, statuses }: Pick<FollowUp, 'reporter'> & Pick<Account, 'statuses'>): string {
  const origins = statuses.find(({ field }) => field === '')?.origins ?? 0
  if (origins === 0) return 'no source yet'
  return reporter ? `reported by ${reporter} only` : 'reported by one origin only'
}

function overdue({ ledger, commitment }: Account): Doubt[] {
  if (ledger.overdueSince === null || commitment.deadline === null) return []
  return [
    {
      kind: 'overdue',
      words: `Overdue since ${sayDate(isoDate(ledger.overdueSince))}: the deadline was ${sayDate(commitment.deadline)}, and the promise is not reported as kept`,
      href: evidencePath('commitment', commitment.id, 'deadline'),
    },
  ]
}

/** Told all the same, as every claim is that straddles the day; a sum as of a day holds only what lies before it. */
function later({ later: reports, commitment }: Account): Doubt[] {
  return reports.map((report) => {
    const amount = amountIn(report)
    const what = amount ? sayAmount(amount, commitment.unit) : report.title
    return {
      kind: 'later',
      words: `${what}, ${sayDay(report.date)}: may be later than the day asked for, so it is not counted`,
      href: evidencePath('follow_up', report.id, null),
    }
  })
}
