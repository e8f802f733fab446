import { allRecords } from '../catalogue/records.ts'
import { kindsWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { sayAuthor } from '../kernel/author.ts'
import { sayMoment } from '../kernel/say-date.ts'
import { offeredProcesses } from '../rounds/offered.ts'
import type { Query } from '../web/query.ts'
import { refuseStrangers } from '../web/query.ts'
import { pairsOf, readChangesAsked } from './changes-asked.ts'
import { type ChangeLine, changeLines, sayStep, sumOf } from './changes-lines.ts'
import { partsOfSavings, savings, theSaving } from './saving-reads.ts'
import { stepLines } from './step-lines.ts'
import { stepsOfSaving } from './step-reads.ts'
import { beforeIn, newestFirst, sliceFrom } from './turning.ts'

/** All changes to the record, the newest first, a line for each save. */
export async function changesPage(db: Db, query: Query) {
  const asked = await readChangesAsked(db, query)
  const { narrowed, typed, before } = asked
  const pairs = pairsOf(asked)
  const found = await savings(db, narrowed, sliceFrom(before))
  const { shown, pages } = newestFirst(found, before, '/changes', pairs)
  const processes = await offeredProcesses(db, {
    on: 'changes',
    chosen: typed.process ? [typed.process] : [],
  })
  return {
    title: 'Recent changes',
    feed: pairs.length === 0 ? '/changes.atom' : `/changes.atom?${new URLSearchParams(pairs)}`,
    lines: (await changeLines(db, shown)).map(lineOf),
    isEmpty: shown.length === 0,
    isNarrowed: pairs.length > 0,
    who: typed.who,
    kinds: allRecords.map(({ name }) => ({
      value: name,
      label: kindsWords(name),
      isChosen: name === typed.record,
    })),
    processes: processes.options.map(([value, label]) => ({
      value,
      label,
      isChosen: value === typed.process,
    })),
    moreProcesses: processes.more,
    pages,
  }
}

function lineOf(line: ChangeLine) {
  return {
    ...line,
    isLarge: line.sums.length > 0,
    steps: line.steps.map((step) => ({ ...step, words: sayStep(step) })),
  }
}

/** All that was done in one save. */
export async function savingPage(db: Db, id: number, query: Query) {
  refuseStrangers(query, ['before'])
  const before = beforeIn(query)
  const saving = await theSaving(db, id)
  const [parts, steps] = await Promise.all([
    partsOfSavings(db, [id]),
    stepsOfSaving(db, saving, sliceFrom(before)),
  ])
  const { shown, pages } = newestFirst(steps, before, `/changes/${id}`)
  return {
    title: `Change ${id}`,
    crumbs: [{ label: 'Recent changes', href: '/changes' }],
    made: `By ${sayAuthor(saving)} on ${sayMoment(saving.at)}`,
    sums: parts.map(sumOf),
    steps: await stepLines(db, shown),
    pages,
  }
}
