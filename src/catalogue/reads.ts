import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'

/** What a record is called, and where a reader finds it. */
export interface Place {
  record: string
  id: number
  label: string
  /** The round it is part of; null for what stands by itself. */
  round_id: number | null
  round: string | null
  /** The kind of page it has, or is shown on, and that page's key; null where it is part of a round. */
  page: 'people' | 'parties' | 'venues' | 'sources' | 'processes' | 'proposals' | 'issues' | null
  page_key: string | null
}

const none = sql`null, null`

/** For each kind of record: its id, its name, its round, its page and that page's key. */
const places: Record<string, RawBuilder<unknown>> = {
  round: sql`one.id, one.title, one.id, ${none} from round one`,
  session: sql`one.id, one.title, round_id, ${none} from session one`,
  delegation: sql`one.id, party.name, round_id, ${none} from delegation one join party on party.id = party_id`,
  delegate: sql`one.id, person.name, round_id, ${none} from delegate one
    join delegation on delegation.id = delegation_id join person on person.id = person_id`,
  third_party: sql`one.id, coalesce(person.name, party.name), round_id, ${none} from third_party one
    left join person on person.id = person_id left join party on party.id = party_id`,
  proposal: sql`one.id, one.title, null, 'proposals', one.id from proposal one`,
  proposal_event: sql`one.id, verb || ': ' || proposal.title, round_id, 'proposals', proposal_id from proposal_event one
    join proposal on proposal.id = proposal_id`,
  proposal_issue: sql`one.id, issue.title || ': ' || proposal.title, null, 'proposals', proposal_id from proposal_issue one
    join proposal on proposal.id = proposal_id join issue on issue.id = issue_id`,
  position: sql`one.id, party.name || ', ' || issue.title, round_id, 'issues', issue.code from position one
    join party on party.id = party_id join issue on issue.id = issue_id`,
  outcome: sql`one.id, one.title, round_id, ${none} from outcome one`,
  commitment: sql`one.id, one.title, round_id, ${none} from commitment one join outcome on outcome.id = outcome_id`,
  follow_up: sql`one.id, one.title, round_id, ${none} from follow_up one
    join commitment on commitment.id = commitment_id join outcome on outcome.id = outcome_id`,
  document: sql`one.id, one.title, round_id, 'processes', slug from document one join process on process.id = process_id`,
  process: sql`one.id, one.title, null, 'processes', slug from process one`,
  track: sql`one.id, one.title, null, 'processes', slug from track one join process on process.id = process_id`,
  issue: sql`one.id, one.title, null, 'issues', code from issue one`,
  venue: sql`one.id, one.name, null, 'venues', one.id from venue one`,
  party: sql`one.id, one.name, null, 'parties', one.id from party one`,
  person: sql`one.id, one.name, null, 'people', one.id from person one`,
  office: sql`one.id, one.title || ', ' || person.name, null, 'people', person_id from office one
    join person on person.id = person_id`,
  name: sql`one.id, one.name, null, case when venue_id is not null then 'venues' when party_id is not null then 'parties' else 'people' end,
    coalesce(venue_id, party_id, person_id) from name one`,
  source: sql`one.id, publisher, null, 'sources', one.id from source one`,
}

/** By kind and number, as in "round 1001". */
export function placesByKey(places: Place[]): Map<string, Place> {
  return new Map(places.map((place) => [`${place.record} ${place.id}`, place]))
}

/** Names and places of records of any kind, in one question. */
export async function placesOf(db: Db, subjects: Map<string, number[]>): Promise<Place[]> {
  const asked = [...subjects].flatMap(([record, ids]) => {
    const place = places[record]
    return place ? [sql`select ${record}, ${place} where one.id in (${sql.join(ids)})`] : []
  })
  if (asked.length === 0) return []
  const { rows } = await sql<Place>`
    with place (record, id, label, round_id, page, page_key) as (${sql.join(asked, sql` union all `)})
    select place.*, round.title as round from place left join round on round.id = round_id
    order by record, place.id`.execute(db)
  return rows
}
