import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { raiseVersion } from '../history/record-writes.ts'
import { roundRecord } from '../rounds/fields.ts'
import { claimRecord } from '../sources/fields.ts'

/**
 * A part changed by itself, not through the form that shows it: whoever has that form open must see that it changed. `before` are the rounds that showed it until now.
 */
export async function changedBeneath(
  db: Db,
  record: string,
  id: number,
  before: number[] = [],
): Promise<void> {
  if (record === 'relay') return raiseVersion(db, claimRecord, await claimsOfLink(db, id))
  const rounds = [...new Set([...before, ...(await roundsShowing(db, record, id))])]
  const typed = rounds.filter((round) => record !== 'round' || round !== id)
  for (let from = 0; from < typed.length; from += AT_ONCE)
    await raiseVersion(db, roundRecord, typed.slice(from, from + AT_ONCE))
}

/** As `changedBeneath`, of records that were merged into one or are two again. */
export async function shownAnew(db: Db, kind: RecordKind, standing: number[]): Promise<void> {
  await raiseVersion(db, kind, standing)
  for (const id of standing) await changedBeneath(db, kind.name, id)
}

const AT_ONCE = 1000

/** Of what many rounds share, what they show of it; of any other kind, all. */
const shownOf: Record<string, string[]> = {
  venue: ['name', 'city'],
  party: ['name', 'code'],
  person: ['name'],
  office: ['title'],
}

/** Whether rounds show any of this: "venue.city". */
export function isShownInRounds(touched: Iterable<string>): boolean {
  return [...touched].some((one) => {
    const [record = '', field = '*'] = one.split('.')
    return field === '*' || (shownOf[record]?.includes(field) ?? true)
  })
}

/** The rounds that stand and show a record in their form. */
export async function roundsShowing(db: Db, record: string, id: number): Promise<number[]> {
  const asked = showing[record]?.(sql`${id}`)
  if (!asked) return []
  const { rows } = await sql<{ id: number }>`with shown (id) as (${asked})
    select round.id from round where id in (select id from shown) and withdrawn is null order by round.id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

type Asked = RawBuilder<unknown>

/** Where a record belongs to a round through a column of its own, or through what it is part of. */
const showing: Record<string, (id: Asked) => Asked> = {
  round: (id) => sql`select ${id}`,
  session: (id) => sql`select round_id from session where id = ${id}`,
  delegation: (id) => sql`select round_id from delegation where id = ${id}`,
  delegate: (id) => sql`select round_id from delegate join delegation on delegation.id = delegation_id
    where delegate.id = ${id}`,
  third_party: (id) => sql`select round_id from third_party where id = ${id}`,
  proposal: (id) => sql`select round_id from proposal_event where proposal_id = ${id}`,
  proposal_event: (id) => sql`select round_id from proposal_event where id = ${id}`,
  outcome: (id) => sql`select round_id from outcome where id = ${id}`,
  commitment: (id) => sql`select round_id from commitment join outcome on outcome.id = outcome_id
    where commitment.id = ${id}`,
  venue: atVenue,
  party: ofParty,
  person: ofPerson,
  office: (
    id,
  ) => sql`select round_id from delegate join delegation on delegation.id = delegation_id where office_id = ${id}
    union select round_id from third_party where office_id = ${id}`,
  name: (id) => sql`${atVenue(sql`(select venue_id from name where id = ${id})`)}
    union ${ofParty(sql`(select party_id from name where id = ${id})`)}
    union ${ofPerson(sql`(select person_id from name where id = ${id})`)}`,
}

function atVenue(id: Asked): Asked {
  return sql`select id from round where venue_id = ${id} union select round_id from session where venue_id = ${id}`
}

function ofPerson(id: Asked): Asked {
  return sql`select round_id from delegate join delegation on delegation.id = delegation_id where person_id = ${id}
    union select round_id from third_party where person_id = ${id}`
}

function ofParty(id: Asked): Asked {
  return sql`select round_id from delegation where party_id = ${id}
    union select round_id from third_party where party_id = ${id}
    union select round_id from proposal_event where party_id = ${id}
    union select round_id from proposal join proposal_event on proposal_id = proposal.id where proposer_id = ${id}
    union select round_id from proposal join proposal_event on proposal_id = proposal.id where addressee_id = ${id}
    union select round_id from commitment join outcome on outcome.id = outcome_id where debtor_id = ${id}
    union select round_id from commitment join outcome on outcome.id = outcome_id where creditor_id = ${id}`
}

async function claimsOfLink(db: Db, id: number): Promise<number[]> {
  const links = await db.selectFrom('relay').select('claim_id').where('id', '=', id).execute()
  return links.map(({ claim_id }) => claim_id)
}
