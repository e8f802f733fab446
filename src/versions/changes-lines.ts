/* What was saved, a line or a few for each save; of a large one only how much of what. */

import { kindsWords, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { sayAuthor } from '../kernel/author.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayMoment } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { partsOfSavings, type Saving } from './saving-reads.ts'
import { acts, type StepLine, stepLines } from './step-lines.ts'
import { stepsOfSmall } from './step-reads.ts'

/** Beyond so many steps a save is summed up. */
const SHORT = 12

export interface ChangeLine {
  id: number
  /** As stored, for programs. */
  at: string
  when: string
  who: string
  href: string
  /** "Claims entered: 3,512" of each kind; empty where the steps are listed. */
  sums: string[]
  steps: StepLine[]
  /** Said once where all steps have the same. */
  reason: string
}

export async function changeLines(db: Db, savings: Saving[]): Promise<ChangeLine[]> {
  const ids = idsOf(savings)
  const [parts, steps] = await Promise.all([partsOfSavings(db, ids), stepsOfSmall(db, ids, SHORT)])
  const lines = new Map((await stepLines(db, steps)).map((line) => [line.id, line]))
  const partsBy = groupBy(parts, ({ saving_id }) => saving_id)
  const stepsBy = groupBy(steps, ({ saving_id }) => saving_id)
  return savings.map((saving) => {
    const { id, at } = saving
    const own = (stepsBy.get(id) ?? []).flatMap((step) => lines.get(step.id) ?? []).reverse()
    const reasons = new Set(own.map(({ reason }) => reason))
    return {
      id,
      at,
      who: sayAuthor(saving),
      when: sayMoment(at),
      href: `/changes/${id}`,
      sums: own.length > 0 ? [] : (partsBy.get(id) ?? []).map(sumOf),
      steps: own,
      reason: reasons.size === 1 ? ([...reasons][0] ?? '') : '',
    }
  })
}

/** "3,512 claims entered" */
export function sumOf({ record, action, count }: { record: string; action: string; count: number }): string {
  const [one, many] = [recordWords(record).toLowerCase(), kindsWords(record).toLowerCase()]
  return `${counted(Number(count), one, many)} ${acts[action] ?? action}`
}

/** "Round Istanbul, 23 July 2025 changed: Title, Result" */
export function sayStep({ kind, name, act, fields, isEntry }: StepLine): string {
  const which = isEntry || fields.length === 0 ? '' : `: ${fields.map(({ label }) => label).join(', ')}`
  return `${kind} ${name} ${act}${which}`
}
