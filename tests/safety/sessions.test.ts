import { beforeAll, expect, test } from 'vitest'
import { accountNamed, addAccount, fromCommandLine } from '../../src/accounts/account.ts'
import { changePassword } from '../../src/accounts/password-writes.ts'
import { setDisabled } from '../../src/accounts/standing-writes.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { cookieOf, memberAt, send, sendForm, strangerAt } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ origin, db } = await house())
  for (const name of ['Nora', 'Tora', 'Vera']) await addAccount(db, stillClock, name, 'analyst', PASSWORD)
})

/** Whether the desk opens to whoever holds the cookie. */
async function opens(cookie: string): Promise<boolean> {
  return (await send(origin, 'GET', '/rounds/new', { headers: { cookie } })).status === 200
}

test('signing in makes a new session, and the old one opens nothing', async () => {
  const before = await strangerAt(origin)
  const form = { name: 'Nora', password: PASSWORD, next: '/', _token: before.token }
  const entered = await sendForm(origin, '/sign-in', form, { cookie: before.cookie, origin })
  const after = cookieOf(entered)
  expect(after).not.toBe('')
  expect(after).not.toBe(before.cookie)
  expect(await opens(after)).toBe(true)
  expect(await opens(before.cookie)).toBe(false)
  const again = await sendForm(origin, '/sign-in', form, { cookie: before.cookie, origin })
  expect(again.status).toBe(403)
})

test('signing in anew ends the session one had', async () => {
  const first = await memberAt(origin, 'Nora', PASSWORD)
  const form = { name: 'Tora', password: PASSWORD, next: '/', _token: first.token }
  const entered = await sendForm(origin, '/sign-in', form, { cookie: first.cookie, origin })
  expect(entered.status).toBe(303)
  expect(await opens(first.cookie)).toBe(false)
  expect(await opens(cookieOf(entered))).toBe(true)
})

test('signing out ends the session for every copy of its cookie', async () => {
  const { cookie, token } = await memberAt(origin, 'Nora', PASSWORD)
  const out = await sendForm(origin, '/sign-out', { _token: token }, { cookie, origin })
  expect(out.status).toBe(303)
  expect(out.headers['set-cookie']?.[0]).toMatch(/parley=;.*1970/)
  expect(await opens(cookie)).toBe(false)
})

test('signing out on one machine leaves the other signed in', async () => {
  const [desk, phone] = [await memberAt(origin, 'Nora', PASSWORD), await memberAt(origin, 'Nora', PASSWORD)]
  await sendForm(origin, '/sign-out', { _token: desk.token }, { cookie: desk.cookie, origin })
  expect(await opens(phone.cookie)).toBe(true)
})

test('a new password ends all sessions made with the old one', async () => {
  const sessions = [await memberAt(origin, 'Tora', PASSWORD), await memberAt(origin, 'Tora', PASSWORD)]
  const { id } = await accountNamed(db, 'Tora')
  await changePassword(db, fromCommandLine(stillClock), id, 'another password of the tests')
  for (const { cookie } of sessions) expect(await opens(cookie)).toBe(false)
  expect((await memberAt(origin, 'Tora', PASSWORD)).token).toBe('')
})

test('a disabled account is out at once, and cannot come back', async () => {
  const { cookie, token } = await memberAt(origin, 'Vera', PASSWORD)
  expect(await opens(cookie)).toBe(true)
  const { id } = await accountNamed(db, 'Vera')
  await setDisabled(db, fromCommandLine(stillClock), id, 1)
  expect(await opens(cookie)).toBe(false)
  const form = { track_id: '1', title: 'Late', date: '2024', status: 'held', _token: token }
  const { status } = await sendForm(origin, '/rounds/new', form, { cookie, origin })
  expect([401, 403]).toContain(status)
  const back = await strangerAt(origin)
  const again = { name: 'Vera', password: PASSWORD, _token: back.token }
  expect((await sendForm(origin, '/sign-in', again, { cookie: back.cookie, origin })).status).toBe(422)
})

test('neither the cookie nor the password stands in the database', async () => {
  const { cookie } = await memberAt(origin, 'Nora', PASSWORD)
  const key =
    decodeURIComponent(cookie)
      .replace(/^parley=s:/, '')
      .split('.')[0] ?? ''
  expect(key.length).toBeGreaterThan(20)
  const rows = [
    ...(await db.selectFrom('sign_in').selectAll().execute()),
    ...(await db.selectFrom('account').selectAll().execute()),
    ...(await db.selectFrom('audit').selectAll().execute()),
  ]
  expect(JSON.stringify(rows)).not.toContain(key)
  expect(JSON.stringify(rows)).not.toContain(PASSWORD)
})
