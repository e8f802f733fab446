import { kindsWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { choice, whole } from '../../fields/kinds.ts'
import { alikePairs, countAlike } from '../../likeness/pair-reads.ts'
import { likenedKinds } from '../../likeness/trait-reads.ts'
import { numbered, turns } from '../../web/paging.ts'
import { askedOf, type Query, refuseStrangers } from '../../web/query.ts'
import { type Comparison, comparisons } from './compare.ts'
import { duplicatesPossible } from './lookalikes.ts'
import { countOf, MOST, upToMost } from './section.ts'

/** Pairs on a page: each is a table. */
const PAGE = 20

const filterFields = {
  record: choice({ label: 'Record', of: likenedKinds }),
  page: whole({ label: 'Page', min: 1, max: 9999 }),
}

/** The pairs that may be one, side by side. @throws Refusal 400 */
export async function duplicatesPage(db: Db, query: Query, mayTell: boolean) {
  refuseStrangers(query, Object.keys(filterFields))
  const asked = askedOf(filterFields, ['record', 'page'], query) as { record?: string; page?: number }
  const { record = null, page = 1 } = asked
  const count = await countAlike(db, record, MOST + 1)
  const pairs = await alikePairs(db, { record, limit: PAGE + 1, offset: (page - 1) * PAGE })
  const shown = await comparisons(db, pairs.slice(0, PAGE))
  const given: Array<[string, string]> = record === null ? [] : [['record', record]]
  return {
    ...shell(record, mayTell),
    title: duplicatesPossible.title,
    count: countOf(duplicatesPossible, upToMost(count)),
    summary: [],
    pairs: shown.map((pair) => ({ ...pair, typed: '', fault: '' })),
    isEmpty: shown.length === 0,
    pages: turns(page, pairs.length > PAGE, numbered('/desk/duplicates', 'page', given)),
  }
}

/** One pair alone; with what was typed, where that was refused. */
export function pairPage(pair: Comparison, mayTell: boolean, typed = '', fault = '') {
  return {
    ...shell(null, mayTell),
    title: pair.title,
    crumbs: [
      { label: 'Desk', href: '/desk' },
      { label: duplicatesPossible.title, href: '/desk/duplicates' },
    ],
    kinds: [],
    count: '',
    pairs: [{ ...pair, typed, fault }],
    summary: fault === '' ? [] : [{ href: `#why-${pair.id}`, words: fault }],
    isEmpty: false,
    pages: turns(1, false, numbered('/desk/duplicates')),
  }
}

function shell(record: string | null, mayTell: boolean) {
  const kinds = [null, ...likenedKinds].map((kind) => ({
    label: kind === null ? 'All' : kindsWords(kind),
    href: kind === null ? '/desk/duplicates' : `/desk/duplicates?record=${kind}`,
    isCurrent: kind === record,
  }))
  return {
    isPrivate: true,
    crumbs: [{ label: 'Desk', href: '/desk' }],
    note: duplicatesPossible.note,
    none: duplicatesPossible.none,
    kinds,
    mayTell,
  }
}
