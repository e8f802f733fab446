import type { Db } from '../db/tables.ts'
import { capital, counted, sayNumber } from '../kernel/words.ts'
import { turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import { PAGE_SIZE, type SearchFilter, searchPath } from './filter.ts'
import { foundOf, type Hits, MOST } from './found-reads.ts'
import { help } from './help.ts'
import { type FoundKind, kindWords } from './kinds.ts'
import { linesOf } from './lines-page.ts'
import { type Meant, meaningOf } from './named-reads.ts'
import { isAsked, readQuestion } from './query.ts'
import { correctionOf } from './spelling-reads.ts'

/** Of each kind, where all kinds are shown. */
const SOME = 5
/** Where no more was found, a word may have been mistyped. */
const FEW = 3

export async function searchPage(db: Db, filter: SearchFilter, isSignedIn: boolean) {
  const question = readQuestion(filter.q)
  const meant = await meaningOf(db, question)
  const isEmpty = !isAsked(question)
  const all = isEmpty ? [] : await foundOf(db, meant)
  const shown = all.filter(([kind]) => filter.kind === null || kind === filter.kind)
  const groups = []
  for (const [kind, hits] of shown) groups.push(await groupOf(db, filter, kind, hits, meant, isSignedIn))
  const number = shown.reduce((sum, [, { ids }]) => sum + ids.length, 0)
  const isMore = shown.some(([, hits]) => hits.isMore)
  const correction = !isEmpty && number <= FEW ? await correct(db, filter, question) : null
  return {
    title: filter.q === '' ? 'Search' : `${filter.q}: search`,
    q: filter.q,
    kind: filter.kind ?? '',
    isNarrowed: filter.kind !== null,
    help,
    isHelpOpen: isEmpty,
    faults: meant.faults,
    hasFaults: meant.faults.length > 0,
    correction: correction ?? { q: '', href: '' },
    hasCorrection: correction !== null,
    kinds: kindLinks(filter, all),
    hasKinds: all.length > 0,
    groups,
    isNothing: !isEmpty && number === 0,
    isAsked: !isEmpty,
    countWords: `${isMore ? 'more than ' : ''}${counted(number, 'finding')}`,
    /** Its rows are as many as are shown, page by page. */
    view: viewBar(
      isEmpty ? '' : `Search: ${filter.q}${filter.kind === null ? '' : `; ${filter.kind}`}`,
      counted(number, 'finding'),
      number === 0 ? null : { path: '/search', query: searchPath({ ...filter, page: 1 }, {}, '') },
    ),
  }
}

async function groupOf(
  db: Db,
  { q, kind: only, page }: SearchFilter,
  kind: FoundKind,
  { ids, isMore }: Hits,
  meant: Meant,
  isSignedIn: boolean,
) {
  const last = Math.ceil(ids.length / PAGE_SIZE)
  const at = Math.min(page, last)
  const slice = only === null ? ids.slice(0, SOME) : ids.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
  const { one, many } = kindWords[kind]
  const words = isMore ? `more than ${sayNumber(MOST)} ${many}` : counted(ids.length, one, many)
  return {
    id: kind,
    heading: capital(words),
    note: isMore
      ? `The latest ${sayNumber(MOST)} entered are shown: ask for more, as in year:2025, to see others.`
      : '',
    lines: await linesOf(db, kind, slice, meant, isSignedIn),
    all: only === null && ids.length > SOME ? searchPath({ q, kind }) : '',
    allWords: `See ${isMore ? `the latest ${sayNumber(MOST)}` : `all ${sayNumber(ids.length)}`}`,
    hasAll: only === null && ids.length > SOME,
    list: kind === 'round' ? `/rounds?${new URLSearchParams({ q })}` : '',
    isRounds: kind === 'round',
    ...turns(at, only !== null && at < last, (page) => searchPath({ q, kind, page }), last),
    hasPages: only !== null && last > 1,
  }
}

function kindLinks({ q, kind: only }: SearchFilter, all: Array<[FoundKind, Hits]>) {
  const links = all.map(([kind, { ids, isMore }]) => ({
    label: capital(kindWords[kind].many),
    count: sayNumber(ids.length) + (isMore ? '+' : ''),
    href: searchPath({ q, kind }),
    isCurrent: kind === only,
  }))
  return [{ label: 'All kinds', count: '', href: searchPath({ q }), isCurrent: only === null }, ...links]
}

/** What may have been meant, if it finds anything. */
async function correct(db: Db, { q, kind }: SearchFilter, question: ReturnType<typeof readQuestion>) {
  const corrected = await correctionOf(db, q, question)
  if (corrected === null) return null
  const better = await foundOf(db, await meaningOf(db, readQuestion(corrected)))
  return better.length > 0
    ? {
        q: corrected,
        href: searchPath({ q: corrected, kind: better.some(([one]) => one === kind) ? kind : null }),
      }
    : null
}
