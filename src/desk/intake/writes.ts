import { createHash } from 'node:crypto'
import type { Generated, Selectable } from 'kysely'
import { atomically } from '../../db/atomically.ts'
import type { Db, Tables } from '../../db/tables.ts'
import type { Article } from '../../intake/article.ts'
import { withFurniture } from '../../intake/read-article.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'

declare module '../../db/tables.ts' {
  interface Tables {
    intake: {
      id: Generated<number>
      account_id: number
      /** UTC, ISO 8601. */
      made: string
      publisher: string
      title: string | null
      url: string | null
      /** EDTF. */
      published: string | null
      kind: string
      /** The day against which "Tuesday" is read; EDTF. */
      reference: string | null
      /** JSON of an Article. */
      article: string
      text_sha256: string
    }
  }
}

export type IntakeRow = Selectable<Tables['intake']>
export type Described = Pick<IntakeRow, 'publisher' | 'title' | 'url' | 'published' | 'kind' | 'reference'>

/** Texts that are kept for one account. */
const MOST = 200

/** Of too many by one account, the oldest goes that no unfinished draft is taken from. @returns its number */
export function keepIntake(db: Db, by: Author, described: Described, article: Article): Promise<number> {
  return atomically(db, async (db) => {
    await makeRoom(db, by.account_id ?? 0)
    const { id } = await db
      .insertInto('intake')
      .values({
        ...described,
        account_id: by.account_id ?? 0,
        made: by.clock().toISOString(),
        article: JSON.stringify(article),
        text_sha256: createHash('sha256').update(article.text).digest('hex'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

async function makeRoom(db: Db, account_id: number): Promise<void> {
  const own = await db
    .selectFrom('intake')
    .select('id')
    .where('account_id', '=', account_id)
    .orderBy('id')
    .execute()
  if (own.length < MOST) return
  const used = await takenFrom(db)
  const spare = own.find(({ id }) => !used.has(String(id)))
  if (!spare)
    throw new Refusal(409, `Your drafts are taken from ${MOST} texts: publish or drop some of them first.`)
  await db.deleteFrom('intake').where('id', '=', spare.id).execute()
}

/** The texts that unfinished drafts are taken from, anybody's. */
async function takenFrom(db: Db): Promise<Set<string>> {
  const drafts = await db
    .selectFrom('draft')
    .select('address')
    .where('state', 'in', ['draft', 'sent back', 'submitted'])
    .where('address', 'like', '%intake=%')
    .execute()
  return new Set(drafts.map(({ address }) => new URLSearchParams(address.split('?')[1]).get('intake') ?? ''))
}

/** From now on these paragraphs are furniture of the page, and no others; the text itself stays as it is. */
export async function setFurniture(
  db: Db,
  id: number,
  article: Article,
  dropped: Set<number>,
): Promise<void> {
  const said = article.paragraphs.reduce(
    (read, _one, at) =>
      read.paragraphs[at]?.isFurniture === dropped.has(at) ? read : withFurniture(read, at, dropped.has(at)),
    article,
  )
  await atomically(db, (db) =>
    db
      .updateTable('intake')
      .set({ article: JSON.stringify(said) })
      .where('id', '=', id)
      .execute(),
  )
}
