import type { Generated, Selectable } from 'kysely'
import { atomically } from '../../db/atomically.ts'
import type { Db, Tables } from '../../db/tables.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'

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
      /** The process whose rule of review holds. */
      process_id: number | null
      state: 'draft' | 'submitted' | 'sent back' | 'published'
      /** UTC, ISO 8601. */
      changed: string
      /** The page that shows what became of it. */
      leads_to: string | null
    }
    draft_step: {
      id: Generated<number>
      draft_id: number
      at: string
      who: string
      step: Step
      remark: string | null
    }
  }
}

type Step = 'submitted' | 'taken back' | 'sent back' | 'published'
export type DraftRow = Selectable<Tables['draft']>
/** What is kept of a form as it is typed. */
export type Typed = Pick<
  DraftRow,
  'token' | 'address' | 'title' | 'typed' | 'base' | 'version' | 'process_id'
>

/** Which states a draft may be changed in by typing on. */
const OPEN: DraftRow['state'][] = ['draft', 'sent back']

/**
 * Keeps what was typed; typing on in the same showing keeps the same draft. One that was handed in meanwhile stays as it is.
 * @returns its number
 */
export function keepDraft(db: Db, by: Author, typed: Typed): Promise<number> {
  return atomically(db, async (db) => {
    const [account_id, changed] = [by.account_id ?? 0, by.clock().toISOString()]
    const found = await db
      .selectFrom('draft')
      .select(['id', 'account_id', 'state'])
      .where('token', '=', typed.token)
      .executeTakeFirst()
    if (found && found.account_id !== account_id)
      throw new Refusal(409, 'This form is another person’s: open it anew to write your own.')
    if (found) {
      if (OPEN.includes(found.state))
        await db
          .updateTable('draft')
          .set({ ...typed, changed })
          .where('id', '=', found.id)
          .execute()
      return found.id
    }
    const { id } = await db
      .insertInto('draft')
      .values({ ...typed, account_id, changed, state: 'draft', leads_to: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** Hands a kept draft in for review. */
export function submitDraft(db: Db, by: Author, typed: Typed): Promise<number> {
  return atomically(db, async (db) => {
    const id = await keepDraft(db, by, typed)
    const { state } = await db
      .selectFrom('draft')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (OPEN.includes(state)) await step(db, by, id, 'submitted', 'submitted')
    return id
  })
}

/** The author wants to go on writing. @throws Refusal 409 where it is not in the queue any more */
export function takeBack(db: Db, by: Author, id: number): Promise<void> {
  return atomically(db, async (db) => {
    await inQueue(db, id)
    await step(db, by, id, 'draft', 'taken back')
  })
}

/** @throws Refusal 409 where it is not in the queue any more */
export function sendBack(db: Db, by: Author, id: number, remark: string): Promise<void> {
  return atomically(db, async (db) => {
    await inQueue(db, id)
    await step(db, by, id, 'sent back', 'sent back', remark)
  })
}

/** Inside the transaction that writes it into the record. @throws Refusal 409 where it is not in the queue any more */
export async function markPublished(db: Db, by: Author, id: number, leads_to: string): Promise<void> {
  await inQueue(db, id)
  await step(db, by, id, 'published', 'published')
  await db.updateTable('draft').set({ leads_to }).where('id', '=', id).execute()
}

/** What was typed into this showing is in the record by now, or is wanted no more. What was handed in stays. */
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

async function inQueue(db: Db, id: number): Promise<void> {
  const { state } = await db
    .selectFrom('draft')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (state !== 'submitted')
    throw new Refusal(409, 'It is not waiting for review any more: somebody else was first.')
}

async function step(
  db: Db,
  { who, clock }: Author,
  draft_id: number,
  state: DraftRow['state'],
  step: Step,
  remark: string | null = null,
): Promise<void> {
  const at = clock().toISOString()
  await db.updateTable('draft').set({ state, changed: at }).where('id', '=', draft_id).execute()
  await db.insertInto('draft_step').values({ draft_id, at, who, step, remark }).execute()
}
