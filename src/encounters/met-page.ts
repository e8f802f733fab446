import type { Db } from '../db/tables.ts'
import { counted } from '../kernel/words.ts'
import { turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import { type AskedEncounters, encountersQuery } from './asked.ts'
import { gatherEncounters } from './gather.ts'
import type { Somebody } from './meeting.ts'
import { encounterLine, inOrder, mannersOf, mannerWords, metPath, sayLimit } from './view.ts'

const PAGE_SIZE = 50

/** Whom a person or a party met: how often, when, where. */
export async function metPage(db: Db, one: Somebody, asked: AskedEncounters) {
  const gathered = await gatherEncounters(db, one)
  const { who } = gathered
  const met = inOrder(gathered, asked)
  const last = Math.max(1, Math.ceil(met.length / PAGE_SIZE))
  const at = Math.min(asked.page, last)
  const path = metPath(who)
  return {
    title: `Whom ${who.name} met`,
    crumbs: crumbsTo(who),
    words: sayLimit(gathered),
    manners: mannersOf(gathered, asked),
    mannerWords: mannerWords[asked.as],
    countWords: counted(met.length, ...nounOf(who, asked)),
    rows: met
      .slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
      .map((encounter) => encounterLine(gathered, encounter)),
    isEmpty: met.length === 0,
    isOfPerson: who.kind === 'people',
    sorts: [
      {
        label: 'Most often first',
        href: path + encountersQuery({ ...asked, sort: 'often', page: 1 }),
        isChosen: asked.sort === 'often',
      },
      {
        label: 'Latest first',
        href: path + encountersQuery({ ...asked, sort: 'latest', page: 1 }),
        isChosen: asked.sort === 'latest',
      },
    ],
    ...turns(at, at < last, (page) => path + encountersQuery({ ...asked, page }), last),
    view: viewBar(
      `Whom ${who.name} met: ${mannerWords[asked.as]}`,
      counted(gathered.encounters.length, 'encounter'),
      gathered.encounters.length === 0 ? null : { path, columns: '/codebook#encounters' },
    ),
  }
}

function nounOf({ kind }: Somebody, { as }: AskedEncounters): [one: string, many: string] {
  if (as === 'third party') return ['third party', 'third parties']
  return kind === 'people' ? ['person', 'people'] : ['party', 'parties']
}

/** The way back. */
export function crumbsTo(who: Somebody & { name: string }) {
  return [
    { label: who.kind === 'people' ? 'People' : 'Parties', href: `/${who.kind}` },
    { label: who.name, href: `/${who.kind}/${who.id}` },
  ]
}
