/* Commitments as threads: when they were made, what was reported on them, when they are due. */
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { sayDate, sayDay } from '../kernel/say-date.ts'
import { commitmentsWithIds } from '../outcomes/commitment-reads.ts'
import { type Account, ledgersOf } from '../outcomes/gather.ts'
import { sayBalance, sayReported, stateMark } from '../outcomes/ledger-words.ts'
import { boundPlates } from '../outcomes/list.ts'
import type { Filter } from '../rounds/filter.ts'
import { type PlateMaker, platesIn } from '../rounds/plates.ts'
import { courseBins, coursesIn, lanesAmong } from './courses.ts'
import type { ThreadSet } from './reply.ts'
import type { Asked } from './rounds.ts'
import type { Thread, ThreadStep } from './threads.ts'

const FADE_DAYS = 60

export async function pledgesIn(db: Db, filter: Filter, asked: Asked, day: number): Promise<ThreadSet> {
  const found = lanesAmong(await coursesIn(db, 'commitment', filter, asked))
  if (found.isMany) return courseBins(db, 'commitment', filter, asked, found.more)
  const accounts = await ledgersOf(db, await commitmentsWithIds(db, found.ids), day)
  const plates = await platesIn(db, [...new Set(accounts.map(({ commitment }) => commitment.process_id))])
  const threads = accounts
    .sort(
      (a, b) =>
        a.commitment.process.localeCompare(b.commitment.process) ||
        a.commitment.round_date_earliest - b.commitment.round_date_earliest ||
        a.commitment.id - b.commitment.id,
    )
    .map((account) => pledgeOf(account, plates(account.commitment.process_id)))
  return { isOpen: true, threads, more: found.more, bins: null }
}

function pledgeOf(account: Account, plate: PlateMaker): Thread {
  const { commitment, ledger } = account
  const { debtor } = boundPlates(account, plate)
  const tone = debtor?.tone ?? 'grey'
  const steps = stepsOf(account, tone)
  const last = steps.at(-1)
  const isEnded = ledger.state === 'done' || ledger.overdueSince !== null
  return {
    kind: 'commitment',
    id: commitment.id,
    title: commitment.title,
    process: commitment.process,
    code: debtor?.code ?? '',
    party: debtor?.name ?? '',
    tone,
    word: stateMark(ledger.state).word,
    standing: [sayReported(ledger, commitment.unit), sayBalance(ledger.balance)].filter(Boolean).join('; '),
    steps,
    tail: last && !isEnded ? { to: last.at + FADE_DAYS, kind: 'fading' } : null,
  }
}

function stepsOf({ commitment, ledger }: Account, tone: string): ThreadStep[] {
  const { round, round_date, round_date_earliest: made, deadline, deadline_latest: due } = commitment
  const bare = { tone, line: 'solid' as const, wording: '' }
  const reports = ledger.entries.flatMap(({ reports }) => reports)
  const isOver = ledger.overdueSince !== null
  const steps = [
    {
      ...bare,
      at: made,
      shape: 'made',
      label: 'promised',
      words: `promised at ${round}, ${sayDate(round_date)}`,
    },
    ...reports.map(({ date, date_earliest, date_latest, title, reporter }) => ({
      ...bare,
      at: dayOf(date_earliest, date_latest),
      shape: 'delivered',
      label: 'reported',
      words: `${title}, ${sayDay(date)}${reporter ? `, reported by ${reporter}` : ''}`,
    })),
    {
      ...bare,
      at: due ?? OPEN,
      shape: isOver ? 'lapsed' : 'deadline',
      label: isOver ? 'overdue' : 'due',
      words: `due ${sayDate(deadline ?? '')}`,
    },
  ]
  return steps.filter(({ at }) => Math.abs(at) !== OPEN).sort((a, b) => a.at - b.at)
}

/** OPEN where nobody gave a day. */
function dayOf(earliest: number | null, latest: number | null): number {
  if (earliest === null || latest === null) return OPEN
  if (earliest === -OPEN) return latest
  return latest === OPEN ? earliest : Math.floor((earliest + latest) / 2)
}
