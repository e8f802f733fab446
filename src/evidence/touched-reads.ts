import { type SqlBool, sql } from 'kysely'
import { rowsWith } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'

// SQLite takes 32,766 values in a statement; each id may be named seven times.
const AT_ONCE = 4000

/** What a claim or a reading was about before it changed: what the history has of it, else as it stands. */
const before = (column: string, table: string) =>
  sql`coalesce(json_extract(before, ${sql.lit(`$.${column}`)}), ${sql.ref(`${table}.${column}`)})`

interface Touched {
  record: string
  record_id: number
}

export async function lastRevision(db: Db): Promise<number> {
  const last = await db.selectFrom('revision').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return last?.id ?? 0
}

/**
 * Every record whose status may have changed with the revisions after this one, by its kind: what changed itself, what
 * a claim or reading that changed is about, whatever rests on a source or a name that changed, and all that belongs to
 * a round, proposal, outcome or delegation that changed.
 */
export async function touchedSince(db: Db, revision: number): Promise<Map<string, number[]>> {
  const { rows } = await sql<Touched>`
    with recursive changed as (select distinct record, record_id from revision not indexed where id > ${revision}),
    claims as (
      select record_id as id from changed where record = 'claim'
      union select claim_id from changed cross join relay on relay.id = record_id where changed.record = 'relay'),
    carrying (id) as (
      select record_id from changed where record = 'source'
      union select source.id from carrying join source on source.republishes_id = carrying.id)
    select record, record_id from changed where record not in ('claim', 'relay', 'reading', 'capture')
    union select claim.record, claim.record_id from claims cross join claim on claim.id = claims.id
    union select reading.record, reading.record_id from changed cross join reading on reading.id = changed.record_id
      where changed.record = 'reading'
    union select ${before('record', 'claim')}, ${before('record_id', 'claim')} from revision not indexed
      cross join claim on claim.id = revision.record_id
      where revision.id > ${revision} and revision.record = 'claim' and before is not null
    union select ${before('record', 'reading')}, ${before('record_id', 'reading')} from revision not indexed
      cross join reading on reading.id = revision.record_id
      where revision.id > ${revision} and revision.record = 'reading' and before is not null
    union select claim.record, claim.record_id from carrying cross join claim on claim.source_id = carrying.id
    union select field_step.record, field_step.record_id from changed cross join field_step on field_step.round_id = changed.record_id
      where changed.record = 'round'
    union select field_step.record, field_step.record_id from changed cross join field_step on field_step.process_id = changed.record_id
      where changed.record = 'process'
    union select field_step.record, field_step.record_id from changed cross join round on round.track_id = changed.record_id
      join field_step on field_step.round_id = round.id where changed.record = 'track'
    union select 'delegate', delegate.id from changed cross join delegate on delegation_id = changed.record_id
      where changed.record = 'delegation'
    union select 'commitment', commitment.id from changed cross join commitment on outcome_id = changed.record_id
      where changed.record = 'outcome'
    union select 'follow_up', follow_up.id from changed cross join commitment on outcome_id = changed.record_id
      join follow_up on commitment_id = commitment.id where changed.record = 'outcome'
    union select 'follow_up', follow_up.id from changed cross join follow_up on commitment_id = changed.record_id
      where changed.record = 'commitment'
    union select 'proposal_event', proposal_event.id from changed cross join proposal_event on proposal_id = changed.record_id
      where changed.record = 'proposal'
    union select 'proposal', proposal_id from changed cross join proposal_event on proposal_event.id = changed.record_id
      where changed.record = 'proposal_event'
    order by 1, 2`.execute(db)
  const named = [...(await touchedByName(db, revision)), ...(await touchedByNaming(db, revision))]
  const pointed = await pointedToBy(db, [...rows, ...named], revision)
  const groups = groupBy([...rows, ...named, ...pointed], ({ record }) => record)
  return new Map(
    [...groups].map(([record, some]) => [record, [...new Set(some.map(({ record_id }) => record_id))]]),
  )
}

/** What these records point to, or pointed to before, may be known earlier or later with them. */
async function pointedToBy(db: Db, touched: Touched[], revision: number): Promise<Touched[]> {
  const found = await pointedToBefore(db, revision)
  const tracks = [...touched, ...found].flatMap(({ record, record_id }) =>
    record === 'track' ? [record_id] : [],
  )
  found.push(...(await processesOf(db, tracks)))
  for (let from = 0; from < touched.length; from += AT_ONCE) {
    const of = groupBy(touched.slice(from, from + AT_ONCE), ({ record }) => record)
    const among = (record: string) =>
      sql.join([0, ...(of.get(record) ?? []).map(({ record_id }) => record_id)])
    const { rows } = await sql<Touched>`
      select 'venue' as record, venue_id as record_id from round where id in (${among('round')}) and venue_id is not null
      union select 'venue', venue_id from session where id in (${among('session')}) and venue_id is not null
      union select 'track', track_id from round where id in (${among('round')})
      union select 'process', process_id from round join track on track.id = track_id where round.id in (${among('round')})
      union select 'person', person_id from delegate where id in (${among('delegate')})
      union select 'person', person_id from third_party where id in (${among('third_party')}) and person_id is not null
      union select 'person', person_id from proposal_event where id in (${among('proposal_event')}) and person_id is not null
      union select 'proposal', proposal_id from proposal_event where id in (${among('proposal_event')})
      order by 1, 2`.execute(db)
    found.push(...rows)
  }
  return found
}

