import { beforeEach, expect, test } from 'vitest'
import { accountFor } from '../../src/accounts/account.ts'
import { type OpenHouse, PASSWORD } from '../house.ts'
import { cookieOf, send, sendForm, strangerAt } from '../safety/letter.ts'
import type { Visit } from '../visit.ts'
import { lastLine, MINUTE, program, timedHouse, tokenOf, trail } from './door.ts'

let open: OpenHouse & { later(milliseconds: number): void }
let nora: Visit
beforeEach(async () => {
  open = await timedHouse()
  nora = await open.signedIn('analyst', 'Nora')
})

/** Signs Nora in from another machine, whose browser says this of itself; its cookie comes back. */
async function elsewhere(agent: string): Promise<string> {
  const { cookie, token } = await strangerAt(open.origin)
  const form = { name: 'Nora', password: PASSWORD, next: '/', _token: token }
  return cookieOf(
    await sendForm(open.origin, '/sign-in', form, { cookie, origin: open.origin, 'user-agent': agent }),
  )
}

async function isIn(cookie: string): Promise<boolean> {
  return (await send(open.origin, 'GET', '/account', { headers: { cookie } })).status === 200
}

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'

test('who is signed in sees where, since when, and which one this is', async () => {
  open.later(60 * MINUTE)
  await elsewhere(FIREFOX)
  const { text } = await nora.get('/account')
  expect(text).toMatch(/Firefox on Windows<\/th><td data-label="Since">1 July 2024, 13:00 UTC/)
  expect(text.match(/This one/g)?.length).toBe(1)
  expect(text.match(/name="sign_in"/g)?.length).toBe(1)
})

test('one sign-in is ended, and no other', async () => {
  const phone = await elsewhere(FIREFOX)
  const before = await lastLine(open.db)
  const key = /name="sign_in" value="([^"]+)"/.exec((await nora.get('/account')).text)?.[1] ?? ''
  expect((await nora.post('/account/sign-ins/end', { sign_in: key })).status).toBe(303)
  expect(await isIn(phone)).toBe(false)
  expect((await nora.get('/account')).status).toBe(200)
  await nora.post('/account/sign-ins/end', { sign_in: key })
  expect(await trail(open.db, before)).toEqual(['Nora: sign-in ended, Firefox on Windows'])
})

test("nobody ends another's sign-in", async () => {
  const tora = await open.signedIn('analyst', 'Tora')
  const keys = await open.db
    .selectFrom('sign_in')
    .select('key_hash')
    .where('account_id', 'is not', null)
    .execute()
  await tora.get('/account')
  for (const { key_hash } of keys) await tora.post('/account/sign-ins/end', { sign_in: key_hash })
  await tora.post('/account/sign-ins/end-others')
  expect((await nora.get('/account')).status).toBe(200)
})

test('all others are ended at once', async () => {
  const others = [await elsewhere(FIREFOX), await elsewhere('curl/8.5.0')]
  const before = await lastLine(open.db)
  await nora.get('/account')
  await nora.post('/account/sign-ins/end-others')
  for (const cookie of others) expect(await isIn(cookie)).toBe(false)
  const { text } = await nora.get('/account')
  expect(text).toContain('This one')
  expect(text).not.toContain('End all others')
  expect(await trail(open.db, before)).toEqual(['Nora: sign-in ended, 2 other sign-ins'])
})

test('that a sign-in was used is written once in five minutes', async () => {
  const seen = async () =>
    (
      await open.db
        .selectFrom('sign_in')
        .select('seen')
        .where('account_id', 'is not', null)
        .executeTakeFirstOrThrow()
    ).seen
  const began = await seen()
  open.later(5 * MINUTE - 1)
  await nora.get('/rounds')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await seen()).toBe(began)
  open.later(1)
  await nora.get('/rounds')
  await expect.poll(seen).toBe(began + 5 * MINUTE)
})

test('a new password asks for the old one, ends the other sign-ins, and leaves tokens', async () => {
  const phone = await elsewhere(FIREFOX)
  const token = await tokenOf(nora)
  const before = await lastLine(open.db)
  const form = { password: 'a second password', password_again: 'a second password' }
  const refused = await nora.post('/account/password', { old_password: 'a guess of mine', ...form })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('<a href="#old_password">The old password is wrong.</a>')
  expect(await isIn(phone)).toBe(true)
  expect((await nora.post('/account/password', { old_password: PASSWORD, ...form })).status).toBe(303)
  expect(await isIn(phone)).toBe(false)
  expect((await nora.get('/account')).status).toBe(200)
  expect(await accountFor(open.db, 'Nora', 'a second password')).not.toBeNull()
  expect(await accountFor(open.db, 'Nora', PASSWORD)).toBeNull()
  expect((await program(open.origin, token).get('/account')).status).toBe(200)
  expect(await trail(open.db, before)).toEqual(['Nora: password refused', 'Nora: password changed, Nora'])
})

test('a password is no better for being guessed at from within', async () => {
  await nora.get('/account')
  const form = { password: 'a second password', password_again: 'a second password' }
  const guess = (old_password: string) => nora.post('/account/password', { old_password, ...form })
  for (let tries = 0; tries < 10; tries += 1) expect((await guess('a guess of mine')).status).toBe(422)
  expect((await guess(PASSWORD)).status).toBe(429)
  expect((await trail(open.db)).at(-1)).toBe('Nora: password refused, too many tries')
})

test.each([
  ['markup', '<script>alert(1)</script>'],
  ['a name that is very long', `${'x'.repeat(3000)} (y)`],
  ['bytes that are no letters', 'caf\u00e9\u0085\u00ad'],
  ['markup in a browser we know', 'Mozilla/5.0 <b>Firefox/1.0</b> "><img src=x>'],
  ['nothing', ''],
])('a browser that calls itself %s is shown in a few plain words', async (_what, agent) => {
  await elsewhere(agent)
  const stored = await open.db
    .selectFrom('sign_in')
    .select('agent')
    .where('account_id', 'is not', null)
    .execute()
  for (const { agent } of stored) expect(agent).toMatch(/^[\w. -]{1,60}$/)
  const { text } = await nora.get('/account')
  expect(text).not.toMatch(/<script>alert|<img|<b>Firefox|x{41}/)
})
