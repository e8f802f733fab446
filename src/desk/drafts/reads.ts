import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'

/** A draft with its author's name and the number of its last step. @throws Refusal 404 */
export async function theDraft(db: Db, id: number) {
  const found = await db
    .selectFrom('draft')
    .innerJoin('account', 'account.id', 'draft.account_id')
    .selectAll('draft')
    .select('account.name as who')
    .select((of) =>
      of
        .selectFrom('draft_step')
        .select((steps) => steps.fn.max<number | null>('draft_step.id').as('last'))
        .whereRef('draft_id', '=', 'draft.id')
        .as('step'),
    )
    .where('draft.id', '=', id)
    .executeTakeFirst()
  return found ?? notFound('draft', id)
}

export type KeptDraft = Awaited<ReturnType<typeof theDraft>>

/** What became of it so far, first to last. */
export function stepsOf(db: Db, id: number) {
  return db
    .selectFrom('draft_step')
    .select(['at', 'who', 'step', 'remark'])
    .where('draft_id', '=', id)
    .orderBy('id')
    .execute()
}

/** What one person still has to finish, newest first. */
export function openDraftsOf(db: Db, account_id: number, limit: number) {
  return drafts(db)
    .select((one) => lastRemark(one).as('remark'))
    .where('account_id', '=', account_id)
    .where('state', 'in', ['draft', 'sent back'])
    .orderBy('draft.id', 'desc')
    .limit(limit)
    .execute()
}

/** What one person handed in and nobody has read yet. */
export function waitingOf(db: Db, account_id: number, limit: number) {
  return drafts(db)
    .where('account_id', '=', account_id)
    .where('state', '=', 'submitted')
    .orderBy('draft.id')
    .limit(limit)
    .execute()
}

/** What waits for a second reader, longest waiting first. */
export function queue(db: Db, limit: number) {
  return drafts(db).where('state', '=', 'submitted').orderBy('draft.id').limit(limit).execute()
}

/** What the second reader wrote last. */
function lastRemark(one: ExpressionBuilder<Tables, 'draft'>) {
  return one
    .selectFrom('draft_step')
    .select('remark')
    .whereRef('draft_id', '=', 'draft.id')
    .where('step', '=', 'sent back')
    .orderBy('draft_step.id', 'desc')
    .limit(1)
}

function drafts(db: Db) {
  return db
    .selectFrom('draft')
    .innerJoin('account', 'account.id', 'draft.account_id')
    .select(['draft.id', 'title', 'address', 'state', 'changed', 'account_id', 'account.name as who'])
}

/** Whether somebody else typed into this showing of a form. */
export async function isAnothers(db: Db, account_id: number, token: string): Promise<boolean> {
  const found = await db
    .selectFrom('draft')
    .select('account_id')
    .where('token', '=', token)
    .executeTakeFirst()
  return found !== undefined && found.account_id !== account_id
}
