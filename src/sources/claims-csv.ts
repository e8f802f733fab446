import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { type Columns, type Row, sendTable } from '../web/table.ts'
import { claimFields } from './fields.ts'
import { claimPagesOf } from './said-reads.ts'

const named: Record<string, string> = {
  asserter_party_id: 'asserter_party',
  asserter_person_id: 'asserter_person',
  source_id: 'source',
}

/** The columns of the file of claims, and the chain in one cell: "TASS > a source", nearest first. */
const claimColumns: Columns = Object.fromEntries([
  ['id', 'Number'],
  ...Object.entries(claimFields).flatMap(([field, { label }]) => {
    const name = named[field]
    return name
      ? [
          [field, label],
          [name, `${label}, in words`],
        ]
      : [[field, label]]
  }),
  ['relays', 'The chain it came through, nearest first; who begins with a small letter was not named'],
])

/** Sends all claims of a source, as CSV or JSON. */
export function sendClaims(req: Request, res: Response, db: Db, sourceId: number): Promise<void> {
  return sendTable(req, res, claimColumns, rowsOf(db, sourceId))
}

async function* rowsOf(db: Db, sourceId: number): AsyncGenerator<Row[]> {
  for await (const claims of claimPagesOf(db, sourceId))
    yield claims.map((claim) => ({ ...claim, relays: claim.relays.map(({ name }) => name).join(' > ') }))
}
