import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { type Row, sendTable } from '../web/table.ts'
import { cellsOf, csvColumns } from './csv-cells.ts'
import type { Filter } from './filter.ts'
import { type RoundRow, roundRows, roundsPage } from './list-reads.ts'

const AT_ONCE = 500

/** Sends all rounds that meet the filter, as CSV or JSON. */
export function sendRounds(req: Request, res: Response, db: Db, filter: Filter): Promise<void> {
  return sendTable(req, res, csvColumns, pagesOf(db, { ...filter, page: 1 }))
}

/** Page by page along the index. */
async function* pagesOf(db: Db, filter: Filter): AsyncGenerator<Row[]> {
  let after: RoundRow | undefined
  for (;;) {
    const rounds = await roundsPage(db, filter, { limit: AT_ONCE, after })
    if (rounds.length === 0) return
    yield await cellsOf(db, rounds)
    after = rounds.at(-1)
  }
}

/** Sends these rounds, in this order. */
export function sendChosen(req: Request, res: Response, db: Db, ids: readonly number[]): Promise<void> {
  return sendTable(req, res, csvColumns, inPages(db, ids))
}

async function* inPages(db: Db, ids: readonly number[]): AsyncGenerator<Row[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    yield await cellsOf(db, await roundRows(db, ids.slice(from, from + AT_ONCE)))
}
