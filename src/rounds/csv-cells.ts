import type { Db } from '../db/tables.ts'
import { boundCell } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { statusCells, statusColumns } from '../sources/status-cells.ts'
import type { Row } from '../web/table.ts'
import { censusOf } from './census/current.ts'
import type { RoundRow } from './list-reads.ts'
import { headsOf, thirdPartiesOf } from './seat-reads.ts'

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
  source_ids: 'Numbers of the sources cited for the round or a part of it, by semicolon',
  ...statusColumns,
  fields: 'How many fields of the round and its parts want a source',
} as const

export async function cellsOf(db: Db, rounds: RoundRow[]): Promise<Row[]> {
  const ids = idsOf(rounds)
  const [heads, thirdParties, census] = await Promise.all([
    headsOf(db, ids),
    thirdPartiesOf(db, ids),
    censusOf(db),
  ])
  const besides = groupBy(thirdParties, ({ round_id }) => round_id)
  return rounds.map((round) => {
    const sides = heads.get(round.id) ?? []
    const leading = sides.filter(({ role }) => role === 'head')
    const others = besides.get(round.id) ?? []
    // Read for this alone, so finished in place: a copy of forty columns would take as long as reading them.
    return Object.assign(round as Row, {
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
      source_ids: list(
        census
          .valuesOf(round.id, 'source')
          .map(Number)
          .sort((a, b) => a - b),
      ),
      ...statusCells(census.statusesOf(round.id)),
    })
  })
}

/** Each once, by semicolon. */
function list(cells: Array<string | number | null>): string {
  return [...new Set(cells.filter((cell) => cell !== null))].join('; ')
}
