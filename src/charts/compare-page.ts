import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { counted } from '../kernel/words.ts'
import { theProcess } from '../processes/reads.ts'
import { everything } from '../rounds/filter.ts'
import { type RoundRow, roundRows } from '../rounds/list-reads.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { offeredProcesses } from '../rounds/offered.ts'
import { headsOf } from '../rounds/seat-reads.ts'
import { viewBar } from '../web/view-bar.ts'
import { type Comparison, comparisonQuery } from './compare-filter.ts'
import { type Side, stripsOf, tablesOf, totalRowsOf } from './compare-view.ts'

/** So many rounds of each process are compared, from its first on. */
const COMPARED = 300

/** The processes of a comparison with their rounds. @throws Refusal 404 or 410 */
export async function gatherSides(db: Db, { process }: Comparison): Promise<Array<Side<RoundRow>>> {
  return Promise.all(
    process.map(async (slug) => {
      const { title } = await theProcess(db, slug)
      const filter = { ...everything, process: [slug], sort: 'date' as const }
      const matching = await roundsMatching(db, filter)
      const rounds = await roundRows(db, matching.ids({ limit: COMPARED }))
      const seats = [...(await headsOf(db, idsOf(rounds))).values()].flat()
      const heads = seats.flatMap(({ role, person_id }) =>
        role === 'head' && person_id !== null ? [person_id] : [],
      )
      const venues = rounds.flatMap(({ venue_id }) => venue_id ?? [])
      return {
        slug,
        title,
        rounds,
        count: matching.count,
        venues: new Set(venues).size,
        heads: new Set(heads).size,
      }
    }),
  )
}

/** Processes side by side: a strip each on one axis, their totals, and their rounds as tables. */
export async function comparePage(db: Db, comparison: Comparison) {
  const { process, by } = comparison
  const [sides, offered] = await Promise.all([
    gatherSides(db, comparison),
    offeredProcesses(db, { on: 'compare', chosen: process }),
  ])
  const isEnough = process.length > 1
  const compared = isEnough ? sides.reduce((sum, { rounds }) => sum + rounds.length, 0) : 0
  return {
    title: isEnough ? `Compare ${sides.map(({ title }) => title).join(' and ')}` : 'Compare processes',
    options: offered.options.map(([slug, title]) => ({ slug, title, isChosen: process.includes(slug) })),
    more: offered.more,
    by,
    isEnough,
    isByDay: by === 'day',
    calendar: `/compare${comparisonQuery({ process, by: 'calendar' })}`,
    day: `/compare${comparisonQuery({ process, by: 'day' })}`,
    drawing: isEnough ? stripsOf(sides, by) : null,
    titles: sides.map(({ slug, title }) => ({ href: `/processes/${slug}`, title })),
    totals: isEnough ? totalRowsOf(sides) : [],
    tables: isEnough ? tablesOf(sides) : [],
    view: viewBar(
      isEnough ? `Compared: ${sides.map(({ title }) => title).join('; ')}` : '',
      counted(compared, 'round'),
      compared === 0
        ? null
        : { path: '/compare', query: comparisonQuery(comparison), columns: '/codebook#compare' },
    ),
  }
}
