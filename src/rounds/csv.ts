import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { type Flavour, flavours, headLine, roundLines } from './csv-cells.ts'
import type { Filter } from './filter.ts'
import { type RoundRow, roundsPage } from './list-reads.ts'

const AT_ONCE = 500

/**
 * Sends all rounds that meet the filter, page by page along the index: never in memory whole, never a long stop,
 * never faster than the reader takes them.
 */
export async function sendRoundsCsv(req: Request, res: Response, db: Db, filter: Filter): Promise<void> {
  const flavour = flavourOf(req.query.flavour)
  const place = req.path.replace(/\.csv$/, '').split('/')
  const name = ['parley', ...place.filter(Boolean)].join('-')
  res.type('text/csv; charset=utf-8').attachment(`${name}.csv`).set('Cache-Control', 'no-cache')
  const taken = takenBy(res)
  res.write(headLine(flavour))
  let after: RoundRow | undefined
  for (;;) {
    const rounds = await roundsPage(db, { ...filter, page: 1 }, { limit: AT_ONCE, after })
    if (rounds.length === 0 || res.destroyed) break
    if (!res.write(await roundLines(db, rounds, flavour))) await taken()
    await new Promise(setImmediate)
    after = rounds.at(-1)
  }
  res.end()
}

function flavourOf(given: unknown): Flavour {
  const flavour = flavours.find((name) => name === (given ?? 'plain'))
  if (!flavour)
    throw new Refusal(400, `There is no such flavour of CSV. The flavours are ${flavours.join(', ')}.`)
  return flavour
}

/**
 * To wait until the reader has taken what was sent, or has gone. It listens once for the whole answer: a listener
 * for each page would pile up where the reader is slow.
 */
function takenBy(res: Response): () => Promise<void> {
  let goOn = () => {}
  for (const event of ['drain', 'close']) res.on(event, () => goOn())
  return () =>
    new Promise((resolve) => {
      goOn = resolve
      if (res.destroyed) resolve()
    })
}
