import { type SqlBool, sql } from 'kysely'
import type { Db, Read } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import type { Status } from '../sources/status.ts'
import type { CommitmentFilter } from './filter.ts'

/** A commitment with the round that it was made at. */
export type CommitmentRow = Read<typeof commitmentsWithIds>[number]

type Asked = Pick<CommitmentFilter, 'process' | 'party'>

/** Those that stand and are asked for, whatever their state, newest round first; `after` continues behind a row. */
export async function commitmentsPage(
  db: Db,
  { process, party }: Asked,
  { limit, offset = 0, after }: { limit: number; offset?: number; after?: CommitmentRow },
): Promise<CommitmentRow[]> {
  // A cross join keeps SQLite to this order: along the rounds by date, so that a page ends when it is full.
  let query = db
    .selectFrom('round')
    .crossJoin('outcome')
    .crossJoin('commitment')
    .whereRef('outcome.round_id', '=', 'round.id')
    .whereRef('commitment.outcome_id', '=', 'outcome.id')
    .where('round.withdrawn', 'is', null)
    .where('outcome.withdrawn', 'is', null)
    .where('commitment.withdrawn', 'is', null)
  if (process !== null) query = query.where('round.track_id', 'in', tracksIn(db, process))
  if (party !== null)
    query = query.where((of) => of.or([of('debtor_id', '=', party), of('creditor_id', '=', party)]))
  if (after) query = query.where(behind(after))
  const found = await query
    .select('commitment.id')
    .orderBy('round.date_earliest', 'desc')
    .orderBy('round.id', 'desc')
    .orderBy('commitment.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const rows = new Map((await commitmentsWithIds(db, idsOf(found))).map((row) => [row.id, row]))
  return found.flatMap(({ id }) => rows.get(id) ?? [])
}

function tracksIn(db: Db, slug: string) {
  return db
    .selectFrom('process')
    .innerJoin('track', 'track.process_id', 'process.id')
    .where('process.slug', '=', slug)
    .select('track.id')
}

function behind({ round_date_earliest: day, round_id, id }: CommitmentRow) {
  return sql<SqlBool>`(round.date_earliest, round.id) <= (${day}, ${round_id})
    and not (round.id = ${round_id} and commitment.id <= ${id})`
}

/** @throws Refusal 404 or 410 */
export async function theCommitment(db: Db, id: number): Promise<CommitmentRow> {
  const [row] = await commitmentsWithIds(db, [id])
  if (!row) notFound('commitment', id)
  if (row.withdrawn !== null) gone('commitment', id, row.withdrawn)
  return row
}

/** These commitments, withdrawn ones too, each with the round that it was made at. */
export function commitmentsWithIds(db: Db, ids: number[]) {
  return db
    .selectFrom('commitment')
    .innerJoin('outcome', 'outcome.id', 'commitment.outcome_id')
    .innerJoin('round', 'round.id', 'outcome.round_id')
    .innerJoin('track', 'track.id', 'round.track_id')
    .innerJoin('process', 'process.id', 'track.process_id')
    .leftJoin('party as debtor', 'debtor.id', 'commitment.debtor_id')
    .leftJoin('party as creditor', 'creditor.id', 'commitment.creditor_id')
    .where('commitment.id', 'in', ids)
    .selectAll('commitment')
    .select([
      'outcome.title as outcome',
      'outcome.wording',
      'outcome.level',
      'round.id as round_id',
      'round.title as round',
      'round.date as round_date',
      'round.date_earliest as round_date_earliest',
      'process.id as process_id',
      'process.slug as process_slug',
      'process.title as process',
      'debtor.name as debtor',
      'debtor.code as debtor_code',
      'creditor.name as creditor',
      'creditor.code as creditor_code',
    ])
    .orderBy('commitment.id')
    .execute()
}

interface StatusLine {
  record: string
  record_id: number
  field: string
  status: Status
  origins: number
}

/** How well each field of these commitments and follow-ups is sourced; ask it for one record. */
export async function statusesOf(db: Db, commitmentIds: number[], followUpIds: number[]) {
  const of = (record: 'commitment' | 'follow_up', ids: number[]): Promise<StatusLine[]> =>
    db
      .selectFrom('field_status')
      .select(['record', 'record_id', 'field', 'status', 'origins'])
      .where('record', '=', record)
      .where('record_id', 'in', ids)
      .orderBy('record_id')
      .orderBy('field')
      .execute()
  const rows = [...(await of('commitment', commitmentIds)), ...(await of('follow_up', followUpIds))]
  const byRecord = groupBy(rows, ({ record, record_id }) => `${record} ${record_id}`)
  return (record: string, id: number): StatusLine[] => byRecord.get(`${record} ${id}`) ?? []
}
