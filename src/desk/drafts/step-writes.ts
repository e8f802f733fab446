/* What becomes of what was handed in. */
import type { Generated } from 'kysely'
import { atomically } from '../../db/atomically.ts'
import type { Db, Tables } from '../../db/tables.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'
import { theDraft } from './reads.ts'
import type { Seen } from './seen.ts'

declare module '../../db/tables.ts' {
  interface Tables {
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

/** The author wants to go on writing. @throws Refusal 409 where it is not in the queue any more */
export function takeBack(db: Db, by: Author, id: number): Promise<void> {
  return atomically(db, async (db) => {
    await inQueue(db, id)
    await step(db, by, id, 'draft', 'taken back')
  })
}

/** @throws Refusal 409 where it is not in the queue any more, or not as it was seen */
export function sendBack(db: Db, by: Author, seen: Seen, remark: string): Promise<void> {
  return atomically(db, async (db) => {
    await stillAs(db, seen)
    await step(db, by, seen.id, 'sent back', 'sent back', remark)
  })
}

/**
 * Inside the transaction that writes it into the record.
 * @throws Refusal 409 where it is not in the queue any more, or not as it was seen
 */
export async function markPublished(db: Db, by: Author, seen: Seen, leads_to: string): Promise<void> {
  await stillAs(db, seen)
  await published(db, by, seen.id, leads_to)
}

/** Inside a transaction. */
export async function published(db: Db, by: Author, id: number, leads_to: string): Promise<void> {
  await step(db, by, id, 'published', 'published')
  await db.updateTable('draft').set({ leads_to }).where('id', '=', id).execute()
}

async function stillAs(db: Db, { id, step }: Seen): Promise<void> {
  const last = await inQueue(db, id)
  if (last !== step) throw new Refusal(409, 'It was handed in anew since you read it: read it once more.')
}

/** @returns the number of its last step */
async function inQueue(db: Db, id: number): Promise<number | null> {
  const { state, step } = await theDraft(db, id)
  if (state !== 'submitted')
    throw new Refusal(409, 'It is not waiting for review any more: somebody else was first.')
  return step
}

/** Inside a transaction: what became of it, and how it stands since. */
export async function step(
  db: Db,
  { who, clock }: Author,
  draft_id: number,
  state: Tables['draft']['state'],
  step: Step,
  remark: string | null = null,
): Promise<void> {
  const at = clock().toISOString()
  await db.updateTable('draft').set({ state, changed: at }).where('id', '=', draft_id).execute()
  await db.insertInto('draft_step').values({ draft_id, at, who, step, remark }).execute()
}
