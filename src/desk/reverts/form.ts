/* One step of the history is undone here. */
import { recordNamed } from '../../catalogue/records.ts'
import { rowsAmong } from '../../catalogue/rows.ts'
import { fieldWords, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { Refusal } from '../../kernel/fault.ts'
import { counted } from '../../kernel/words.ts'
import { evidencePath } from '../../sources/paths.ts'
import { idIn } from '../../web/request.ts'
import type { Form, FormKind } from '../form.ts'
import { processOfBoth } from '../process-above.ts'
import { reasonForm } from '../reason-form.ts'
import { aboutOf, type Revision, theRevision } from './reads.ts'
import { revert, whyNot } from './revert.ts'

export const revertForms: FormKind[] = [
  { path: '/revisions/:id/revert', open: (db, { params }) => reverting(db, idIn(params.id)) },
]

async function reverting(db: Db, id: number): Promise<Form> {
  const revision = await theRevision(db, id)
  const refused = whyNot(revision)
  if (refused) throw new Refusal(409, refused)
  const { record, record_id, field } = await aboutOf(db, revision)
  const back = evidencePath(record, record_id, field)
  const about = `${recordWords(revision.record)} ${revision.record_id}`
  return reasonForm({
    title: `Revert revision ${id}`,
    lead: `${about}, ${whatOf(revision)}, by ${revision.who}. Reverting is a revision of its own: nothing leaves the history.`,
    crumbs: [{ label: about, href: back }],
    back,
    act: 'Revert it',
    version: 0,
    process_id: await processOfStep(db, revision),
    async does(db, by, reason) {
      await revert(db, by, id, reason)
      return { record: revision.record, id: revision.record_id, leadsTo: back }
    },
  })
}

/** Undone, a step may move its record back into another process. */
async function processOfStep(db: Db, { record, record_id, before }: Revision): Promise<number | null> {
  const kind = recordNamed(record)
  const row = (await rowsAmong(db, record, [record_id])).get(record_id)
  return kind && row ? processOfBoth(db, kind, row, { ...row, ...JSON.parse(before ?? '{}') }) : null
}

function whatOf({ record, action, after }: Revision): string {
  if (action !== 'changed') return action
  const fields = Object.keys(JSON.parse(after ?? '{}')).map((field) => fieldWords(record, field))
  return `${counted(fields.length, 'field')} changed: ${fields.join(', ')}`
}
