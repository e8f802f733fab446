/* Which statements the application runs for an address, seen at the driver. */
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { openRecord } from '../db/open.ts'
import { openPast } from '../db/past.ts'
import { wallClock } from '../kernel/clock.ts'
import { readAssets } from '../web/assets.ts'
import { newServer } from '../web/serving.ts'
import { timed } from './asking.ts'
import { hearing } from './hearing.ts'
import type { Answers } from './raw.ts'

/** Each address is asked for twice: what is only done once for all is not what it takes. */
export async function statementsFor(path: string, addresses: string[]): Promise<Answers> {
  const db = openRecord(path)
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
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const answers: Answers = {}
  for (const one of addresses) {
    await timed(origin + one)
    answers[one] = await listen(() => timed(origin + one))
  }
  server.closeAllConnections()
  server.close()
  past.close()
  await db.destroy()
  return answers
}

async function listen(work: () => Promise<unknown>): Promise<Answers[string]> {
  const heard: Answers[string] = []
  const stop = hearing(({ sql, values }) =>
    heard.push({ sql, values: values as Answers[string][number]['values'] }),
  )
  try {
    await work()
  } finally {
    stop()
  }
  return heard
}
