import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

export function outcomesOf(db: Db, roundId: number) {
  return db
    .selectFrom('outcome')
    .leftJoin('document', 'document.id', 'outcome.document_id')
    .where('outcome.round_id', '=', roundId)
    .where('outcome.withdrawn', 'is', null)
    .selectAll('outcome')
    .select('document.title as document')
    .orderBy('outcome.id')
    .execute()
}

export function commitmentsOf(db: Db, outcomeIds: number[]) {
  return db
    .selectFrom('commitment')
    .leftJoin('party as debtor', 'debtor.id', 'commitment.debtor_id')
    .leftJoin('party as creditor', 'creditor.id', 'commitment.creditor_id')
    .where('outcome_id', 'in', outcomeIds)
    .where('commitment.withdrawn', 'is', null)
    .selectAll('commitment')
    .select([
      'debtor.name as debtor',
      'debtor.code as debtor_code',
      'creditor.name as creditor',
      'creditor.code as creditor_code',
    ])
    .orderBy('outcome_id')
    .orderBy('commitment.id')
    .execute()
}

/** What is reported on these commitments. Read as of an earlier day, a report whose date may be later says so. */
export function followUpsOf(db: Db, commitmentIds: number[]) {
  return db
    .selectFrom('follow_up')
    .leftJoin('party', 'party.id', 'follow_up.reporter_id')
    .where('commitment_id', 'in', commitmentIds)
    .where('follow_up.withdrawn', 'is', null)
    .selectAll('follow_up')
    .select(['party.name as reporter', 'party.code as reporter_code'])
    .select(sql<0 | 1>`coalesce(date_latest > (select day from as_of), 0)`.as('may_be_later'))
    .orderBy('commitment_id')
    .orderBy('follow_up.date_earliest')
    .orderBy('follow_up.id')
    .execute()
}

export function documentsAt(db: Db, roundId: number) {
  return documentQuery(db).where('document.round_id', '=', roundId).execute()
}

/** The documents of a process, the first 500. */
export function documentsIn(db: Db, processId: number) {
  return documentQuery(db).where('document.process_id', '=', processId).limit(500).execute()
}

function documentQuery(db: Db) {
  return db
    .selectFrom('document')
    .leftJoin('party', 'party.id', 'document.party_id')
    .leftJoin('round', 'round.id', 'document.round_id')
    .where('document.withdrawn', 'is', null)
    .selectAll('document')
    .select(['party.name as party', 'round.title as round'])
    .orderBy('document.date_earliest')
    .orderBy('document.id')
}
