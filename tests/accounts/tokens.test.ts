import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import type { OpenHouse } from '../house.ts'
import { house, PASSWORD } from '../house.ts'
import { everyPage, markup, unseen } from '../safety/hostile.ts'
import { memberAt, send } from '../safety/letter.ts'
import type { Visit } from '../visit.ts'
import { DAY, lastLine, MINUTE, program, timedHouse, tokenOf, trail } from './door.ts'

let open: OpenHouse & { later(milliseconds: number): void }
let nora: Visit
beforeEach(async () => {
  open = await timedHouse()
  nora = await open.signedIn('editor', 'Nora')
})

const round = { track_id: '1', title: 'Told by a program', date: '2024-06-01', status: 'held' }

test('a reading token is the account for all that is read, and for nothing that is sent', async () => {
  const token = await tokenOf(nora)
  const { get, head, post } = program(open.origin, token)
  expect((await get('/rounds/new')).status).toBe(200)
  expect((await head('/rounds/new')).status).toBe(200)
  expect((await get('/account')).text).toContain('Nora, editor.')
  const refused = await post('/rounds/new', round)
  expect(refused.status).toBe(403)
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(JSON.parse(refused.text)).toMatchObject({
    status: 403,
    detail: 'This token may only read. To write, make one that may.',
  })
})

test('a writing token sends forms without cookie, form token or origin', async () => {
  const token = await tokenOf(nora, { scope: 'write' })
  const senders: Array<Record<string, string>> = [
    {},
    { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
  ]
  for (const besides of senders) {
    const sent = await program(open.origin, token, besides).post('/rounds/new', round)
    expect(sent.status, sent.text).toBe(303)
    expect(sent.headers['set-cookie']).toBeUndefined()
  }
  const { who } = await open.db
    .selectFrom('revision')
    .select('who')
    .where('record', '=', 'round')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(who).toBe('Nora')
})

test('the role counts for a token too', async () => {
  const token = await tokenOf(nora, { scope: 'write' })
  const { get, post } = program(open.origin, token)
  for (const refused of [await get('/accounts'), await post('/accounts', { name: 'Bo', role: 'editor' })]) {
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.text).detail).toBe('This is for administrators.')
  }
})

test('a token makes nobody at home: no token, password, sign-in or link is had with one', async () => {
  const { post } = program(open.origin, await tokenOf(nora, { scope: 'write' }))
  const form = {
    label: 'x',
    scope: 'write',
    name: 'Nora',
    password: PASSWORD,
    old_password: PASSWORD,
    key: 'x',
  }
  for (const path of [
    '/account/tokens',
    '/account/tokens/1/revoke',
    '/account/password',
    '/account/sign-ins/end',
    '/account/sign-ins/end-others',
    '/sign-in',
    '/sign-out',
    '/invitation',
  ]) {
    const refused = await post(path, form)
    expect(refused.status, path).toBe(403)
    expect(JSON.parse(refused.text).detail).toBe('A token cannot do this: sign in with a browser.')
  }
  expect((await nora.get('/account')).status).toBe(200)
})

test('nor does an administrator’s: it invites nobody, and changes no account', async () => {
  const ada = await open.signedIn('administrator', 'Ada of the tokens')
  const { post } = program(open.origin, await tokenOf(ada, { scope: 'write' }))
  for (const act of ['', '/1/role', '/1/disable', '/1/enable', '/1/reset']) {
    const refused = await post(`/accounts${act}`, { name: 'Mallory', role: 'administrator' })
    expect([act, refused.status]).toEqual([act, 403])
  }
})

test('a bad token opens no path at all, whatever the path would be without it', async () => {
  const before = await lastLine(open.db)
  const paths = [...everyPage, '/nothing', '/rounds/new', '/accounts', '/assets/x.js', '/invitation']
  for (const shown of ['parley_made-up', '', 'a b c', 'x'.repeat(5000)])
    for (const path of paths) {
      const answer = await program(open.origin, shown).get(path)
      expect([path, answer.status]).toEqual([path, 401])
      expect(answer.headers['content-type'], path).toBe('application/problem+json; charset=utf-8')
      expect(answer.headers['www-authenticate'], path).toBe('Bearer error="invalid_token"')
      expect(JSON.parse(answer.text), path).toMatchObject({ title: 'Sign in first', status: 401 })
    }
  expect((await program(open.origin, 'parley_made-up').post('/sign-in')).status).toBe(401)
  const lines = await trail(open.db, before)
  expect(lines.length).toBe(30)
  expect(lines[0]).toBe('somebody: token refused, unknown')
  expect(lines.join()).not.toContain('made-up')
})

test('an expired token and a revoked one open nothing', async () => {
  const [short, lasting] = [
    await tokenOf(nora, { lasts: '30 days' }),
    await tokenOf(nora, { label: 'lasting' }),
  ]
  const before = await lastLine(open.db)
  open.later(30 * DAY - 1)
  expect((await program(open.origin, short).get('/rounds')).status).toBe(200)
  open.later(1)
  expect((await program(open.origin, short).get('/rounds')).status).toBe(401)
  expect((await program(open.origin, lasting).get('/rounds')).status).toBe(200)
  // The sign-in has ended by itself meanwhile.
  await nora.get('/sign-in')
  await nora.post('/sign-in', { name: 'Nora', password: PASSWORD })
  const { text } = await nora.get('/account')
  expect(text).toMatch(/a script<\/th>[\s\S]*expired 31 July 2024/)
  for (const [path] of [...text.matchAll(/\/account\/tokens\/\d+\/revoke/g)]) await nora.post(path)
  expect((await program(open.origin, lasting).get('/rounds')).status).toBe(401)
  expect((await nora.get('/account')).text).toContain('You have no tokens.')
  expect(await trail(open.db, before)).toEqual([
    'Nora: token refused, a script: expired',
    'Nora: signed in',
    'Nora: token revoked, lasting',
    'Nora: token revoked, a script',
    'Nora: token refused, lasting: revoked',
  ])
})

