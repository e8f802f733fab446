import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import type { FilterForm } from '../rounds/filter-form.ts'
import type { RoundList } from '../rounds/list.ts'
import type { Window } from './window.ts'

interface ProcessLike {
  slug: string
  title: string
  date: string
  date_earliest: number
  date_latest: number
}

export function explorePage(
  filter: Filter,
  window: Window,
  list: RoundList,
  filters: FilterForm,
  processes: ProcessLike[],
  selected: number | null,
) {
  const isOutside = ({ date_earliest, date_latest }: ProcessLike) =>
    date_latest < window.first || date_earliest > window.last
  const elsewhere = filter.process.length > 0 ? [] : processes.filter(isOutside)
  return {
    title: 'Rounds of talks',
    usesTimeline: true,
    filters,
    list,
    window: {
      from: isoDate(window.first),
      to: isoDate(window.last),
      words: [...new Set([window.first, window.last])].map((day) => sayDate(isoDate(day))).join(' – '),
    },
    tableWords:
      list.count === 0
        ? 'No rounds here'
        : list.count === 1
          ? 'The same round as a table'
          : `The same ${list.countWords} as a table`,
    /** The rest of the question, for the script that fetches other windows. */
    query: queryOf({ ...filter, from: null, to: null, sort: '-date', page: 1 }),
    selected: selected ?? '',
    all: `/rounds${queryOf({ ...filter, from: null, to: null, page: 1 })}`,
    elsewhere: elsewhere.map(({ slug, title, date }) => ({
      href: `/${queryOf({ process: [slug] })}`,
      title,
      date: sayDate(date),
    })),
    hasElsewhere: elsewhere.length > 0,
  }
}
