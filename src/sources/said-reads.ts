import type { Db, Read } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { relaysOf } from './claim-reads.ts'

const AT_ONCE = 500

type ClaimRow = Read<typeof claimsAfter>[number]

/** Every claim of a source, page by page along the index, each with the chain it came through. */
export async function* claimPagesOf(db: Db, sourceId: number) {
  let last: ClaimRow | undefined
  for (;;) {
    const rows = await claimsAfter(db, sourceId, last)
    if (rows.length === 0) return
    const chains = await relaysOf(db, idsOf(rows))
    yield rows.map((row) => ({ ...row, relays: chains.get(row.id) ?? [] }))
    last = rows.at(-1)
  }
}

function claimsAfter(
  db: Db,
  sourceId: number,
  last: { record: string; record_id: number; id: number } | undefined,
) {
  const rows = db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .leftJoin('party', 'party.id', 'claim.asserter_party_id')
    .leftJoin('person', 'person.id', 'claim.asserter_person_id')
    .where('claim.source_id', '=', sourceId)
    .where('claim.withdrawn', 'is', null)
    .selectAll('claim')
    .select(['source.publisher as source', 'party.name as asserter_party', 'person.name as asserter_person'])
    .orderBy('claim.record')
    .orderBy('claim.record_id')
    .orderBy('claim.id')
    .limit(AT_ONCE)
  if (!last) return rows.execute()
  return rows
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('claim.record', 'claim.record_id', 'claim.id'),
        '>',
        tuple(last.record, last.record_id, last.id),
      ),
    )
    .execute()
}
