import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { type Row, sendTable } from '../web/table.ts'
import { cellsOf, csvColumns } from './csv-cells.ts'
import type { Filter } from './filter.ts'
import { roundRows } from './list-reads.ts'
import { roundsMatching } from './matching.ts'

const AT_ONCE = 500

/** Sends all rounds that meet the filter now, as CSV or JSON. */
export async function sendRounds(req: Request, res: Response, db: Db, filter: Filter): Promise<void> {
  return sendChosen(req, res, db, (await roundsMatching(db, filter)).ids())
}

/** Sends these rounds, in this order. */
export function sendChosen(req: Request, res: Response, db: Db, ids: readonly number[]): Promise<void> {
  return sendTable(req, res, csvColumns, pagesOf(db, ids))
}

/** Read a page at a time. */
async function* pagesOf(db: Db, ids: readonly number[]): AsyncGenerator<Row[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    yield await cellsOf(db, await roundRows(db, ids.slice(from, from + AT_ONCE)))
}
