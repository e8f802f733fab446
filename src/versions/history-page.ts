import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { historyPath } from '../sources/paths.ts'
import type { Asked } from './record-reads.ts'
import { savingLines } from './step-lines.ts'
import { stepsAround } from './step-reads.ts'
import { newestFirst, sliceFrom } from './turning.ts'

/** All that was done to a record and its parts, the newest first. */
export async function historyPage(db: Db, asked: Asked, before: number | null) {
  const { kind, id, name } = asked
  const path = historyPath(kind.name, id)
  const steps = await stepsAround(db, kind.name, id, sliceFrom(before))
  const { shown, pages } = newestFirst(steps, before, path)
  return {
    title: `History of ${name}`,
    crumbs: crumbsOf(asked),
    kindWords: recordWords(kind.name),
    savings: await savingLines(db, shown),
    isEmpty: shown.length === 0,
    pages,
    csv: `${path}.csv`,
    json: `${path}.json`,
  }
}

export function crumbsOf({ kind, id, name, home, row }: Asked) {
  if (row.withdrawn !== null || home === null) return [{ label: name, href: historyPath(kind.name, id) }]
  return [home]
}