async function processesOf(db: Db, trackIds: number[]): Promise<Touched[]> {
  const tracks = await db.selectFrom('track').select('process_id').where('id', 'in', trackIds).execute()
  return tracks.map(({ process_id }) => ({ record: 'process', record_id: process_id }))
}

const pointing: Record<string, string> = {
  round_id: 'round',
  venue_id: 'venue',
  track_id: 'track',
  person_id: 'person',
  proposal_id: 'proposal',
  process_id: 'process',
}

/** The values that columns had before they changed stand in the history. */
async function pointedToBefore(db: Db, revision: number): Promise<Touched[]> {
  const changes = await db
    .selectFrom('revision')
    .select('before')
    .where('id', '>', revision)
    .where('before', 'is not', null)
    .orderBy('id')
    .execute()
  return changes.flatMap(({ before }) =>
    Object.entries(JSON.parse(before ?? '{}')).flatMap(([column, id]) =>
      pointing[column] && typeof id === 'number' ? [{ record: pointing[column], record_id: id }] : [],
    ),
  )
}

/** A name, or a further one, makes two accounts one: whatever points to who or what bears it. */
async function touchedByName(db: Db, revision: number): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with renamed as (select record, record_id from revision where id > ${revision} and +record in ('person', 'party', 'venue', 'office', 'name')),
    bearer as (
      select person_id, party_id, venue_id, null as office_id from renamed join name on name.id = record_id where record = 'name'
      union select case record when 'person' then record_id end, case record when 'party' then record_id end,
        case record when 'venue' then record_id end, case record when 'office' then record_id end from renamed where record <> 'name')
    select 'delegate' as record, delegate.id as record_id from bearer cross join delegate on delegate.person_id = bearer.person_id
    union select 'delegate', delegate.id from bearer cross join delegate on delegate.office_id = bearer.office_id
    union select 'third_party', third_party.id from bearer cross join third_party on third_party.person_id = bearer.person_id
    union select 'third_party', third_party.id from bearer cross join third_party on third_party.party_id = bearer.party_id
    union select 'third_party', third_party.id from bearer cross join third_party on third_party.office_id = bearer.office_id
    union select 'delegation', delegation.id from bearer cross join delegation on delegation.party_id = bearer.party_id
    union select 'round', round.id from bearer cross join round on round.venue_id = bearer.venue_id
    union select 'session', session.id from bearer cross join session on session.venue_id = bearer.venue_id
    union select 'proposal_event', proposal_event.id from bearer cross join proposal_event on proposal_event.person_id = bearer.person_id
    union select 'proposal_event', proposal_event.id from bearer cross join proposal_event on proposal_event.party_id = bearer.party_id
    union select 'position', position.id from bearer cross join position on position.party_id = bearer.party_id
    union select 'office', office.id from bearer cross join office on office.person_id = bearer.person_id
    union select 'office', office.id from bearer cross join office on office.party_id = bearer.party_id
    union select 'proposal', proposal.id from bearer cross join proposal on proposal.proposer_id = bearer.party_id
    union select 'proposal', proposal.id from bearer cross join proposal on proposal.addressee_id = bearer.party_id
    union select 'document', document.id from bearer cross join document on document.party_id = bearer.party_id
    union select 'commitment', commitment.id from bearer cross join commitment on commitment.debtor_id = bearer.party_id
    union select 'commitment', commitment.id from bearer cross join commitment on commitment.creditor_id = bearer.party_id
    union select 'follow_up', follow_up.id from bearer cross join follow_up on follow_up.reporter_id = bearer.party_id`.execute(
    db,
  )
  return rows
}

/** Fields in which claims name a person, party or venue, by what it is. */
const naming = {
  person: ['person_id'],
  party: ['party_id', 'proposer_id', 'addressee_id', 'debtor_id', 'creditor_id', 'reporter_id'],
  venue: ['venue_id'],
} as const

/** A claim may have named somebody before the record knew them, or by a name that they no longer bear. */
async function touchedByNaming(db: Db, revision: number): Promise<Touched[]> {
  const found: Touched[] = []
  for (const [record, fields] of Object.entries(naming)) {
    const names = await namesChanged(db, revision, record)
    if (names.size === 0) continue
    const claims = await db
      .selectFrom('claim')
      .select(['record', 'record_id', 'value'])
      .where('field', 'in', [...fields])
      // Word for word what the index is limited to, or SQLite passes it by.
      .where(
        sql<SqlBool>`field in (${sql.join(
          Object.values(naming)
            .flat()
            .map((one) => sql.lit(one)),
        )})`,
      )
      .where('withdrawn', 'is', null)
      .execute()
    found.push(...claims.filter(({ value }) => value !== null && names.has(fold(value))))
  }
  return found.map(({ record, record_id }) => ({ record, record_id }))
}

/**
 * Names given or taken away since the revision, folded: a record's own, and further ones. What was withdrawn, restored
 * or moved to another bearer has its name in the table alone.
 */
async function namesChanged(db: Db, revision: number, record: string): Promise<Set<string>> {
  const changes = await db
    .selectFrom('revision')
    .select(['record', 'record_id', 'before', 'after'])
    .where('id', '>', revision)
    .where(sql<string>`+record`, 'in', [record, 'name'])
    .orderBy('id')
    .execute()
  const values = changes.flatMap(({ before, after }) => [
    JSON.parse(before ?? '{}'),
    JSON.parse(after ?? '{}'),
  ])
  for (const [of, some] of groupBy(changes, (change) => change.record))
    values.push(...(await rowsWith(db, of, 'id', [...new Set(some.map(({ record_id }) => record_id))])))
  return new Set(values.flatMap(({ name }) => (typeof name === 'string' ? [fold(name)] : [])))
}
