import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApp } from '../../src/app.ts'
import { openRecord } from '../../src/db/open.ts'
import { openPast } from '../../src/db/past.ts'
import type { Db } from '../../src/db/tables.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { readAssets } from '../../src/web/assets.ts'
import { whenDone } from '../closing.ts'
import { type Visit, visitorTo } from '../visit.ts'
import { smallRecord } from './small-record.ts'

export interface Served {
  path: string
  db: Db
  visit: Visit
}

/** The application in this very process, on a small record and a clock of the test's choice. */
export async function serveHere(clock: Clock = wallClock): Promise<Served> {
  const path = await smallRecord()
  const db = openRecord(path)
  const past = openPast(path)
  const log = pino({ level: 'silent' })
  const app = createApp({
    db,
    past,
    clock,
    log,
    assets: readAssets(),
    secret: 'a secret that only the tests know',
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  whenDone(async () => {
    server.closeAllConnections()
    server.close()
    past.close()
    await db.destroy()
  })
  return { path, db, visit: visitorTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) }
}

export const PASSWORD = 'a password of the tests'
