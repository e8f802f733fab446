/* The form by which a withdrawn record stands again. */
import { type AnyRow, rowsAmong } from '../../catalogue/rows.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { restoreRecord } from '../../history/record-writes.ts'
import { notFound, Refusal } from '../../kernel/fault.ts'
import type { Form } from '../form.ts'
import { endMergers } from '../merging/merge-writes.ts'
import type { Entry } from '../part.ts'
import { processAbove } from '../process-above.ts'
import { reasonForm } from '../reason-form.ts'
import { changedBeneath } from '../showing-writes.ts'
import { Labels } from './labels.ts'
import { type Outline, refersTo } from './outline.ts'
import { foundOf, listOf } from './places.ts'
import { judgeRow } from './rules.ts'
import { goingWith } from './withdraw.ts'

export async function restoring(db: Db, outline: Outline, id: number): Promise<Form> {
  const { kind } = outline
  const words = recordWords(kind.name).toLowerCase()
  const row = (await rowsAmong(db, kind.name, [id])).get(id)
  if (!row) notFound(kind.name, id)
  if (row.withdrawn === null)
    throw new Refusal(409, `The ${words} ${id} stands: there is nothing to restore.`)
  const { name, home } = await foundOf(db, kind.name, row)
  return reasonForm({
    title: `Restore ${name}`,
    lead: `It was withdrawn: ${row.withdrawn}. It stands again as it was, with what left together with it.`,
    crumbs: [listOf(kind.name)],
    back: listOf(kind.name).href,
    act: `Restore the ${words}`,
    version: Number(row.version),
    process_id: await processAbove(db, kind, row),
    async does(db, by, reason) {
      await refuseWhere(db, outline, row)
      // The outermost first, so that nothing ever stands in what does not.
      for (const one of (await goingWith(db, outline, [id], String(row.withdrawn))).reverse())
        await restoreRecord(db, by, one.kind, one.id, reason)
      await endMergers(db, by, kind.name, id, reason)
      await changedBeneath(db, kind.name, id)
      return { record: kind.name, id, leadsTo: home.href }
    },
  })
}

/** @throws Refusal 409 where what it needs is withdrawn, or what it alone may hold is another's by now */
async function refuseWhere(db: Db, outline: Outline, row: AnyRow): Promise<void> {
  const { kind } = outline
  const labels = new Labels()
  const needed = Object.entries(kind.fields).flatMap(([column, field]) => {
    const of = field.required ? refersTo(field) : null
    return of ? [{ of, id: Number(row[column]) }] : []
  })
  await labels.learn(db, needed)
  for (const { of, id } of needed)
    if (labels.row(of, id)?.withdrawn !== null)
      throw new Refusal(
        409,
        `It belongs to the ${recordWords(of.name).toLowerCase()} ${labels.of(of, id)}, which is withdrawn: restore that first.`,
      )
  const wrong: string[] = []
  const entry: Entry = { at: '', id: row.id, values: {}, lists: {}, stood: {} }
  await judgeRow(db, kind, entry, row, (_path, sentence) => wrong.push(sentence))
  if (wrong[0]) throw new Refusal(409, `It cannot stand again as it was: ${wrong[0]}.`)
}
