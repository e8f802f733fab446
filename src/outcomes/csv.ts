import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { allAtOnce, type Row, sendTable } from '../web/table.ts'
import { commitmentCells, commitmentColumns, entryCells, entryColumns } from './cells.ts'
import { type CommitmentRow, commitmentsPage, commitmentsWithIds } from './commitment-reads.ts'
import type { CommitmentFilter } from './filter.ts'
import { type Account, ledgersOf } from './gather.ts'

const AT_ONCE = 500

/** Sends all commitments that meet the filter, as CSV or JSON. */
export function sendCommitments(
  req: Request,
  res: Response,
  db: Db,
  filter: CommitmentFilter,
  day: number,
): Promise<void> {
  return sendTable(req, res, commitmentColumns, pagesOf(db, filter, day))
}

/** Sends these commitments, in the order of their numbers. */
export function sendChosenCommitments(
  req: Request,
  res: Response,
  { db, day }: { db: Db; day: number },
  ids: readonly number[],
): Promise<void> {
  return sendTable(req, res, commitmentColumns, chosenPages(db, ids, day))
}

/** Sends one ledger, report by report. */
export function sendEntries(req: Request, res: Response, account: Account): Promise<void> {
  return sendTable(req, res, entryColumns, allAtOnce(entryCells(account)))
}

async function* pagesOf(db: Db, filter: CommitmentFilter, day: number): AsyncGenerator<Row[]> {
  let after: CommitmentRow | undefined
  for (;;) {
    const rows = await commitmentsPage(db, filter, { limit: AT_ONCE, after })
    if (rows.length === 0) return
    const accounts = await ledgersOf(db, rows, day)
    yield accounts
      .filter(({ ledger }) => filter.state === null || ledger.state === filter.state)
      .map(commitmentCells)
    after = rows.at(-1)
  }
}

async function* chosenPages(db: Db, ids: readonly number[], day: number): AsyncGenerator<Row[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await commitmentsWithIds(db, ids.slice(from, from + AT_ONCE))
    yield (await ledgersOf(db, rows, day)).map(commitmentCells)
  }
}
