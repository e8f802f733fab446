import { stringify } from 'csv-stringify/sync'
import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { isoDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { Refusal } from '../kernel/fault.ts'
import { groupBy } from '../kernel/group.ts'
import type { Filter } from './filter.ts'
import { headsOf, type RoundRow, roundsPage, sourceIdsOf, thirdPartiesOf } from './list-reads.ts'

const AT_ONCE = 500
export const flavours = ['plain', 'spreadsheet'] as const
type Flavour = (typeof flavours)[number]

/** The columns of a list of rounds: what each is called and what stands in it. */
export const csvColumns = {
  id: 'Number of the round',
  process_id: 'Number of the process',
  process: 'Title of the process',
  track_id: 'Number of the track',
  track: 'Title of the track',
  ordinal: 'Number within the track',
  ordinal_label: 'Number as reported',
  title: 'Title',
  date: 'Date, EDTF',
  date_earliest: 'First day it may mean, ISO 8601; empty where open',
  date_latest: 'Last day it may mean, ISO 8601; empty where open; that of the start where no end was given',
  planned_start: 'Planned start, local time',
  start_time: 'Start, local time',
  start_exactness: 'exact, about, before or after',
  end_time: 'End, local time',
  end_exactness: 'exact, about, before or after',
  zone: 'IANA time zone of the clock times',
  duration_minutes: 'Length in minutes',
  duration_exactness: 'exact, about, at least, at most, more than, less than',
  venue_id: 'Number of the venue',
  venue: 'Name of the venue',
  city: 'City',
  country: 'ISO 3166-1 alpha-2',
  latitude: 'Degrees north, WGS 84',
  longitude: 'Degrees east, WGS 84',
  format: 'Format',
  status: 'held, scheduled, postponed, rescheduled or cancelled',
  language: 'Language of the talks',
  party_ids: 'Numbers of the parties with a delegation, by semicolon',
  parties: 'Their names, by semicolon',
  head_ids: 'Numbers of the heads of delegation, by semicolon',
  heads: 'Their names, by semicolon',
  third_party_ids: 'Numbers of third parties, by semicolon',
  third_parties: 'Their names and roles, by semicolon',
  summary: 'Summary',
  result: 'Result',
  source_ids: 'Numbers of the sources cited for the round, by semicolon',
} as const

/**
 * Sends all rounds that meet the filter, page by page along the index: never in memory whole, never a long stop,
 * never faster than the reader takes them.
 */
export async function sendRoundsCsv(req: Request, res: Response, db: Db, filter: Filter): Promise<void> {
  const flavour = flavourOf(req.query.flavour)
  const name = `parley-${req.path
    .replace(/\.csv$/, '')
    .split('/')
    .filter(Boolean)
    .join('-')}.csv`
  res.type('text/csv; charset=utf-8').attachment(name).set('Cache-Control', 'no-cache')
  res.write((flavour === 'spreadsheet' ? '\uFEFF' : '') + line([Object.keys(csvColumns)], flavour))
  let after: RoundRow | undefined
  for (;;) {
    const rounds = await roundsPage(db, { ...filter, page: 1 }, { limit: AT_ONCE, after })
    if (rounds.length === 0 || res.destroyed) break
    const isTaken = res.write(line(await cellsOf(db, rounds), flavour))
    if (!isTaken) await drained(res)
    await new Promise(setImmediate)
    after = rounds.at(-1)
  }
  res.end()
}

function flavourOf(given: unknown): Flavour {
  const flavour = flavours.find((name) => name === (given ?? 'plain'))
  if (!flavour)
    throw new Refusal(400, `There is no such flavour of CSV. The flavours are ${flavours.join(', ')}.`)
  return flavour
}

/** Waits until the reader has taken what was sent, or has gone. */
function drained(res: Response): Promise<void> {
  return new Promise((resolve) => {
    res.once('drain', resolve)
    res.once('close', resolve)
  })
}

async function cellsOf(db: Db, rounds: RoundRow[]): Promise<Array<Record<string, unknown>>> {
  const ids = rounds.map(({ id }) => id)
  const [heads, thirdParties, sources] = await Promise.all([
    headsOf(db, ids),
    thirdPartiesOf(db, ids),
    sourceIdsOf(db, ids),
  ])
  const besides = groupBy(thirdParties, ({ round_id }) => round_id)
  const list = (cells: Array<string | number | null>) =>
    [...new Set(cells.filter((cell) => cell !== null))].join('; ')
  return rounds.map((round) => {
    const sides = heads.get(round.id) ?? []
    const leading = sides.filter(({ role }) => role === 'head')
    const others = besides.get(round.id) ?? []
    return {
      ...round,
      date_earliest: boundCell(round.date_earliest),
      date_latest: boundCell(round.date_latest),
      party_ids: list(sides.map(({ party_id }) => party_id)),
      parties: list(sides.map(({ party }) => party)),
      head_ids: list(leading.map(({ person_id }) => person_id)),
      heads: list(leading.map(({ person }) => person)),
      third_party_ids: list(others.map(({ party_id }) => party_id)),
      third_parties: list(
        others.map(({ party, person, role }) => `${[person, party].filter(Boolean).join(', ')} (${role})`),
      ),
      source_ids: list(sources.get(round.id) ?? []),
    }
  })
}

function boundCell(day: number): string {
  return Math.abs(day) === OPEN ? '' : isoDate(day)
}

function line(rows: unknown[], flavour: Flavour): string {
  const isPlain = flavour === 'plain'
  return stringify(rows as Record<string, unknown>[], {
    columns: Object.keys(csvColumns),
    record_delimiter: isPlain ? '\n' : '\r\n',
    // Else a bare line end of the other kind ends the row for some readers, and a semicolon the cell for spreadsheets.
    quoted_match: isPlain ? /[\r\n]/ : /[\r\n;]/,
    cast: isPlain ? {} : { string: guardFormula },
  })
}

/** A spreadsheet runs what begins with one of these, wide letters too; an apostrophe makes it text (OWASP, CSV injection). */
function guardFormula(cell: string): string {
  return /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell) ? `'${cell}` : cell
}
