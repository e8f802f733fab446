import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeAll, expect, test } from 'vitest'
import { accountNamed, addAccount, fromCommandLine } from '../../src/accounts/account.ts'
import { setDisabled } from '../../src/accounts/standing-writes.ts'
import { atomically } from '../../src/db/atomically.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { expectCalm, sentenceOf } from './calm.ts'
import { converse, memberAt, send, sendForm, strangerAt } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
const lines: string[] = []
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  ;({ origin, db } = await house(undefined, log))
  await addAccount(db, stillClock, 'Nora', 'editor', PASSWORD)
})

const trail = () => db.selectFrom('audit').select(['at', 'who', 'event', 'detail']).orderBy('id').execute()

test('the trail names who signed in and out, whom we refused, and who was disabled, and when', async () => {
  const { cookie, token } = await memberAt(origin, 'Nora', PASSWORD)
  await sendForm(origin, '/sign-out', { _token: token }, { cookie, origin })
  await memberAt(origin, 'Nora', 'a wrong password')
  await memberAt(origin, 'Nobody', 'a wrong password')
  await memberAt(origin, 'No\n{"who":"Nora"}', 'a wrong password')
  const { id } = await accountNamed(db, 'Nora')
  await setDisabled(db, fromCommandLine(stillClock), id, 1)
  const noon = stillClock().toISOString()
  const said = await trail()
  expect(said.map(({ who, event }) => `${who}: ${event}`)).toEqual([
    'command line: account added',
    'Nora: signed in',
    'Nora: signed out',
    'Nora: sign-in refused',
    'Nobody: sign-in refused',
    'somebody: sign-in refused',
    'command line: account disabled',
  ])
  expect(said.every(({ at }) => at === noon)).toBe(true)
})

test('nobody can rewrite the trail', async () => {
  for (const change of [sql`update audit set who = 'x'`, sql`delete from audit`])
    await expect(atomically(db, (db) => change.execute(db))).rejects.toThrow(/append-only/)
})

test('no address, header or name can add a line of its own to the log', async () => {
  const forged = '{"level":60,"msg":"forged"}'
  lines.length = 0
  await send(origin, 'GET', `/%0a${encodeURIComponent(forged)}`)
  await send(origin, 'GET', `/rounds?q=%0d%0a${encodeURIComponent(forged)}`, {
    headers: { 'user-agent': forged, referer: forged, 'x-request-id': forged, 'x-forwarded-for': forged },
  })
  await converse(
    origin,
    `GET /x HTTP/1.1\r\nHost: a\r\nUser-Agent: a\r\n ${forged}\r\nConnection: close\r\n\r\n`,
  )
  await memberAt(origin, `x\r\n${forged}`, 'a wrong password')
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) {
    expect(line.trimEnd()).not.toContain('\n')
    expect(JSON.parse(line).msg).toBe('request')
  }
})

test('the answer carries the number of its line in the log', async () => {
  lines.length = 0
  const { headers } = await send(origin, 'GET', '/rounds/1')
  await expect.poll(() => lines.length).toBe(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    request: headers['x-request-id'],
    method: 'GET',
    path: '/rounds/1',
    status: 200,
  })
})

test('no password, token, cookie or query stands in the log, even of a request that broke', async () => {
  await addAccount(db, stillClock, 'Tora', 'editor', PASSWORD)
  lines.length = 0
  const { cookie, token } = await memberAt(origin, 'Tora', PASSWORD)
  await send(origin, 'GET', `/rounds?q=${token}`, { headers: { cookie } })
  const stranger = await strangerAt(origin)
  await atomically(db, async (db) => {
    await sql`alter table audit rename to lost`.execute(db)
  })
  const form = { name: 'Tora', password: PASSWORD, _token: stranger.token }
  const broken = await sendForm(origin, '/sign-in', form, { cookie: stranger.cookie, origin })
  expect(broken.status).toBe(500)
  await expect.poll(() => lines.some((line) => line.includes('request failed'))).toBe(true)
  const log = lines.join('')
  for (const secret of [
    PASSWORD,
    encodeURIComponent(PASSWORD),
    token,
    stranger.token,
    cookie.slice(10, 40),
  ]) {
    expect(secret.length).toBeGreaterThan(10)
    expect(log).not.toContain(secret)
  }
  expectCalm({ ...broken, status: 400 }, 'a fault of ours')
  expect(sentenceOf(broken)).toMatch(/^It is our fault/)
  expect(broken.text).toContain(String(broken.headers['x-request-id']))
})
