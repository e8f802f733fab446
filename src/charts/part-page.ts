import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { counted } from '../kernel/words.ts'
import { commitmentsWithIds } from '../outcomes/commitment-reads.ts'
import { ledgersOf } from '../outcomes/gather.ts'
import { commitmentLine } from '../outcomes/list.ts'
import { gatherCourses } from '../proposals/gather.ts'
import { linesOf } from '../proposals/list.ts'
import { proposalsWithIds } from '../proposals/reads.ts'
import { chosenList } from '../rounds/chosen.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { platesIn } from '../rounds/plates.ts'
import { turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import { type Chart, type ChartName, chartNames, type Part } from './chart.ts'
import { askedBy, chartOf } from './gather.ts'
import { partPath, sayPart } from './view.ts'

const PAGE_SIZE = 50

/** @throws Refusal 404 */
export function chartNamed(given: unknown): ChartName {
  return chartNames.find((name) => name === given) ?? nowhere()
}

function nowhere(): never {
  throw new Refusal(404, 'There is no such chart, or nothing stands there now.')
}

/** The rows behind one mark of a chart, rounds as the filter orders them, else by number. @throws Refusal 404 where there are none */
export async function partOf(db: Db, filter: Filter, day: number, name: unknown, key: unknown) {
  const chart = await chartOf(chartNamed(name), await askedBy(db, filter, day))
  const part = [...chart.parts, ...chart.apart].find((part) => part.key === key && part.ids.length > 0)
  if (!part) nowhere()
  const byNumber = part.ids.toSorted((one, other) => one - other)
  return { chart, part, ids: chart.counts === 'round' ? await inOrder(db, filter, part.ids) : byNumber }
}

/** As the filter puts its rounds in order. */
async function inOrder(db: Db, filter: Filter, ids: readonly number[]): Promise<number[]> {
  const among = new Set(ids)
  return (await roundsMatching(db, filter)).ids().filter((id) => among.has(id))
}

/** A list of exactly those rows. */
export async function partPage(db: Db, filter: Filter, day: number, name: unknown, key: unknown) {
  const { chart, part, ids } = await partOf(db, filter, day, name, key)
  const { chips } = await filterForm(db, filter, '/charts')
  const asked = { ...filter, page: 1 }
  const rows = await rowsOf(db, chart, { ...part, ids }, filter, day)
  return {
    title: `${chart.title}: ${sayPart(chart, part)}`,
    heading: sayPart(chart, part),
    crumbs: [{ label: 'Charts', href: `/charts${queryOf(asked)}#${chart.name}` }],
    chart: chart.title,
    words: [counted(part.ids.length, chart.counts), chart.limit].filter(Boolean).join('. '),
    chips: chips.map(({ label }) => label),
    hasChips: chips.length > 0,
    view: viewBar(`${chart.title}: ${sayPart(chart, part)}`, counted(part.ids.length, chart.counts), {
      ...addressOf(chart, part, asked),
      columns: `/codebook#${chart.counts}s`,
    }),
    ...rows,
  }
}

async function rowsOf(db: Db, chart: Chart, part: Part, filter: Filter, day: number) {
  const none = { rounds: null, proposals: null, commitments: null }
  if (chart.counts === 'round') {
    const address = addressOf(chart, part, { ...filter, page: 1 })
    return { ...none, rounds: await chosenList(db, part.ids, filter.page, address) }
  }
  const { ids, ...links } = pageOf(chart, part, filter)
  if (chart.counts === 'proposal') {
    const courses = await gatherCourses(db, await proposalsWithIds(db, ids), day)
    return { ...none, proposals: { rows: (await linesOf(db, courses, 'whole thread')).lines, ...links } }
  }
  return { ...none, commitments: { lines: await commitmentLines(db, ids, day), ...links } }
}

function addressOf(chart: Chart, part: Part, filter: Filter) {
  return { path: `/charts/${chart.name}/${part.key}`, query: queryOf(filter) }
}

function pageOf(chart: Chart, part: Part, filter: Filter) {
  const last = Math.max(1, Math.ceil(part.ids.length / PAGE_SIZE))
  const page = Math.min(filter.page, last)
  const path = (to: number) => partPath(chart, part, { ...filter, page: to })
  return {
    ids: part.ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    ...turns(page, page < last, path, last),
  }
}

async function commitmentLines(db: Db, ids: number[], day: number) {
  const accounts = await ledgersOf(db, await commitmentsWithIds(db, ids), day)
  const processIds = accounts.map(({ commitment }) => commitment.process_id)
  const plates = await platesIn(db, [...new Set(processIds)])
  return accounts.map((account) => commitmentLine(account, plates(account.commitment.process_id)))
}
