/*
 * The raw engine: SQLite's answers through node:http, with nothing of the application in between. Run as a program of its own:
 * node --import tsx src/bench/raw.ts DATABASE ANSWERS, where ANSWERS is a JSON file of what to run for each address.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ROOT } from '../kernel/root.ts'
import { CSV_PATH, CSV_SQL } from './measures.ts'
import { naiveItems, naivePage } from './naive.ts'

export type Answers = Record<string, Array<{ sql: string; values: Array<string | number | null> }>>

const [path = '', answersFile = ''] = process.argv.slice(2)
const file = new Database(path, { readonly: true })
file.pragma('cache_size = -32000')
const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Answers
const prepared = new Map<string, Database.Statement>()

const server = createServer((req, res) => {
  const address = req.url ?? ''
  const statements = answers[address]
  if (statements)
    return sendJson(
      res,
      statements.map(({ sql, values }) => statement(sql).all(...values)),
    )
  if (address === CSV_PATH) return sendCsv(res)
  if (address === '/naive') return send(res, 'text/html', naivePage)
  if (address === '/naive.json') return sendJson(res, naiveItems(file))
  const asset = /^\/assets\/([\w.-]+)$/.exec(address)?.[1]
  if (asset) return send(res, asset.endsWith('css') ? 'text/css' : 'text/javascript', library(asset))
  res.writeHead(404).end()
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`raw engine at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)

function statement(sql: string): Database.Statement {
  const known = prepared.get(sql) ?? file.prepare(sql)
  prepared.set(sql, known)
  return known
}

function sendJson(res: ServerResponse, value: unknown): void {
  send(res, 'application/json', JSON.stringify(value))
}

function send(res: ServerResponse, type: string, body: string | Buffer): void {
  res.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body)
}

/** Cells with a comma, a quote or a line break are quoted; nothing else is looked at. */
function sendCsv(res: ServerResponse): void {
  res.writeHead(200, { 'Content-Type': 'text/csv' })
  let lines = ''
  for (const row of statement(CSV_SQL).raw().iterate() as IterableIterator<unknown[]>) {
    lines += `${row.map(cell).join(',')}\r\n`
    if (lines.length < 65_536) continue
    res.write(lines)
    lines = ''
  }
  res.end(lines)
}

function cell(value: unknown): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The files that the library's own examples load. */
function library(name: string): Buffer {
  const folder = join(ROOT, 'node_modules/vis-timeline')
  return readFileSync(join(folder, name.endsWith('css') ? 'styles' : 'standalone/umd', name))
}
