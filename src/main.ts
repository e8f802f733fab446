import type { Server } from 'node:http'
import type { Express } from 'express'
import { pino } from 'pino'
import { sessionSecret } from './accounts/secret.ts'
import { createApp } from './app.ts'
import { buildAssets } from './build.ts'
import { command, say } from './commands/command.ts'
import { Unusable } from './db/open.ts'
import { openPast } from './db/past.ts'
import { openOrCreate } from './exchange/first-start.ts'
import { wallClock } from './kernel/clock.ts'
import type { Config } from './kernel/config.ts'
import { censusOf } from './rounds/census/current.ts'
import { readAssets } from './web/assets.ts'
import { newServer } from './web/serving.ts'

const help = `npm start
Builds what browsers load, opens or makes the record, and serves it.
PORT, HOST, DATABASE_URL, SESSION_SECRET and LOG_LEVEL are read from the environment.`

/** How long requests in flight may take to finish once we are told to stop. */
const FAREWELL_MS = 8000

await command(help, {}, async ({ config }) => {
  let open = (_app: Express) => {}
  const app = new Promise<Express>((resolve) => {
    open = resolve
  })
  const server = newServer(async (req, res) => (await app)(req, res))
  await listen(server, config)
  try {
    await buildAssets()
    const { db, fresh } = await openOrCreate(config.database, wallClock)
    const log = pino({ level: config.logLevel })
    const secret = config.sessionSecret ?? sessionSecret(config.database)
    const past = openPast(config.database)
    open(createApp({ db, past, clock: wallClock, log, assets: readAssets(), secret }))
    // Whoever comes first need not wait for it as long; what fails here fails again for them, and is told.
    censusOf(db).catch(() => {})
    stopOnSignal(server, () => {
      past.close()
      return db.destroy()
    })
    greet(server, config, fresh)
  } catch (error) {
    server.close()
    // Whoever came early waits for a record that will not open.
    server.closeAllConnections()
    throw error
  }
})

/** The port is taken first: where it cannot be had, nothing else is touched. Early visitors wait for the record. */
function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`
      reject(new Unusable(`The address ${host}:${port} ${why}. Set PORT or HOST to another one.`))
    })
    server.listen(port, host, resolve)
  })
}

/** Finishes the requests in flight, closes the record and leaves with 0. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.close(() => close().then(() => process.exit(0)))
    // Kept-alive connections fall idle one by one, as their last request is answered.
    setInterval(() => server.closeIdleConnections(), 50).unref()
    setTimeout(() => server.closeAllConnections(), FAREWELL_MS).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function greet(server: Server, { host }: Config, fresh: boolean): void {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
  if (fresh) say('The starter record was loaded.')
  say(`Parley is at http://${shown}:${port}`)
  if (fresh) say('To record rounds, make an account: npm run account -- add NAME --role analyst')
}
