/* The form that settles a field: the reading is made or changed, and with it, where asked, what the record says. */
import type { Db } from '../../db/tables.ts'
import type { Values } from '../../fields/kind.ts'
import { changeRecord, keepRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { type readingFields, readingRecord } from '../../sources/fields.ts'
import { type Subject, subjectIn } from '../claims/subject.ts'
import { draftOf, emptyDraft } from '../draft.ts'
import { readEntry } from '../entry.ts'
import type { Form, FormKind } from '../form.ts'
import { changedBeneath } from '../showing-writes.ts'
import { claimsOffered } from './offered.ts'
import { adoptions, readingPart } from './part.ts'
import { readingOf } from './reads.ts'
import { judgeReading } from './rules.ts'

export const readingForms: FormKind[] = [
  { path: '/readings/new', open: async (db, { query }) => settling(db, await subjectIn(db, query)) },
]

async function settling(db: Db, subject: Subject): Promise<Form> {
  const stands = await readingOf(db, subject)
  const begins = stands
    ? draftOf(readingPart, stands.id, { ...stands, adopt: adoptions[0] })
    : emptyDraft(readingPart)
  return {
    title: `Settle ${subject.title}`,
    lead: 'A rule and a reason, under your name and today’s date. It stays in the history and can be reverted.',
    crumbs: subject.crumbs,
    back: subject.evidence,
    act: 'Save the reading',
    part: readingPart,
    plan: [
      {
        heading: 'How the field reads',
        note: 'No claim is lost: accounts that contradict stay, and the field stays marked as disputed.',
        fields: ['rule', 'claim_id', 'adopt', 'reason', 'would_settle'],
      },
    ],
    begins,
    version: stands?.version ?? 0,
    suggestions: (db) => claimsOffered(db, subject),
    processOf: async () => subject.process_id,
    async write(db, by, draft, { faults }) {
      const { values } = readEntry(readingPart, draft, null, faults)
      const adopted = faults.size === 0 ? await judgeReading(db, subject, values, faults) : null
      if (faults.size > 0) return null
      const { adopt: _, ...decision } = values
      const id = await keepReading(db, by, subject, stands?.id ?? null, decision)
      if (adopted) {
        await changeRecord(db, by, subject.recordKind, subject.record_id, adopted, values.reason)
        await changedBeneath(db, subject.record, subject.record_id)
      }
      return { record: 'reading', id, leadsTo: subject.evidence }
    },
  }
}

async function keepReading(
  db: Db,
  by: Author,
  { record, record_id, field }: Subject,
  id: number | null,
  decision: Partial<Values<typeof readingFields>>,
): Promise<number> {
  const about = id === null ? { record, record_id, field } : {}
  const decided = { decided_by: by.who, decided: by.clock().toISOString().slice(0, 10) }
  return (await keepRecord(db, by, readingRecord, id, { ...about, ...decision, ...decided })).id
}
