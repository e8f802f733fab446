import type { Db } from '../db/tables.ts'
import { sayAuthor } from '../kernel/author.ts'
import { groupBy } from '../kernel/group.ts'
import { sayMoment } from '../kernel/say-date.ts'
import { historyPath } from '../sources/paths.ts'
import { rowsBar } from '../web/view-bar.ts'
import type { Asked } from './record-reads.ts'
import { type StepLine, stepLines } from './step-lines.ts'
import { stepsAround, type Told } from './step-reads.ts'
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
    savings: await savingLines(db, shown),
    isEmpty: shown.length === 0,
    pages,
    view: rowsBar('', { path }),
  }
}

export function crumbsOf({ kind, id, name, home, row }: Asked) {
  if (row.withdrawn !== null || home === null) return [{ label: name, href: historyPath(kind.name, id) }]
  return [home]
}

interface SavingLine {
  when: string
  who: string
  /** The page of the whole save; empty where none is on record. */
  href: string
  steps: StepLine[]
}

/** What was saved together stands together. */
async function savingLines(db: Db, steps: Told[]): Promise<SavingLine[]> {
  const lines = new Map((await stepLines(db, steps)).map((line) => [line.id, line]))
  return [...groupBy(steps, ({ id, saving_id }) => saving_id ?? `step ${id}`)].map(([, some]) => {
    const first = some[0] as Told
    const { at, saving_id } = first
    return {
      when: sayMoment(at),
      who: sayAuthor(first),
      href: saving_id === null ? '' : `/changes/${saving_id}`,
      steps: some.flatMap((step) => lines.get(step.id) ?? []),
    }
  })
}
