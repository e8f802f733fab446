import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** FTS5; rowid is the id of a round. */
    search: { rowid: number; words: string }
  }
}

interface Words {
  id: number
  text: string | null
}

/** Gathers anew the words by which rounds are found: their own, and the names of places, parties and people in them. */
export async function indexRounds(db: Db, ids: number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 200) {
    const some = ids.slice(from, from + 200)
    const words = await wordsOf(db, some)
    await db.deleteFrom('search').where('rowid', 'in', some).execute()
    await db
      .insertInto('search')
      .values(
        [...words].map(([rowid, parts]) => ({
          rowid,
          words: fold(parts.map(({ text }) => text).join(' \n ')),
        })),
      )
      .execute()
  }
}

/** A withdrawn round is found no more. */
export async function forgetRounds(db: Db, ids: number[]): Promise<void> {
  await db.deleteFrom('search').where('rowid', 'in', ids).execute()
}

async function wordsOf(db: Db, ids: number[]): Promise<Map<number, Words[]>> {
  const among = sql.join(ids)
  const { rows } = await sql<Words>`
    with
      place as (
        select id, venue_id from round where id in (${among}) and venue_id is not null
        union select round_id, venue_id from session where round_id in (${among}) and venue_id is not null and withdrawn is null),
      side as (
        select round_id as id, party_id from delegation where round_id in (${among}) and withdrawn is null
        union select round_id, party_id from third_party where round_id in (${among}) and party_id is not null and withdrawn is null),
      present as (
        select delegation.round_id as id, person_id from delegation join delegate on delegate.delegation_id = delegation.id
          where delegation.round_id in (${among}) and delegation.withdrawn is null and delegate.withdrawn is null
        union select round_id, person_id from third_party where round_id in (${among}) and person_id is not null and withdrawn is null)
    select round.id, concat_ws(' ', round.title, ordinal_label, round.summary, result, track.title, process.title, conflict_name) as text
      from round join track on track.id = track_id join process on process.id = process_id where round.id in (${among})
    union all select place.id, concat_ws(' ', name, city) from place cross join venue on venue.id = place.venue_id
    union all select place.id, name from place cross join name on name.venue_id = place.venue_id and name.withdrawn is null
    union all select side.id, concat_ws(' ', name, code) from side cross join party on party.id = side.party_id
    union all select side.id, name from side cross join name on name.party_id = side.party_id and name.withdrawn is null
    union all select present.id, name from present cross join person on person.id = present.person_id
    union all select present.id, name from present cross join name on name.person_id = present.person_id and name.withdrawn is null
    union all select round_id, proposal.title from proposal_event join proposal on proposal.id = proposal_id
      where round_id in (${among}) and proposal_event.withdrawn is null and proposal.withdrawn is null
    union all select round_id, title from outcome where round_id in (${among}) and withdrawn is null
  `.execute(db)
  return groupBy(rows, ({ id }) => id)
}
