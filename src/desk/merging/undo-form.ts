/* Two records that were taken for one are two again. */
import { recordNamed } from '../../catalogue/records.ts'
import { rowsAmong } from '../../catalogue/rows.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { Refusal } from '../../kernel/fault.ts'
import { idIn } from '../../web/request.ts'
import type { Form, FormKind } from '../form.ts'
import { processOfBoth } from '../process-above.ts'
import { reasonForm } from '../reason-form.ts'
import { theOne } from './pair.ts'
import { theMerger } from './reads.ts'
import { undoMerger } from './undo-writes.ts'

export const undoForms: FormKind[] = [
  { path: '/mergers/:id/undo', open: (db, { params }) => undoing(db, idIn(params.id)) },
]

async function undoing(db: Db, id: number): Promise<Form> {
  const merger = await theMerger(db, id)
  const kind = recordNamed(merger.record)
  if (!kind || merger.withdrawn !== null)
    throw new Refusal(410, `Merger ${id} was undone: ${merger.withdrawn}`)
  if (merger.parent_id !== null)
    throw new Refusal(
      409,
      `It came with merger ${merger.parent_id}: undo that one, and this one is undone with it.`,
    )
  const into = await theOne(db, kind, merger.into_id)
  const merged = (await rowsAmong(db, kind.name, [merger.record_id])).get(merger.record_id)
  const words = `${recordWords(kind.name).toLowerCase()} ${merger.record_id}`
  return reasonForm({
    title: `Undo the merging of ${words} into ${into.label}`,
    lead: `All that the merging changed reads again as before, in steps of their own; ${words} stands again under its old address. What was added to ${into.label} since stays there.`,
    crumbs: [{ label: into.label, href: into.href }],
    back: into.href,
    act: 'Undo the merging',
    version: Number(into.row.version),
    process_id: await processOfBoth(db, kind, merged ?? {}, into.row),
    async does(db, by, reason) {
      await undoMerger(db, by, kind, merger, reason)
      const { row, href } = await theOne(db, kind, merger.record_id)
      return { record: kind.name, id: row.id, leadsTo: href }
    },
  })
}
