import type { Row } from '../web/table.ts'
import type { Side } from './compare-view.ts'
import { comparedTo } from './comparing.ts'

/** The columns of a comparison that leaves the house. */
export const comparisonColumns = {
  process: 'Address name of the process',
  process_title: 'Title of the process',
  round_id: 'Number of the round',
  title: 'Title of the round',
  date: 'Date, EDTF',
  days_since_first_least: 'Days since the first round of its process, at least',
  days_since_first_most: 'Days since the first round of its process, at most',
} as const

export function comparisonRows(sides: readonly Side[]): Row[] {
  return sides.flatMap(({ slug, title, rounds }) =>
    comparedTo(rounds, 'day').map(({ round, since: [least, most] }) => ({
      process: slug,
      process_title: title,
      round_id: round.id,
      title: round.title,
      date: round.date,
      days_since_first_least: least,
      days_since_first_most: most,
    })),
  )
}
