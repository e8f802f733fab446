import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Express } from 'express'
import { type Logger, pino } from 'pino'
import { addAccount } from '../src/accounts/account.ts'
import type { Role } from '../src/accounts/roles.ts'
import { createApp } from '../src/app.ts'
import { buildAssets } from '../src/build.ts'
import { openRecord } from '../src/db/open.ts'
import { openPast, type Past } from '../src/db/past.ts'
import type { Db } from '../src/db/tables.ts'
import type { Clock } from '../src/kernel/clock.ts'
import { ROOT } from '../src/kernel/root.ts'
import { readAssets } from '../src/web/assets.ts'
import { guard } from '../src/web/render.ts'
import { newServer } from '../src/web/serving.ts'
import { whenDone } from './closing.ts'
import { copyOfRecord } from './made.ts'
import { strict } from './strict.ts'
import { type Visit, visitorTo } from './visit.ts'

/** It is always noon of 1 July 2024. */
export const stillClock: Clock = () => new Date('2024-07-01T12:00:00Z')
export const PASSWORD = 'a password of the tests'

export interface OpenHouse {
  app: Express
  db: Db
  past: Past
  /** Where it is served, such as http://127.0.0.1:12345. */
  origin: string
  /** A reader without an account. */
  visit: Visit
  /** Another reader, with cookies of their own. */
  visitor(): Visit
  /** Somebody with an account, signed in. */
  signedIn(role?: Role, name?: string): Promise<Visit>
  /** Happens by itself when the tests of the file are done. */
  close(): Promise<void>
}

const open = new Set<OpenHouse>()

/** The real application over a database of its own, filled from a folder of CSV files. */
export async function house(
  data = join(ROOT, 'tests/data'),
  log: Logger = pino({ level: 'silent' }),
  clock: Clock = stillClock,
): Promise<OpenHouse> {
  const path = newPath()
  await copyOfRecord(path, data, clock)
  return houseAt(path, log, clock)
}

/** The same over a copy of a record that stands. */
export async function houseOver(record: string): Promise<OpenHouse> {
  const path = newPath()
  copyFileSync(record, path)
  return houseAt(path, pino({ level: 'silent' }), stillClock)
}

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'parley-test-')), 'record.sqlite')
}

/** The folder of the file goes with it. */
async function houseAt(path: string, log: Logger, clock: Clock): Promise<OpenHouse> {
  const db = openRecord(path)
  const past = openPast(path)
  await buildAssets()
  guard.wrap = strict
  const secret = 'a secret that only the tests know'
  const app = createApp({ db, past, clock, log, assets: readAssets(), secret })
  const server = newServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const visitor = () => visitorTo(origin)
  const made: OpenHouse = {
    app,
    db,
    past,
    origin,
    visit: visitor(),
    visitor,
    async signedIn(role = 'editor', name: string = role) {
      await addAccount(db, clock, name, role, PASSWORD)
      return enter(visitor(), name)
    },
    async close() {
      if (!open.delete(made)) return
      server.closeAllConnections()
      server.close()
      past.close()
      await db.destroy()
      rmSync(dirname(path), { recursive: true })
    },
  }
  open.add(made)
  whenDone(made.close)
  return made
}

async function enter(visit: Visit, name: string): Promise<Visit> {
  await visit.get('/sign-in')
  await visit.post('/sign-in', { name, password: PASSWORD, next: '/codebook' })
  await visit.get('/sign-in')
  return visit
}
