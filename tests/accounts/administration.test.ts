import { beforeEach, expect, test } from 'vitest'
import { accountFor, fromCommandLine } from '../../src/accounts/account.ts'
import { setDisabled, setRole } from '../../src/accounts/standing-writes.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import type { Visit } from '../visit.ts'
import { accept, idOf, lastLine, linkIn, program, tokenOf, told, trail } from './door.ts'

const LAST = 'is the last administrator who can sign in: make somebody else one first.'
const OWN = 'This is your own account: another administrator must do that.'

let open: OpenHouse
let ada: Visit
beforeEach(async () => {
  open = await house()
  ada = await open.signedIn('administrator', 'Ada')
  await ada.get('/accounts')
})

test('only administrators see and do any of it; the refusal is in the trail', async () => {
  const nora = await open.signedIn('editor', 'Nora')
  const id = await idOf(open.db, 'Ada')
  const before = await lastLine(open.db)
  for (const path of ['/accounts', '/accounts/audit', '/accounts/audit.csv', `/accounts/${id}/reset`]) {
    expect((await nora.get(path)).status, path).toBe(403)
    expect((await open.visit.get(path)).status, path).toBe(303)
  }
  await nora.get('/account')
  const acts = ['/accounts', ...['role', 'disable', 'enable', 'reset'].map((act) => `/accounts/${id}/${act}`)]
  for (const path of acts)
    expect((await nora.post(path, { name: 'X', role: 'analyst' })).status, path).toBe(403)
  const lines = await trail(open.db, before)
  expect(lines.length).toBe(9)
  expect(lines[0]).toBe('Nora: refused, GET /accounts: administer')
  expect(lines[8]).toBe(`Nora: refused, POST /accounts/${id}/reset: administer`)
  expect((await nora.get('/desk')).text).not.toContain('href="/accounts"')
  expect((await ada.get('/desk')).text).toContain('href="/accounts"')
})

test('a role that is set counts from the next page on', async () => {
  const nora = await open.signedIn('analyst', 'Nora')
  const id = await idOf(open.db, 'Nora')
  const before = await lastLine(open.db)
  expect((await ada.post(`/accounts/${id}/role`, { role: 'administrator' })).status).toBe(303)
  expect((await nora.get('/accounts')).status).toBe(200)
  await ada.post(`/accounts/${id}/role`, { role: 'analyst' })
  expect((await nora.get('/accounts')).status).toBe(403)
  expect((await ada.post(`/accounts/${id}/role`, { role: 'king' })).status).toBe(422)
  expect((await trail(open.db, before)).slice(0, 2)).toEqual([
    'Ada: role set, Nora: analyst to administrator',
    'Ada: role set, Nora: administrator to analyst',
  ])
})

test('a disabled account is out at once, by cookie and by token, and back when it is enabled', async () => {
  const nora = await open.signedIn('analyst', 'Nora')
  const token = await tokenOf(nora)
  const id = await idOf(open.db, 'Nora')
  const before = await lastLine(open.db)
  expect((await program(open.origin, token).get('/account')).status).toBe(200)
  expect((await ada.post(`/accounts/${id}/disable`)).status).toBe(303)
  expect((await nora.get('/account')).status).toBe(303)
  expect((await program(open.origin, token).get('/rounds')).status).toBe(401)
  expect(await accountFor(open.db, 'Nora', PASSWORD)).toBeNull()
  expect((await ada.get('/accounts')).text).toMatch(/Nora[\s\S]*disabled/)
  await ada.post(`/accounts/${id}/enable`)
  expect((await nora.get('/account')).status).toBe(303)
  expect(await accountFor(open.db, 'Nora', PASSWORD)).not.toBeNull()
  expect((await program(open.origin, token).get('/rounds')).status).toBe(200)
  expect(await trail(open.db, before)).toEqual([
    'Ada: account disabled, Nora',
    'Nora: token refused, a script: account disabled',
    'Ada: account enabled, Nora',
  ])
})