test("nobody revokes another's token", async () => {
  const token = await tokenOf(nora)
  const tora = await open.signedIn('administrator', 'Tora')
  await tora.get('/account')
  expect((await tora.post('/account/tokens/1/revoke')).status).toBe(404)
  expect((await program(open.origin, token).get('/account')).status).toBe(200)
})

test('a token is shown once, and stands nowhere in the database', async () => {
  const token = await tokenOf(nora, { scope: 'write', label: 'nightly export' })
  expect(token).toMatch(/^parley_[\w-]{43}$/)
  expect((await nora.get('/account')).text).not.toContain(token)
  await program(open.origin, token).post('/rounds/new', round)
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(open.db)
  expect(tables.map(({ name }) => name)).toContain('token')
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(open.db)
    expect(JSON.stringify(rows), name).not.toContain(token.slice(7))
  }
})

test('a token counts in its header alone: not in the address, not in a form', async () => {
  const token = await tokenOf(nora, { scope: 'write' })
  for (const name of ['access_token', 'token', 'bearer', 'authorization']) {
    expect((await send(open.origin, 'GET', `/rounds/new?${name}=${token}`)).status).toBe(303)
    expect((await open.visit.post('/rounds/new', { ...round, [name]: token })).status).toBe(403)
  }
})

test('where cookie and token come together the token counts, and no session is touched', async () => {
  const tora = await open.signedIn('administrator', 'Tora')
  const token = await tokenOf(tora)
  const { cookie } = await memberAt(open.origin, 'Nora', PASSWORD)
  open.later(10 * MINUTE)
  const sessions = () => open.db.selectFrom('sign_in').selectAll().orderBy('key_hash').execute()
  const before = await sessions()
  const { get } = program(open.origin, token, { cookie })
  const shown = await get('/account')
  expect(shown.text).toContain('Tora, administrator.')
  expect(shown.text).not.toContain('This one')
  expect(shown.headers['set-cookie']).toBeUndefined()
  expect((await get('/sign-in')).headers['set-cookie']).toBeUndefined()
  expect((await program(open.origin, 'bad', { cookie }).get('/account')).status).toBe(401)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await sessions()).toEqual(before)
})

test('when a token was last used is written once in five minutes', async () => {
  const token = await tokenOf(nora)
  const seen = async () => (await open.db.selectFrom('token').select('seen').executeTakeFirstOrThrow()).seen
  expect((await nora.get('/account')).text).toContain('not used yet')
  const { get } = program(open.origin, token)
  await get('/rounds')
  await expect.poll(seen).not.toBeNull()
  const first = Number(await seen())
  open.later(5 * MINUTE - 1)
  await get('/rounds')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await seen()).toBe(first)
  open.later(1)
  await get('/rounds')
  await expect.poll(seen).toBe(first + 5 * MINUTE)
})

test('other kinds of authorization are not ours, and change nothing', async () => {
  for (const authorization of ['Basic bm9yYTpub3Jh', 'Bearerx', 'Digest x'])
    expect((await send(open.origin, 'GET', '/rounds', { headers: { authorization } })).status).toBe(200)
  const token = await tokenOf(nora)
  for (const authorization of [`bearer ${token}`, `BEARER  ${token} `])
    expect((await send(open.origin, 'GET', '/account', { headers: { authorization } })).status).toBe(200)
})

test('a hostile label is refused or shown as it was typed', async () => {
  await nora.get('/account')
  for (const label of [...markup, ...unseen, 'x'.repeat(61), 'two\nlines', '']) {
    const { status, text } = await nora.post('/account/tokens', { label, scope: 'read', lasts: '' })
    expect([200, 422], label).toContain(status)
    expect(text).not.toMatch(/<script>alert|<img|<svg onload/)
  }
  expect((await nora.get('/account')).text).not.toMatch(/<script>alert|<img|<svg onload/)
  const wrong = await nora.post('/account/tokens', { label: 'x', scope: 'all', lasts: '100 years' })
  expect(wrong.text).toMatch(/href="#scope">May must be one of[\s\S]*href="#lasts">Ends after must be one of/)
})

test('fifty tokens are all that one account has', async () => {
  await nora.get('/account')
  for (let made = 0; made < 50; made += 1)
    await nora.post('/account/tokens', { label: 'x', scope: 'read', lasts: '' })
  expect((await nora.post('/account/tokens', { label: 'x', scope: 'read', lasts: '' })).status).toBe(409)
})

test('neither token nor key of a link stands in the log', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  const { origin, signedIn } = await house(undefined, log)
  const token = await tokenOf(await signedIn('administrator', 'Ada'))
  await program(origin, token).get('/account')
  await program(origin, 'parley_a-bad-token-of-somebody').get('/account')
  await send(origin, 'GET', '/invitation?key=the-key-of-a-link')
  await expect.poll(() => lines.join('')).toContain('/invitation')
  expect(lines.join('')).not.toContain(token.slice(7))
  expect(lines.join('')).not.toMatch(/a-bad-token|the-key-of/)
})
