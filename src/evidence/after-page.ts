import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDay } from '../kernel/say-date.ts'
import { commitmentsOf, followUpsOf } from '../outcomes/reads.ts'
import { marks } from '../sources/evidence.ts'
import { fieldOf } from '../sources/field-ref.ts'
import { evidencePath } from '../sources/paths.ts'
import { statusesOfFields } from './field-reads.ts'
import type { Subject } from './subject-reads.ts'

/** What was reported on the commitments of an outcome, or on one commitment: kept apart from the claims. */
export async function reportedAfter(db: Db, { record, id }: Subject) {
  if (record !== 'outcome' && record !== 'commitment') return []
  const commitments = record === 'commitment' ? [id] : idsOf(await commitmentsOf(db, [id]))
  const followUps = await followUpsOf(db, commitments)
  const subjects = new Map([['follow_up', idsOf(followUps)]])
  const refOf = (id: number) => ({ record: 'follow_up', record_id: id, field: '' })
  const statuses = await statusesOfFields(
    db,
    followUps.map(({ id }) => refOf(id)),
    subjects,
  )
  return followUps.map((one) => ({
    date: sayDay(one.date),
    title: one.title,
    reporter: one.reporter ?? '',
    note: one.note ?? '',
    href: evidencePath('follow_up', one.id, null),
    mark: marks[statuses.get(fieldOf(refOf(one.id)))?.status ?? 'unsourced'],
  }))
}