test('a reset takes password, sign-ins and tokens away, and its link gives a new password', async () => {
  const nora = await open.signedIn('analyst', 'Nora')
  const token = await tokenOf(nora)
  const id = await idOf(open.db, 'Nora')
  const before = await lastLine(open.db)
  expect((await ada.get(`/accounts/${id}/reset`)).text).toContain('Reset Nora')
  expect((await nora.get('/account')).status).toBe(200)
  const link = linkIn(await ada.post(`/accounts/${id}/reset`))
  expect((await nora.get('/account')).status).toBe(303)
  expect((await program(open.origin, token).get('/rounds')).status).toBe(401)
  expect(await accountFor(open.db, 'Nora', PASSWORD)).toBeNull()
  expect((await ada.get('/accounts')).text).toContain('reset, no password yet')
  await accept(nora, link, 'a second password')
  expect((await nora.get('/account')).status).toBe(200)
  expect(await accountFor(open.db, 'Nora', 'a second password')).not.toBeNull()
  expect((await program(open.origin, token).get('/rounds')).status).toBe(401)
  expect((await trail(open.db, before))[0]).toBe('Ada: account reset, Nora')
})

test('nobody locks themself out', async () => {
  await open.signedIn('administrator', 'Bo')
  const id = await idOf(open.db, 'Ada')
  for (const [act, form] of [
    ['disable', {}],
    ['role', { role: 'analyst' }],
    ['reset', {}],
  ] as const) {
    const reply = await ada.post(`/accounts/${id}/${act}`, form)
    expect([reply.status, told(reply)], act).toEqual([409, OWN])
  }
  expect((await ada.get(`/accounts/${id}/reset`)).status).toBe(409)
  expect((await ada.get('/accounts')).status).toBe(200)
})

test('the last administrator who can sign in stays one, whoever asks', async () => {
  const us = fromCommandLine(stillClock)
  const id = await idOf(open.db, 'Ada')
  // Neither of these can sign in.
  await ada.post('/accounts', { name: 'Bo', role: 'administrator' })
  await open.signedIn('administrator', 'Cy')
  await setDisabled(open.db, us, await idOf(open.db, 'Cy'), 1)
  await expect(setDisabled(open.db, us, id, 1)).rejects.toMatchObject({ status: 409, message: `Ada ${LAST}` })
  await expect(setRole(open.db, us, id, 'editor')).rejects.toMatchObject({
    status: 409,
    message: `Ada ${LAST}`,
  })
  await setDisabled(open.db, us, await idOf(open.db, 'Cy'), 0)
  await setRole(open.db, us, id, 'editor')
  expect((await ada.get('/accounts')).status).toBe(403)
})

test.each(['disable', 'reset'])(
  'of two administrators who %s one another at the same moment one stays',
  async (act) => {
    const bo = await open.signedIn('administrator', 'Bo')
    await bo.get('/accounts')
    const [a, b] = [await idOf(open.db, 'Ada'), await idOf(open.db, 'Bo')]
    await Promise.all([ada.post(`/accounts/${b}/${act}`), bo.post(`/accounts/${a}/${act}`)])
    const able = [await accountFor(open.db, 'Ada', PASSWORD), await accountFor(open.db, 'Bo', PASSWORD)]
    expect(able.filter((account) => account !== null).length).toBe(1)
  },
)

test('an account that is not there is not found', async () => {
  for (const act of ['role', 'disable', 'enable', 'reset'])
    for (const id of ['999', '0', 'x'])
      expect((await ada.post(`/accounts/${id}/${act}`, { role: 'editor' })).status, `${id} ${act}`).toBe(404)
})

test('the list says who signed in when', async () => {
  await ada.post('/accounts', { name: 'Bo', role: 'editor' })
  const { text } = await ada.get('/accounts')
  expect(text).toMatch(/Ada[\s\S]*1 July 2024, 12:00 UTC[\s\S]*Bo[\s\S]*never/)
})
