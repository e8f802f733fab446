import { civilDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'

/** A round as far as its column needs it. Days are counted from 1970-01-01. */
export interface ColumnRound {
  id: number
  track_id: number
  track: string
  date: string
  date_earliest: number
  status: string
  /** Where it was, in a word or two; may be empty. */
  place: string
}

export interface Column {
  /** Null for what was said at no round of the stretch. */
  roundId: number | null
  label: string
  /** With its year, for a list in which no heading says it. */
  fullLabel: string
  href: string
  note: string
  /** The first of its track. */
  opensTrack: boolean
}

/** The rounds of one track in one year, and behind them what was said between rounds. */
export interface Stretch {
  track: string
  year: string
  rounds: ColumnRound[]
}

/** Tracks by their first round, within each the years; where no round is known, one stretch without any. */
export function stretchesOf(rounds: ColumnRound[]): Stretch[] {
  const ordered = [...rounds].sort((a, b) => a.date_earliest - b.date_earliest || a.id - b.id)
  const tracks = [...groupBy(ordered, ({ track_id }) => track_id).values()]
  const stretches = tracks.flatMap((some) =>
    [...groupBy(some, ({ date_earliest }) => yearOf(date_earliest))].map(([year, rounds]) => ({
      track: rounds[0]?.track ?? '',
      year,
      rounds,
    })),
  )
  return stretches.length > 0 ? stretches : [{ track: '', year: '', rounds: [] }]
}

function yearOf(day: number): string {
  if (Math.abs(day) === OPEN) return ''
  const { year } = civilDate(day)
  return sayDate(year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'))
}

/** The stretch with the last round that had begun by that day; before all rounds, the first. */
export function stretchAt(stretches: Stretch[], day: number): Stretch | undefined {
  const begun = stretches
    .flatMap((stretch) => stretch.rounds.map((round) => ({ stretch, round })))
    .filter(({ round }) => round.date_earliest <= day)
    .sort((a, b) => a.round.date_earliest - b.round.date_earliest || a.round.id - b.round.id)
  return begun.at(-1)?.stretch ?? stretches[0]
}

/** The columns of a stretch; `between` are the days of what was said at no round, where anything was. */
export function columnsOf(stretches: Stretch[], stretch: Stretch, between: number[]): Column[] {
  const before = stretches[stretches.indexOf(stretch) - 1]
  const rounds = stretch.rounds.map((round) => ({
    roundId: round.id,
    label: withoutYear(sayDate(round.date), stretch.year),
    fullLabel: sayDate(round.date),
    href: `/rounds/${round.id}`,
    note: [round.place, round.status === 'held' ? '' : round.status].filter(Boolean).join(', '),
  }))
  const label = sayBetween(stretches, between)
  const apart = { roundId: null, label, fullLabel: label, href: '', note: '' }
  const columns = between.length > 0 || rounds.length === 0 ? [...rounds, apart] : rounds
  return columns.map((column, at) => ({
    ...column,
    opensTrack: at === 0 && before !== undefined && before.track !== stretch.track,
  }))
}

/** Under a heading that says the year. */
function withoutYear(date: string, year: string): string {
  return year !== '' && date.endsWith(` ${year}`) ? date.slice(0, -year.length - 1) : date
}

function sayBetween(stretches: Stretch[], days: number[]): string {
  const begun = stretches.flatMap(({ rounds }) => rounds.map(({ date_earliest }) => date_earliest))
  if (begun.length === 0) return 'at no round'
  if (days.every((day) => day >= Math.max(...begun))) return 'since then'
  return days.every((day) => day < Math.min(...begun)) ? 'before' : 'between rounds'
}
