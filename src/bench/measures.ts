/*
 * What is measured, in one table: where the application answers it, what the raw engine answers instead, and what is wanted.
 * Each turn asks for another record, so that no single one decides.
 */

/** The raw engine runs one statement of ours, or those that the application itself was seen to run. */
export type Raw = { sql: string; values: (turn: number) => Array<string | number> } | 'as the application'

export interface Measure {
  name: string
  /** The address at this turn, of a record of so many rounds. */
  path: (turn: number, rounds: number) => string
  /** Signed in as an editor. */
  isAtDesk?: true
  raw?: Raw
  /** At most so many times the raw engine. */
  goal?: number
}

const OVERVIEW = { from: '1945-01-01', to: '2026-12-31', first: -9131, last: 20_818, wide: 183 }
/** By then a list is full at any size: a page with less on it would take less. */
const KNOWN = '2015-01-01'
const NEAR = { from: '2014-03-01', to: '2014-03-31', first: 16_130, last: 16_160 }

/** Rounds 53, 106, 159 … */
const round = (turn: number, rounds: number) => 1 + ((53 * (1 + (turn % 18))) % rounds)
const process = (turn: number) => 2 + (turn % 15)
let years = 0
const another = () => 1800 + (years++ % 200)
const TOWNS = ['geneva', 'istanbul', 'oslo', 'vienna', 'doha', 'cairo', 'moscow'] as const
const town = (turn: number) => TOWNS[turn % TOWNS.length] ?? TOWNS[0]

export const measures: readonly Measure[] = [
  {
    name: 'a round',
    path: (turn, rounds) => `/rounds/${round(turn, rounds)}`,
    raw: 'as the application',
    goal: 3,
  },
  {
    name: 'timeline, eighty years',
    path: () => `/timeline.json?from=${OVERVIEW.from}&to=${OVERVIEW.to}`,
    raw: {
      sql: `select track_id, (date_earliest - ?) / ? as bin, count(*) as rounds from round
        where date_earliest between ? and ? and withdrawn is null group by 1, 2`,
      values: () => [OVERVIEW.first, OVERVIEW.wide, OVERVIEW.first, OVERVIEW.last],
    },
    goal: 3,
  },
  {
    name: 'timeline, a month',
    path: () => `/timeline.json?from=${NEAR.from}&to=${NEAR.to}`,
    raw: {
      sql: `select id, track_id, title, date, date_earliest, date_latest, status, format from round
        where date_earliest <= ? and date_latest >= ? and withdrawn is null order by date_earliest limit 500`,
      values: () => [NEAR.last, NEAR.first],
    },
    goal: 3,
  },
  { name: 'search', path: (turn) => `/search?q=${town(turn)}`, raw: 'as the application', goal: 3 },
  { name: 'home page', path: () => '/' },
  { name: 'all rounds', path: () => '/rounds' },
  { name: 'rounds with disputes', path: () => '/rounds?evidence=disputed' },
  // Nothing is kept of a question that nobody has asked before.
  {
    name: 'the same, each time since another year',
    path: () => `/rounds?evidence=disputed&from=${another()}`,
  },
  { name: 'all rounds, as known on a day', path: () => `/rounds?known=${KNOWN}` },
  { name: 'a round’s evidence', path: (turn, rounds) => `/rounds/${round(turn, rounds)}/evidence` },
  { name: 'a round’s history', path: (turn, rounds) => `/rounds/${round(turn, rounds)}/history` },
  { name: 'a process', path: (turn) => `/processes/:slug-${process(turn)}` },
  { name: 'all disputes', path: () => '/disputes' },
  { name: 'all disputes, as known on a day', path: () => `/disputes?known=${KNOWN}` },
  { name: 'recent changes', path: () => '/changes' },
  { name: 'the desk', path: () => '/desk', isAtDesk: true },
  { name: 'the form of a new round', path: () => '/rounds/new', isAtDesk: true },
  {
    name: 'the form of a round',
    path: (turn, rounds) => `/rounds/${round(turn, rounds)}/edit`,
    isAtDesk: true,
  },
]

export const CSV_PATH = '/rounds.csv'
/** The application's columns in one statement, for those who have only SQLite. */
export const CSV_SQL = `
  select round.id, process_id, process.title as process, track_id, track.title as track, ordinal, ordinal_label, round.title,
    round.date, round.date_earliest, round.date_latest, planned_start, start_time, start_exactness, end_time, end_exactness, zone,
    duration_minutes, duration_exactness, venue_id, venue.name as venue, city, country, latitude, longitude, format, round.status,
    language,
    (select group_concat(party_id, '; ') from delegation where round_id = round.id and withdrawn is null) as party_ids,
    (select group_concat(name, '; ') from delegation join party on party.id = party_id
      where round_id = round.id and delegation.withdrawn is null) as parties,
    (select group_concat(person_id, '; ') from delegation join delegate on delegation_id = delegation.id
      where round_id = round.id and role = 'head') as head_ids,
    (select group_concat(name, '; ') from delegation join delegate on delegation_id = delegation.id join person on person.id = person_id
      where round_id = round.id and role = 'head') as heads,
    (select group_concat(party_id, '; ') from third_party where round_id = round.id and withdrawn is null) as third_party_ids,
    (select group_concat(coalesce(person.name || ', ', '') || coalesce(party.name, '') || ' (' || role || ')', '; ') from third_party
      left join party on party.id = party_id left join person on person.id = person_id
      where round_id = round.id and third_party.withdrawn is null) as third_parties,
    round.summary, result,
    (select group_concat(distinct source_id) from claim where record = 'round' and record_id = round.id) as source_ids,
    (select count(*) from field_step where round_id = round.id and until = 1000000000) as fields,
    (select count(*) from field_step where round_id = round.id and until = 1000000000 and status = 'disputed') as fields_disputed,
    (select count(*) from field_step where round_id = round.id and until = 1000000000 and status = 'unsourced') as fields_unsourced
  from round join track on track.id = track_id join process on process.id = process_id left join venue on venue.id = venue_id
  where round.withdrawn is null order by round.date_earliest, round.id`
