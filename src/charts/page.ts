import type { Db } from '../db/tables.ts'
import { counted } from '../kernel/words.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { viewBar } from '../web/view-bar.ts'
import { chartNames } from './chart.ts'
import { askedBy, chartOf } from './gather.ts'
import { chartView } from './view.ts'

/** The rounds that meet the filter, counted in several ways. */
export async function chartsPage(db: Db, filter: Filter, day: number) {
  const [asked, filters] = await Promise.all([askedBy(db, filter, day), filterForm(db, filter, '/charts')])
  const charts = await Promise.all(chartNames.map((name) => chartOf(name, asked)))
  return {
    title: 'Charts',
    filters,
    countWords: counted(asked.count, 'round'),
    view: viewBar(
      filters.sentence('Charts of rounds'),
      counted(asked.count, 'round'),
      asked.count === 0
        ? null
        : { path: '/rounds', query: queryOf({ ...filter, page: 1 }), columns: '/codebook#rounds' },
    ),
    charts: charts.map((chart) => chartView(chart, filter)),
    rounds: `/rounds${queryOf({ ...filter, page: 1 })}`,
  }
}
