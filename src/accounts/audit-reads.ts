import type { Db, Read } from '../db/tables.ts'

export interface AuditFilter {
  who: string | null
  event: string | null
  /** Only lines older than this one. */
  before: number | null
}

export type AuditLine = Read<typeof auditLines>[number]

/** Newest first, along an index whatever is asked. */
export function auditLines(db: Db, { who, event, before }: AuditFilter, limit: number) {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'who', 'event', 'detail'])
    .$if(who !== null, (query) => query.where('who', '=', who))
    .$if(event !== null, (query) => query.where('event', '=', event))
    .where('id', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** All of them, some hundred at a time. */
export async function* allAuditLines(db: Db, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  for (let { before } = filter; ; ) {
    const lines = await auditLines(db, { ...filter, before }, 500)
    if (lines.length === 0) return
    yield lines
    before = lines.at(-1)?.id ?? null
  }
}
