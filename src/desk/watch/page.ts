import type { Account } from '../../accounts/account.ts'
import { may } from '../../accounts/roles.ts'
import type { Db } from '../../db/tables.ts'
import { numbered, sliceOf, turns } from '../../web/paging.ts'
import { draftsBegun, secondReading } from './drafts.ts'
import { importsDone } from './imports.ts'
import { duplicatesPossible } from './lookalikes.ts'
import { commitmentsOverdue } from './overdue.ts'
import { countOf, countWords, type Watch, type Watched, type Way } from './section.ts'
import { disputesToSettle } from './settling.ts'
import { fieldsUnsourced } from './unsourced.ts'
import { proposalsWaiting } from './waiting.ts'

/** The sections of the desk, in their order. */
export const watches: readonly Watch[] = [
  draftsBegun,
  secondReading,
  disputesToSettle,
  proposalsWaiting,
  commitmentsOverdue,
  fieldsUnsourced,
  duplicatesPossible,
  importsDone,
]

/** Entries that the desk itself shows of each. */
const FIRST = 5

/** What waits for somebody to do it, the first few of each kind. */
export async function deskPage(db: Db, day: number, account: Account) {
  const looked = await Promise.all(
    watches.map((watch) => watch.look(db, day, { limit: FIRST, offset: 0 }, account)),
  )
  return {
    title: 'Desk',
    isPrivate: true,
    ways: waysFor(account),
    sections: watches.map((watch, at) => sectionOf(watch, looked[at] as Watched)),
  }
}

/** What is done from here besides, by those whose role allows it. */
function waysFor({ role }: Account): Way[] {
  return [
    { label: 'Add something else', href: '/desk/add' },
    ...(may(role, 'set review') ? [{ label: 'Second reading', href: '/desk/second-reading' }] : []),
    ...(may(role, 'administer') ? [{ label: 'Accounts', href: '/accounts' }] : []),
  ]
}

function sectionOf({ name, title, note, none }: Watch, watched: Watched) {
  const count = countWords(watched)
  return {
    name,
    title,
    note,
    none,
    count,
    entries: watched.entries.map((entry) => ({ ...entry, more: '', anchor: '' })),
    isEmpty: watched.entries.length === 0,
    all: { label: `All ${count}`, href: `/desk/${name}` },
    hasMore: watched.isMore || watched.count > FIRST,
  }
}

/** One section in full, page by page. */
export async function watchPage(db: Db, day: number, account: Account, watch: Watch, page: number) {
  const { limit, offset } = sliceOf(page)
  const watched = await watch.look(db, day, { limit, offset }, account)
  const entries = watched.entries.slice(0, limit - 1)
  return {
    title: watch.title,
    isPrivate: true,
    crumbs: [{ label: 'Desk', href: '/desk' }],
    note: watch.note,
    none: watch.none,
    count: countOf(watch, watched),
    entries,
    isEmpty: entries.length === 0,
    pages: turns(page, watched.entries.length === limit, numbered(`/desk/${watch.name}`)),
  }
}
