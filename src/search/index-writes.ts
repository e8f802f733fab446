/* The index that search reads. It is derived of the record in the transaction of each change, as statuses are. */
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { type Document, documentOf } from './document.ts'
import { type FoundKind, foundKinds, indexOf, isFoundKind, numberOf } from './kinds.ts'
import { learnWords } from './spelling-writes.ts'
import { textsOf } from './text-reads.ts'
import { foundTouched } from './touched-reads.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** FTS5 without its texts: what was found is read from the record. */
    search: { rowid: number; name: string; words: string; marks: string }
    search_quote: { rowid: number; name: string; words: string; marks: string }
  }
}

const AT_ONCE = 200

/** Inside the transaction of a change: whatever is found by other words since this revision is indexed anew. */
export async function indexSince(
  db: Db,
  revision: number,
  judged: ReadonlyMap<string, number[]>,
): Promise<void> {
  const touched = await foundTouched(db, revision, judged)
  for (const kind of foundKinds) await indexThese(db, kind, touched.get(kind) ?? [])
}

/** Indexes these anew; what does not stand is found no more. Inside a transaction. */
export async function indexThese(db: Db, record: string, ids: number[]): Promise<void> {
  if (!isFoundKind(record)) return
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const documents = (await textsOf(db, record, some)).map(documentOf)
    await replace(db, record, some, documents)
    await learnWords(db, documents)
  }
}

async function replace(db: Db, kind: FoundKind, ids: number[], documents: Document[]): Promise<void> {
  const index = sql.table(indexOf(kind))
  const band = sql`(${sql.lit(numberOf(kind))} << 53)`
  await sql`delete from ${index} where rowid in (select ${band} | value from json_each(${JSON.stringify(ids)}))`.execute(
    db,
  )
  if (documents.length === 0) return
  await sql`insert into ${index} (rowid, name, words, marks)
    select ${band} | (value ->> 'id'), value ->> 'name', value ->> 'words', value ->> 'marks'
    from json_each(${JSON.stringify(documents)})`.execute(db)
}
