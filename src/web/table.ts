import { stringify } from 'csv-stringify/sync'
import type { Request, Response } from 'express'
import { Refusal } from '../kernel/fault.ts'

export const flavours = ['plain', 'spreadsheet'] as const
export type Flavour = (typeof flavours)[number]

/** The columns of a table that leaves the house: what each is called and what stands in it. */
export type Columns = Readonly<Record<string, string>>
export type Row = Record<string, string | number | null>

/**
 * Sends a table as CSV or JSON, as the path's ending says: page by page as it is read, never in memory whole, never
 * a long stop, never faster than the reader takes it.
 */
export async function sendTable(
  req: Request,
  res: Response,
  columns: Columns,
  pages: AsyncIterable<Row[]>,
): Promise<void> {
  const form = req.path.endsWith('.json') ? jsonForm(columns) : csvForm(columns, flavourOf(req.query.flavour))
  const place = req.path.replace(/\.\w+$/, '').split('/')
  const name = ['parley', ...place.filter(Boolean)].join('-')
  // A private one was marked as never to be stored before it came here.
  const caching = res.get('Cache-Control') ?? 'no-cache'
  res.type(form.type).attachment(`${name}.${form.ending}`).set('Cache-Control', caching)
  const taken = takenBy(res)
  res.write(form.head)
  for await (const rows of pages) {
    if (res.destroyed) break
    if (rows.length > 0 && !res.write(form.lines(rows))) await taken()
    await new Promise(setImmediate)
  }
  res.end(form.foot)
}

/** A table that is small enough to be read at once. */
export async function* allAtOnce(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows
}

function flavourOf(given: unknown): Flavour {
  const flavour = flavours.find((name) => name === (given ?? 'plain'))
  if (!flavour)
    throw new Refusal(400, `There is no such flavour of CSV. The flavours are ${flavours.join(', ')}.`)
  return flavour
}

interface Form {
  type: string
  ending: string
  head: string
  lines: (rows: Row[]) => string
  foot: string
}

/** For spreadsheets behind a byte order mark, by which they know UTF-8. */
function csvForm(columns: Columns, flavour: Flavour): Form {
  const names = Object.keys(columns)
  return {
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    head: (flavour === 'spreadsheet' ? '\uFEFF' : '') + linesOf([names], flavour),
    lines: (rows) =>
      linesOf(
        rows.map((row) => names.map((name) => row[name] as Row[string])),
        flavour,
      ),
    foot: '',
  }
}

/** A list of objects, one a line. */
function jsonForm(columns: Columns): Form {
  const names = Object.keys(columns)
  let before = '\n'
  return {
    type: 'application/json; charset=utf-8',
    ending: 'json',
    head: '[',
    lines: (rows) =>
      rows
        .map((row) => {
          const line =
            before + JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))
          before = ',\n'
          return line
        })
        .join(''),
    foot: '\n]\n',
  }
}

function linesOf(rows: Array<Array<Row[string]>>, flavour: Flavour): string {
  const isPlain = flavour === 'plain'
  return stringify(rows, {
    record_delimiter: isPlain ? '\n' : '\r\n',
    // Else a bare line end of the other kind ends the row for some readers, and a semicolon the cell for spreadsheets.
    quoted_match: isPlain ? /[\r\n]/ : /[\r\n;]/,
    cast: isPlain ? {} : { string: guardFormula },
  })
}

/** A spreadsheet runs what begins with one of these, wide letters too; an apostrophe makes it text (OWASP, CSV injection). */
function guardFormula(cell: string): string {
  return /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell) ? `'${cell}` : cell
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
