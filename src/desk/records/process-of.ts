/* The process whose rule of review holds for what was typed into the form of a record. */
import { theProcessOf } from '../../catalogue/belonging-reads.ts'
import type { Db } from '../../db/tables.ts'
import type { Draft } from '../draft.ts'
import { readEntry } from '../entry.ts'
import type { Entry, Part } from '../part.ts'
import { processOfBoth, theOneOf } from '../process-above.ts'
import { type Meant, meantIn } from './meant.ts'
import type { Outline } from './outline.ts'
import type { Standing, Whole } from './standing.ts'
import { storedDraft } from './stored.ts'
import { valuesOf } from './values.ts'

/** `whole` is what stands, null for a new one. */
export async function processOf(
  db: Db,
  outline: Outline,
  part: Part,
  draft: Draft,
  whole: Whole | null,
): Promise<number | null> {
  const { kind } = outline
  if (kind.name === 'process') return whole?.row.id ?? null
  const begins = whole && (await storedDraft(db, part, outline, whole))
  const entry = readEntry(part, draft, begins, new Map())
  const meant = await meantIn(db, part, entry, () => {})
  const values = valuesOf(outline, entry, meant)
  const own = await processOfBoth(db, kind, whole?.row ?? values, values)
  const rounds = new Set([...roundsTyped(entry, meant), ...(whole ? roundsOf(whole) : [])])
  return theOneOf([own, ...(await Promise.all([...rounds].map((id) => theProcessOf(db, 'round', id))))])
}

/** Rounds in which its rows are shown, as what was done with a proposal is. */
function roundsTyped({ lists }: Entry, meant: Meant): number[] {
  return Object.values(lists)
    .flat()
    .flatMap((row) => [
      ...(meant.has(`${row.at}round`) ? [meant.get(`${row.at}round`) ?? 0] : []),
      ...roundsTyped(row, meant),
    ])
}

function roundsOf({ rows }: Standing): number[] {
  return Object.values(rows)
    .flat()
    .flatMap((one) => [...(typeof one.row.round_id === 'number' ? [one.row.round_id] : []), ...roundsOf(one)])
}
