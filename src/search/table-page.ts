import type { Db } from '../db/tables.ts'
import type { Row } from '../web/table.ts'
import type { SearchFilter } from './filter.ts'
import { findingRow } from './findings.ts'
import { foundOf } from './found-reads.ts'
import { foundKinds } from './kinds.ts'
import { linesOf } from './lines-page.ts'
import { meaningOf } from './named-reads.ts'
import { isAsked, readQuestion } from './query.ts'

const AT_ONCE = 200

/** All that the pages of the same address show, kind by kind. */
export async function* findingPages(
  db: Db,
  { q, kind }: SearchFilter,
  isSignedIn: boolean,
): AsyncGenerator<Row[]> {
  const question = readQuestion(q)
  if (!isAsked(question)) return
  const meant = await meaningOf(db, question)
  for (const [of, { ids }] of await foundOf(db, meant, kind ? [kind] : foundKinds))
    for (let from = 0; from < ids.length; from += AT_ONCE)
      yield (await linesOf(db, of, ids.slice(from, from + AT_ONCE), meant, isSignedIn)).map(findingRow)
}
