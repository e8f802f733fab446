import type { Read } from '../db/tables.ts'
import { edtfDay } from '../kernel/calendar.ts'
import { isoDate } from '../kernel/days.ts'
import { forPointer, laneKind } from '../kernel/lane-heights.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import type { processesOutside } from '../processes/reads.ts'
import { lanesKey } from '../processes/shapes.ts'
import type { ProposalLine } from '../proposals/lines.ts'
import { type Filter, isDated, queryOf } from '../rounds/filter.ts'
import type { FilterForm } from '../rounds/filter-form.ts'
import type { RoundList } from '../rounds/list.ts'
import { viewBar } from '../web/view-bar.ts'
import { THREAD_LIMIT } from './courses.ts'
import { drawingOf } from './drawing.ts'
import { type LaneView, lanePairs } from './lanes.ts'
import { lanesForm } from './lanes-form.ts'
import type { Overview } from './overview.ts'
import type { Reply, ThreadSet } from './reply.ts'
import { takeAlong } from './take-along.ts'
import type { Window } from './window.ts'

interface Explored {
  filter: Filter
  window: Window
  list: RoundList
  filters: FilterForm
  /** Negotiations that lie wholly before or after the window. */
  outside: Read<typeof processesOutside>
  /** Those that the address hides. */
  hidden: Array<{ id: number; title: string }>
  view: LaneView
  /** Null where the address does not ask for them. */
  threads: { lines: ProposalLine[]; isCut: boolean } | null
  /** The round that the address selects. */
  round: number | null
  known: string | null
  /** Counted from 1970-01-01: the day as of which everything is read. */
  day: number
  reply: Reply
  /** Null where no round is found. */
  overview: Overview | null
  /** Where this site is, as whoever asks has it. */
  origin: string
}

const delivered = { shape: 'delivered', label: 'delivery reported' }
/** So many negotiations are listed on either side of the window; the page of processes has them all. */
export const ELSEWHERE = 20

export function explorePage(all: Explored) {
  const {
    filter,
    window,
    list,
    filters,
    outside,
    hidden,
    view,
    threads,
    round,
    known,
    day,
    reply,
    overview,
    origin,
  } = all
  const elsewhere = [...outside.before.slice(-ELSEWHERE), ...outside.after.slice(0, ELSEWHERE)]
  const asked = { ...filter, from: null, to: null, page: 1 }
  const title = filters.sentence('Rounds of talks')
  const showsProposals = view.lanes.includes('proposals')
  return {
    title: 'Rounds of talks',
    usesTimeline: true,
    filters: { ...filters, ...keptIn(filters, view) },
    list: {
      ...list,
      doubt: doubtIn(list, filter, view),
      pages: list.pages.map((link) => ({ ...link, href: keeping(view, link.href) })),
    },
    window: {
      from: edtfDay(window.first),
      to: edtfDay(window.last),
      words: [...new Set([window.first, window.last])].map((day) => sayDate(edtfDay(day))).join(' – '),
    },
    tableWords:
      list.count === 0
        ? 'No rounds here'
        : list.count === 1
          ? 'The same round as a table'
          : `The same ${list.countWords} as a table`,
    /** The rest of the question, for the script that fetches other windows. */
    query: addressOf(asked, view, known ? [['known', known]] : []).slice(1),
    /** What the picture begins with, so that nothing has to be fetched for it. */
    json: JSON.stringify(reply),
    still: drawingOf(reply, window, { at: day, words: known ? `known on ${sayDate(known)}` : 'today' }),
    room: roomFor(reply),
    overview,
    pieces: overview ? JSON.stringify(overview.pieces) : '',
    today: isoDate(day),
    view: {
      ...viewBar(title, list.countWords, list.table),
      ...takeAlong({ filter, view, window }, known, title, origin),
    },
    selected: round ?? '',
    all: `/rounds${queryOf(asked)}`,
    elsewhere: elsewhere.map(({ slug, title, date }) => ({
      href: addressOf({ process: [slug] }, view),
      title,
      date: sayDate(date),
    })),
    hasElsewhere: elsewhere.length > 0,
    hasMoreElsewhere: elsewhere.length < outside.before.length + outside.after.length,
    lanes: lanesForm(filter, window, view, reply, hidden),
    showsThreads: view.lanes.length > 0,
    showsProposals,
    threads: threads?.lines ?? [],
    hasThreads: threads !== null && threads.lines.length > 0,
    threadWords: threads === null ? '' : threadWords(threads),
    shapes: shapesOf(view),
  }
}

/** The key of what stands on the lanes of threads. */
export function shapesOf({ lanes }: LaneView) {
  return lanes.includes('commitments') ? [...lanesKey, delivered] : lanesKey
}

const AXIS = 58

/** Pixels that the picture will take, so that nothing beneath it moves when it comes. */
export function roomFor({ lanes, proposals, commitments }: Reply): number {
  const rounds = lanes.reduce((sum, lane) => sum + forPointer[laneKind(lane)], 0)
  return AXIS + rounds + roomOf(proposals) + roomOf(commitments)
}

function roomOf(set: ThreadSet | undefined): number {
  if (!set || set.threads.length + set.more === 0) return 0
  const { head, thread, process } = forPointer
  return head + set.threads.length * thread + (set.bins?.length ?? 0) * process
}

function threadWords({ lines, isCut }: { lines: ProposalLine[]; isCut: boolean }): string {
  if (lines.length === 0) return 'No proposals here'
  return isCut
    ? `The latest ${counted(THREAD_LIMIT, 'proposal')}`
    : `The ${counted(lines.length, 'proposal')} of these dates`
}

/** The address of the same page with this filter and these lanes. */
export function addressOf(
  filter: Partial<Filter>,
  view: LaneView,
  besides: Array<[string, string]> = [],
): string {
  return keeping(view, `/${queryOf(filter)}`, besides)
}

/** What a form or a link of the page leads to keeps the lanes as they are laid out. */
function keptIn({ carried, chips, facets }: FilterForm, view: LaneView) {
  return {
    carried: [...carried, ...lanePairs(view).map(([name, value]) => ({ name, value }))],
    chips: chips.map((chip) => ({ ...chip, href: keeping(view, chip.href) })),
    facets: facets.map((facet) => ({ ...facet, more: facet.more && keeping(view, facet.more) })),
  }
}

/** Only the dates that the address asks for are worth a doubt, not those of the window. */
function doubtIn({ doubt }: RoundList, filter: Filter, view: LaneView): RoundList['doubt'] {
  if (doubt === null || !isDated(filter)) return null
  const within = filter.within === 'possibly' ? 'certainly' : 'possibly'
  return { ...doubt, href: addressOf({ ...filter, within, page: 1 }, view) }
}

function keeping(view: LaneView, href: string, besides: Array<[string, string]> = []): string {
  const names = new URLSearchParams([...lanePairs(view), ...besides]).toString()
  return names === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${names}`
}
