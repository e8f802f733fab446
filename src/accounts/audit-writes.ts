import type { Generated } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { AuditEvent } from './events.ts'

declare module '../db/tables.ts' {
  interface Tables {
    audit: { id: Generated<number>; at: string; who: string; event: string; detail: string | null }
  }
}

/** The trail of sign-ins and accounts; nothing in the program changes or removes a line of it. */
export async function audit(
  db: Db,
  { who, clock }: Pick<Author, 'who' | 'clock'>,
  event: AuditEvent,
  detail: string | null = null,
): Promise<void> {
  await db.insertInto('audit').values({ at: clock().toISOString(), who, event, detail }).execute()
}
