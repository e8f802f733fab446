import type { RequestHandler } from 'express'
import type { Db } from '../db/tables.ts'
import { asOf } from './as-of.ts'
import { pageIn } from './paging.ts'
import { type Columns, type Row, sendTable } from './table.ts'

interface List {
  columns: Columns
  pages: (db: Db) => AsyncIterable<Row[]>
}

/** Sends a list whole, whatever page of it the address names. */
export function sendList({ columns, pages }: List): RequestHandler {
  return async (req, res) => {
    pageIn(req.query, ['flavour'])
    await sendTable(req, res, columns, pages(asOf(res).db))
  }
}
