/* Two records side by side: what each says, and what will follow from the one to the other. */
import { pointersTo } from '../../catalogue/pointers.ts'
import { type AnyRow, countPointing } from '../../catalogue/rows.ts'
import { kindsWords, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { valuesOf } from '../../evidence/value-reads.ts'
import { counted } from '../../kernel/words.ts'
import type { Pair } from './pair.ts'
import { type Earlier, earlierMergers } from './reads.ts'

export interface Comparison {
  /** "Çırağan Palace (12)" */
  stays: string
  goes: string
  lines: Line[]
  /** "3 claims" */
  following: string[]
  /** What was merged into the one that stays before. */
  earlier: Earlier[]
}

interface Line {
  label: string
  stays: string
  goes: string
  isSame: boolean
}

export async function comparisonOf(db: Db, { kind, from, into }: Pair): Promise<Comparison> {
  const ref = ({ id }: AnyRow, field: string) => ({ record: kind.name, record_id: id, field })
  const fields = Object.keys(kind.fields)
  const say = await valuesOf(
    db,
    fields.flatMap((field) => [ref(into.row, field), ref(from.row, field)]),
  )
  const lines = Object.entries(kind.fields).map(([field, { label }]) => {
    const isSame = into.row[field] === from.row[field]
    return { label, stays: say(ref(into.row, field)), goes: say(ref(from.row, field)), isSame }
  })
  return {
    stays: into.label,
    goes: from.label,
    lines: lines.filter(({ stays, goes }) => stays !== '' || goes !== ''),
    following: await followingOf(db, kind.name, from.row.id),
    earlier: await earlierMergers(db, kind.name, into.row.id),
  }
}

async function followingOf(db: Db, record: string, id: number): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const pointer of pointersTo(record)) {
    const { name } = pointer.kind
    counts.set(name, (counts.get(name) ?? 0) + (await countPointing(db, pointer, id)))
  }
  return [...counts].flatMap(([name, count]) => {
    const [one, many] = [recordWords(name).toLowerCase(), kindsWords(name).toLowerCase()]
    return count === 0 ? [] : [counted(count, one, many)]
  })
}
