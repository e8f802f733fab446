/* The application over a made-up record of its own, to be measured. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { addAccount } from '../accounts/account.ts'
import { makeToken } from '../accounts/token-writes.ts'
import { createApp } from '../app.ts'
import { openRecord } from '../db/open.ts'
import { openPast } from '../db/past.ts'
import type { Db } from '../db/tables.ts'
import { wallClock } from '../kernel/clock.ts'
import { readAssets } from '../web/assets.ts'
import { newServer } from '../web/serving.ts'
import { makeRecord } from './synthetic/made.ts'

export interface Bench {
  db: Db
  get(path: string): Promise<void>
  /** As an editor sees it. */
  atDesk(path: string): Promise<void>
  /** An editor enters a round, each time another one. */
  enter(): Promise<void>
  close(): Promise<void>
}

async function editorsToken(db: Db): Promise<string> {
  const account_id = await addAccount(db, wallClock, 'the bench', 'editor', randomUUID())
  const by = { account_id, who: 'the bench', clock: wallClock }
  return makeToken(db, by, { account_id, label: 'bench', scope: 'write', days: 1 })
}

function newRound(number: number): Record<string, string> {
  return {
    track_id: '1',
    title: `Entered ${number}`,
    date: '2025-06-05',
    status: 'held',
    venue: 'A house by the sea',
    'delegations.0.party': 'Norway',
    'delegations.0.people.0.person': `Head ${number}`,
    'delegations.0.people.0.role': 'head',
    'delegations.1.party': 'Oman',
    'source.publisher': 'Outlet 1',
    'source.kind': 'news report',
  }
}

/** In a temporary folder, gone when it is closed. `say` is told how long the making took. */
export async function openBench(rounds: number, say: (line: string) => void): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'record.sqlite')
  const began = performance.now()
  await makeRecord(path, { rounds, claims: 10, seed: 1 })
  const db = openRecord(path)
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
  const authorization = `Bearer ${await editorsToken(db)}`
  let entered = 0
  const ask = async (path: string, init: RequestInit = {}, expected = 200) => {
    const reply = await fetch(origin + path, { redirect: 'manual', ...init })
    await reply.arrayBuffer()
    if (reply.status !== expected) throw new Error(`${path} answered ${reply.status}.`)
  }
  return {
    db,
    get: (path) => ask(path),
    atDesk: (path) => ask(path, { headers: { authorization } }),
    enter() {
      const body = new URLSearchParams(newRound(++entered))
      return ask('/rounds/new', { method: 'POST', headers: { authorization }, body }, 303)
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
