import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { type Reported, reportedElsewhere } from '../sources/elsewhere.ts'
import { fieldsElsewhere } from '../sources/elsewhere-reads.ts'
import { type Mark, marks } from '../sources/evidence.ts'
import { evidencePath } from '../sources/paths.ts'
import type { Gathered } from './gather.ts'
import { aboutOf } from './rivals-page.ts'

/** A source that says less than this is no article to compare with. */
const FULL = 8
const FIELDS_SHOWN = 80

export interface Elsewhere {
  source: string
  href: string
  words: string
  rows: Array<{ about: string; href: string; mark: Mark; says: Reported[] }>
  hasRows: boolean
}

/** What the fullest source on a round does not tell, and others do; nothing where no source is full. */
export async function elsewhereOf(db: Db, all: Gathered): Promise<Elsewhere | null> {
  const bySource = [...groupBy([...all.claims.all], ({ source_id }) => source_id).values()]
  const fullest = bySource.sort((one, other) => other.length - one.length)[0] ?? []
  const [claim] = fullest
  if (!claim || fullest.length < FULL) return null
  const fields = await fieldsElsewhere(db, claim.source_id, all.round.id, FIELDS_SHOWN)
  const rows = fields.flatMap(({ record, record_id, field, status }) => {
    const about = aboutOf(all, { record, record_id, field: field || null }) || 'This round'
    const says = reportedElsewhere(all.claims, record, record_id, field)
    return says.length === 0
      ? []
      : [{ about, href: evidencePath(record, record_id, field), mark: marks[status], says }]
  })
  return {
    source: claim.publisher,
    href: `/sources/${claim.source_id}`,
    words: counted(rows.length, 'field'),
    rows,
    hasRows: rows.length > 0,
  }
}
