import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { lanesKey } from '../processes/shapes.ts'
import type { ProposalLine } from '../proposals/lines.ts'
import { type Filter, isDated, queryOf } from '../rounds/filter.ts'
import type { FilterForm } from '../rounds/filter-form.ts'
import type { RoundList } from '../rounds/list.ts'
import { viewBar } from '../web/view-bar.ts'
import { type ExtraLanes, laneNames } from './lanes.ts'
import { THREAD_LIMIT } from './threads.ts'
import type { Window } from './window.ts'

interface ProcessLike {
  slug: string
  title: string
  date: string
  date_earliest: number
  date_latest: number
}

interface Explored {
  filter: Filter
  window: Window
  list: RoundList
  filters: FilterForm
  processes: ProcessLike[]
  lanes: ExtraLanes
  /** Null where the address does not ask for them. */
  threads: { lines: ProposalLine[]; isCut: boolean } | null
  /** The round that the address selects. */
  round: number | null
  known: string | null
}

export function explorePage(all: Explored) {
  const { filter, window, list, filters, processes, lanes, threads, round, known } = all
  const isOutside = ({ date_earliest, date_latest }: ProcessLike) =>
    date_latest < window.first || date_earliest > window.last
  const elsewhere = filter.process.length > 0 ? [] : processes.filter(isOutside)
  const asked = { ...filter, from: null, to: null, page: 1 }
  return {
    title: 'Rounds of talks',
    usesTimeline: true,
    filters: { ...filters, ...keptIn(filters, lanes) },
    list: {
      ...list,
      doubt: doubtIn(list, filter, lanes),
      pages: list.pages.map((link) => ({ ...link, href: keeping(lanes, link.href) })),
    },
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
    query: queryOf({ ...asked, sort: '-date' }, { ...laneNames(lanes), ...(known ? { known } : {}) }),
    view: viewBar(filters.sentence('Rounds of talks'), list.countWords, list.table),
    selected: round ?? '',
    all: `/rounds${queryOf(asked)}`,
    elsewhere: elsewhere.map(({ slug, title, date }) => ({
      href: `/${queryOf({ process: [slug] }, laneNames(lanes))}`,
      title,
      date: sayDate(date),
    })),
    hasElsewhere: elsewhere.length > 0,
    showsProposals: lanes.proposals,
    /** The same view with the proposals, or without them. */
    switchLanes: `/${queryOf({ ...filter, page: 1 }, laneNames({ proposals: !lanes.proposals }))}`,
    threads: threads?.lines ?? [],
    hasThreads: threads !== null && threads.lines.length > 0,
    threadWords: threads === null ? '' : threadWords(threads),
    shapes: lanesKey,
  }
}

function threadWords({ lines, isCut }: { lines: ProposalLine[]; isCut: boolean }): string {
  if (lines.length === 0) return 'No proposals here'
  return isCut
    ? `The latest ${counted(THREAD_LIMIT, 'proposal')}`
    : `The ${counted(lines.length, 'proposal')} of these dates`
}

/** What a form or a link of the page leads to keeps the lanes that are shown. */
function keptIn({ carried, chips, facets }: FilterForm, lanes: ExtraLanes) {
  const names = Object.entries(laneNames(lanes)).map(([name, value]) => ({ name, value }))
  return {
    carried: [...carried, ...names],
    chips: chips.map((chip) => ({ ...chip, href: keeping(lanes, chip.href) })),
    facets: facets.map((facet) => ({ ...facet, more: facet.more && keeping(lanes, facet.more) })),
  }
}

/** Only the dates that the address asks for are worth a doubt, not those of the window. */
function doubtIn({ doubt }: RoundList, filter: Filter, lanes: ExtraLanes): RoundList['doubt'] {
  if (doubt === null || !isDated(filter)) return null
  const within = filter.within === 'possibly' ? 'certainly' : 'possibly'
  return { ...doubt, href: keeping(lanes, `/${queryOf({ ...filter, within, page: 1 })}`) }
}

function keeping(lanes: ExtraLanes, href: string): string {
  const names = new URLSearchParams(laneNames(lanes)).toString()
  return names === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${names}`
}
