import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { crowd, fill } from '../bench/synthetic.ts'
import { buildAssets } from '../build.ts'
import { migrate } from '../db/migrate.ts'
import { openRecord, openWriter } from '../db/open.ts'
import { openPast } from '../db/past.ts'
import type { Db } from '../db/tables.ts'
import { wallClock } from '../kernel/clock.ts'
import { readAssets } from '../web/assets.ts'
import { newServer } from '../web/serving.ts'
import { command, Misuse, say } from './command.ts'

const help = `npm run bench [-- --rounds 100000] [-- --times 15]
Measures pages on made-up records in a temporary folder and prints ratios within the one run: a round with a thousand
claims against one with fifty, and a large record against one of a thousand rounds. Nothing of yours is touched.`

interface Bench {
  db: Db
  get(path: string): Promise<void>
  close(): Promise<void>
}

const pages = [
  '/',
  '/rounds',
  '/rounds?evidence=disputed',
  '/rounds?known=1990-01-01',
  '/timeline.json?from=1990-01-01&to=1990-12-31',
  '/rounds/500',
  '/rounds/500/evidence',
  '/disputes',
  '/disputes?known=1990-01-01',
  '/processes/process-12',
  '/changes',
  '/changes?process=process-12',
  '/rounds/500/history',
]

await command(help, { rounds: { type: 'string' }, times: { type: 'string' } }, async ({ options }) => {
  const [rounds, times] = [Number(options.rounds ?? 100_000), Number(options.times ?? 15)]
  if (!(rounds >= 1000) || !(times >= 3)) throw new Misuse(help)
  await buildAssets()
  const [small, large] = [await open(1000), await open(rounds)]
  try {
    await crowded(small, times)
    say(`\n${rounds.toLocaleString('en')} rounds against 1,000, median of ${times}, in milliseconds`)
    for (const path of pages) {
      const [few, many] = await inTurn(
        times,
        () => small.get(path),
        () => large.get(path),
      )
      say(
        `${few.toFixed(1).padStart(8)} ${many.toFixed(1).padStart(8)}  x ${(many / few).toFixed(2)}  ${path}`,
      )
    }
  } finally {
    await small.close()
    await large.close()
  }
})

/** The promise: three times at most. */
async function crowded({ db, get }: Bench, times: number): Promise<void> {
  await crowd(db, 10, 50, 1_000_000)
  await crowd(db, 20, 1000, 2_000_000)
  for (const path of ['', '/evidence/duration_minutes']) {
    const [few, many] = await inTurn(
      times,
      () => get(`/rounds/10${path}`),
      () => get(`/rounds/20${path}`),
    )
    say(
      `${few.toFixed(1).padStart(8)} ${many.toFixed(1).padStart(8)}  x ${(many / few).toFixed(2)}  /rounds/ID${path}, 1,000 claims on one field against 50`,
    )
  }
}

/** Medians of two works done by turns, so that both meet the same weather. */
async function inTurn(
  times: number,
  one: () => Promise<void>,
  other: () => Promise<void>,
): Promise<[number, number]> {
  const spent: [number[], number[]] = [[], []]
  await one()
  await other()
  for (let turn = 0; turn < times; turn++) {
    spent[0].push(await timed(one))
    spent[1].push(await timed(other))
  }
  return [median(spent[0]), median(spent[1])]
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

async function open(rounds: number): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'record.sqlite')
  const writer = openWriter(path)
  migrate(writer)
  writer.close()
  const db = openRecord(path)
  const began = performance.now()
  await fill(db, rounds)
  say(
    `${rounds.toLocaleString('en')} rounds with ten claims each made in ${Math.round((performance.now() - began) / 1000)} s`,
  )
  const past = openPast(path)
  const log = pino({ level: 'silent' })
  const app = createApp({
    db,
    past,
    clock: wallClock,
    log,
    assets: readAssets(),
    secret: 'a secret of the bench',
  })
  const server = newServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    db,
    async get(path) {
      const reply = await fetch(origin + path)
      await reply.arrayBuffer()
      if (!reply.ok) throw new Misuse(`${path} answered ${reply.status}.`)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      past.close()
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}
