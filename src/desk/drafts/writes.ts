/* What is typed into forms, kept. */
import { createHash } from 'node:crypto'
import type { Generated, Selectable } from 'kysely'
import { atomically } from '../../db/atomically.ts'
import type { Db, Tables } from '../../db/tables.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'
import { published, step } from './step-writes.ts'

declare module '../../db/tables.ts' {
  interface Tables {
    draft: {
      id: Generated<number>
      /** Of the showing of the form that it is typed into. */
      token: string
      account_id: number
      /** The form's own address. */
      address: string
      title: string
      /** JSON of a Draft. */
      typed: string
      /** JSON of the Base it began from. */
      base: string
      version: number
      state: 'draft' | 'submitted' | 'sent back' | 'published'
      /** UTC, ISO 8601. */
      changed: string
      /** The page that shows what became of it. */
      leads_to: string | null
    }
  }
}

export type DraftRow = Selectable<Tables['draft']>
/** What is kept of a form as it is typed. */
export type Typed = Pick<DraftRow, 'token' | 'address' | 'title' | 'typed' | 'base' | 'version'>

/** Which states a draft may be changed in by typing on. */
const OPEN: DraftRow['state'][] = ['draft', 'sent back']
/** Unpublished ones of one account. */
const MOST = 500

/** What was typed is not kept; the form has it still. */
export class NotKept extends Refusal {
  constructor(sentence: string) {
    super(409, sentence)
  }
}

/**
 * Keeps what was typed; typing on in the same showing keeps the same draft.
 * @returns its number
 * @throws NotKept where it was handed in meanwhile, or there is no room for another
 */
export function keepDraft(db: Db, by: Author, typed: Typed): Promise<number> {
  return atomically(db, async (db) => {
    const found = await draftOf(db, by, typed.token)
    if (!found) return begin(db, by, typed)
    if (isOpen(found)) await retype(db, by, found.id, typed)
    else if (found.typed !== typed.typed)
      throw new NotKept('This was handed in already. Take it back on its own page to go on writing.')
    return found.id
  })
}

/** A draft that stands ready, unless it is being typed into already. @returns its number; null where there is no room */
export function beginDraft(db: Db, by: Author, typed: Typed): Promise<number | null> {
  return atomically(db, async (db) => {
    const found = await draftOf(db, by, typed.token)
    if (found) return found.id
    return (await isFull(db, by)) ? null : begin(db, by, typed)
  })
}

/** Hands in for review what was typed; another text of the same showing takes the place of the one that waits there. */
export function submitDraft(db: Db, by: Author, typed: Typed): Promise<number> {
  return atomically(db, async (db) => {
    const found = await draftOf(db, by, typed.token)
    const isSame = found?.typed === typed.typed
    if (found && isSame && !isOpen(found)) return found.id
    if (found?.state === 'published') return submitDraft(db, by, { ...typed, token: anew(typed) })
    if (found) await retype(db, by, found.id, typed)
    const id = found?.id ?? (await begin(db, by, typed))
    await step(db, by, id, 'submitted', 'submitted')
    return id
  })
}

/** A showing of its own for another text, the same one however often that is sent. */
function anew({ token, typed }: Typed): string {
  return createHash('sha256').update(`${token} ${typed}`).digest('base64url')
}

function isOpen({ state }: Pick<DraftRow, 'state'>): boolean {
  return OPEN.includes(state)
}

async function draftOf(db: Db, { account_id }: Author, token: string) {
  const found = await db
    .selectFrom('draft')
    .select(['id', 'account_id', 'state', 'typed'])
    .where('token', '=', token)
    .executeTakeFirst()
  if (found && found.account_id !== account_id)
    throw new Refusal(409, 'This form is another person’s: open it anew to write your own.')
  return found
}

async function begin(db: Db, by: Author, typed: Typed): Promise<number> {
  if (await isFull(db, by)) throw new NotKept(`You have ${MOST} drafts: publish or drop some of them first.`)
  const [account_id, changed] = [by.account_id ?? 0, by.clock().toISOString()]
  const { id } = await db
    .insertInto('draft')
    .values({ ...typed, account_id, changed, state: 'draft', leads_to: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function isFull(db: Db, { account_id }: Author): Promise<boolean> {
  const { count } = await db
    .selectFrom('draft')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('account_id', '=', account_id)
    .where('state', 'in', [...OPEN, 'submitted'])
    .executeTakeFirstOrThrow()
  return count >= MOST
}

async function retype(db: Db, by: Author, id: number, typed: Typed): Promise<void> {
  const changed = by.clock().toISOString()
  await db
    .updateTable('draft')
    .set({ ...typed, changed })
    .where('id', '=', id)
    .execute()
}

/** What was typed into this showing is in the record by now: what waited to be read waits no more. */
export async function settleDraft(db: Db, by: Author, token: string, leads_to: string): Promise<void> {
  const waiting = await db
    .selectFrom('draft')
    .select('id')
    .where('token', '=', token)
    .where('account_id', '=', by.account_id ?? 0)
    .where('state', '=', 'submitted')
    .executeTakeFirst()
  if (waiting) await published(db, by, waiting.id, leads_to)
  else await dropDraft(db, by, token)
}

/** It is wanted no more. What was handed in stays. */
export async function dropDraft(db: Db, { account_id }: Author, token: string): Promise<void> {
  await atomically(db, (db) =>
    db
      .deleteFrom('draft')
      .where('token', '=', token)
      .where('account_id', '=', account_id ?? 0)
      .where('state', 'in', OPEN)
      .execute(),
  )
}
