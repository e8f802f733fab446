import { beforeEach, expect, test } from 'vitest'
import { accountFor } from '../../src/accounts/account.ts'
import type { OpenHouse } from '../house.ts'
import type { Visit } from '../visit.ts'
import { accept, DAY, idOf, invited, keyOf, lastLine, linkIn, timedHouse, told, trail } from './door.ts'

const CHOSEN = 'chosen by nobody else'

let open: OpenHouse & { later(milliseconds: number): void }
let admin: Visit
beforeEach(async () => {
  open = await timedHouse()
  admin = await open.signedIn('administrator', 'Ada')
})

test('whoever opens an invitation chooses a password, is signed in with the role given, and comes back with it', async () => {
  const before = await lastLine(open.db)
  const link = await invited(admin, 'Nora', 'editor')
  expect((await admin.get('/accounts')).text).toMatch(/Nora[\s\S]*invited[\s\S]*by Ada, until 8 July 2024/)
  const nora = open.visitor()
  const opened = await nora.get(link)
  expect(opened.headers.get('cache-control')).toBe('no-store')
  expect(opened.text).toContain('value="Nora"')
  const entered = await accept(nora, link, CHOSEN)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/account'])
  expect((await nora.get('/account')).text).toContain('Nora, editor.')
  expect(await accountFor(open.db, 'Nora', CHOSEN)).toMatchObject({ role: 'editor' })
  expect(await trail(open.db, before)).toEqual([
    'Ada: account invited, Nora, editor',
    'Nora: invitation accepted',
    'Nora: signed in',
  ])
})

test('before that nobody signs in by that name', async () => {
  await invited(admin, 'Nora', 'analyst')
  const guest = open.visitor()
  await guest.get('/sign-in')
  expect((await guest.post('/sign-in', { name: 'Nora', password: '' })).status).toBe(422)
  expect((await guest.post('/sign-in', { name: 'Nora', password: 'null' })).status).toBe(422)
})

test('a link works once', async () => {
  const link = await invited(admin, 'Nora', 'analyst')
  const late = open.visitor()
  await late.get(link)
  expect((await accept(open.visitor(), link, CHOSEN)).status).toBe(303)
  expect((await late.get(link)).status).toBe(410)
  const form = { key: keyOf(link), password: 'another password', password_again: 'another password' }
  const again = await late.post('/invitation', form)
  expect([again.status, told(again)]).toEqual([
    410,
    'This link was used already. An administrator can make a new one.',
  ])
  expect(await accountFor(open.db, 'Nora', CHOSEN)).not.toBeNull()
})

test('of two who send the form at the same moment one chooses', async () => {
  const link = await invited(admin, 'Nora', 'analyst')
  const both = [open.visitor(), open.visitor()]
  const replies = await Promise.all(both.map((visit, at) => accept(visit, link, `${CHOSEN} ${at}`)))
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 410])
})

test('a link lasts seven days', async () => {
  const link = await invited(admin, 'Nora', 'analyst')
  open.later(7 * DAY - 1)
  expect((await open.visit.get(link)).status).toBe(200)
  open.later(1)
  const late = await open.visit.get(link)
  expect([late.status, told(late)]).toEqual([
    410,
    'This link has expired. An administrator can make a new one.',
  ])
})

test('a link that nobody made leads nowhere', async () => {
  for (const key of ['', 'x', 'A'.repeat(43), '%3Cscript%3E', `${'x'.repeat(5000)}`])
    expect((await open.visit.get(`/invitation?key=${key}`)).status, key).toBe(404)
  expect((await open.visit.get('/invitation?key=a&key=b')).status).toBe(404)
  expect((await open.visit.get('/invitation')).status).toBe(404)
})

test('a refused password leaves the link open, and says at which field it failed', async () => {
  const link = await invited(admin, 'Nora', 'analyst')
  await open.visit.get(link)
  const key = keyOf(link)
  const short = await open.visit.post('/invitation', { key, password: 'short', password_again: 'short' })
  expect(short.status).toBe(422)
  expect(short.text).toContain('<a href="#password">The password must have 12 characters or more.</a>')
  const differing = await open.visit.post('/invitation', { key, password: CHOSEN, password_again: 'else' })
  expect(differing.text).toContain('<a href="#password_again">The two new passwords differ.</a>')
  expect(differing.text).not.toContain(CHOSEN)
  expect((await accept(open.visit, link, CHOSEN)).status).toBe(303)
})

test('a new link ends the one before, and a disabled account has none', async () => {
  const first = await invited(admin, 'Nora', 'analyst')
  const id = await idOf(open.db, 'Nora')
  const second = linkIn(await admin.post(`/accounts/${id}/reset`))
  expect((await open.visit.get(first)).status).toBe(410)
  expect((await open.visit.get(second)).status).toBe(200)
  await admin.post(`/accounts/${id}/disable`)
  const shut = await open.visit.get(second)
  expect([shut.status, told(shut)]).toEqual([
    410,
    'This link was withdrawn. An administrator can make a new one.',
  ])
  const refused = await admin.post(`/accounts/${id}/reset`)
  expect([refused.status, told(refused)]).toEqual([409, 'Nora is disabled: enable the account first.'])
})

test('the link is shown once and kept as a hash alone', async () => {
  const key = keyOf(await invited(admin, 'Nora', 'analyst'))
  expect(key).toMatch(/^[\w-]{43}$/)
  expect((await admin.get('/accounts')).text).not.toContain(key)
  const rows = [
    ...(await open.db.selectFrom('invitation').selectAll().execute()),
    ...(await open.db.selectFrom('audit').selectAll().execute()),
  ]
  expect(rows.length).toBeGreaterThan(2)
  expect(JSON.stringify(rows)).not.toContain(key)
})

test.each([
  ['no name', { name: '', role: 'analyst' }, 'Name must not be empty'],
  ['a name on two lines', { name: 'No\nra', role: 'analyst' }, 'Name must be a single line'],
  [
    'a name that turns what is read',
    { name: 'No\u202era', role: 'analyst' },
    'Name must not contain invisible marks',
  ],
  ['a name that is taken, folded', { name: 'ÁDA', role: 'analyst' }, 'Name is taken by another account'],
  [
    'a name the trail uses',
    { name: 'Command Line', role: 'analyst' },
    'Name must not be one that the audit trail uses',
  ],
  ['no role', { name: 'Nora', role: '' }, 'Role must not be empty'],
  ['a role there is not', { name: 'Nora', role: 'king' }, 'Role must be one of'],
])('nobody is invited with %s', async (_what, form, fault) => {
  await admin.get('/accounts')
  const reply = await admin.post('/accounts', form)
  expect(reply.status).toBe(422)
  expect(reply.text).toContain(`<h2>There is a problem</h2>`)
  expect(reply.text).toContain(fault)
  expect(await open.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Ada' }])
})

test('a bad link is in the trail, and a flood of them is not', async () => {
  const before = await lastLine(open.db)
  for (let tries = 0; tries < 40; tries += 1) await open.visit.get(`/invitation?key=guess-${tries}`)
  const lines = await trail(open.db, before)
  expect(lines.length).toBe(30)
  expect(lines[0]).toBe('somebody: invitation refused, unknown')
  expect(lines[29]).toBe('somebody: invitation refused, unknown; more of these are not written for a while')
  expect(lines.join()).not.toContain('guess')
})
