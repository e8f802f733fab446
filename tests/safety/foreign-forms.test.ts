import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { expectCalm } from './calm.ts'
import { type Answer, memberAt, type Session, send, sendForm, strangerAt } from './letter.ts'
import { wholeRecord } from './whole-record.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
let nora: Session = { cookie: '', token: '' }
let stranger: Session = { cookie: '', token: '' }
let tora: Session = { cookie: '', token: '' }
beforeAll(async () => {
  ;({ origin, db } = await house())
  await addAccount(db, stillClock, 'Nora', 'administrator', PASSWORD)
  await addAccount(db, stillClock, 'Tora', 'analyst', PASSWORD)
  nora = await memberAt(origin, 'Nora', PASSWORD)
  tora = await memberAt(origin, 'Tora', PASSWORD)
  stranger = await strangerAt(origin)
})

const round = { track_id: '1', title: 'Forged round', date: '2024-06-01', status: 'held', version: '1' }
const forms: Record<string, Record<string, string>> = {
  '/sign-in': { name: 'Nora', password: PASSWORD },
  '/sign-out': {},
  '/rounds/new': round,
  '/rounds/1/edit': round,
  '/rounds/1/withdraw': { reason: 'Forged' },
  '/account/password': {
    old_password: PASSWORD,
    password: 'a forged password',
    password_again: 'a forged password',
  },
  '/account/tokens': { label: 'forged', scope: 'write', lasts: '' },
  '/account/views': { path: '/rounds', name: 'forged' },
  '/account/sign-ins/end-others': {},
  '/accounts': { name: 'Forged', role: 'administrator' },
  '/accounts/2/role': { role: 'administrator' },
  '/accounts/2/disable': {},
  '/accounts/2/reset': {},
  '/desk/duplicates/person/1/2': { why: 'Forged' },
}

async function expectRefused(path: string, how: string, reply: Promise<Answer>): Promise<void> {
  const answer = await reply
  expectCalm(answer, `${path} ${how}`)
  expect([401, 403], `${path} ${how}: ${answer.status}`).toContain(answer.status)
  expect(answer.headers['set-cookie'], `${path} ${how}`).toBeUndefined()
}

test('a form without the cookie and token of one and the same session changes nothing', async () => {
  const before = await wholeRecord(db)
  for (const [path, form] of Object.entries(forms)) {
    const refused = (how: string, token: string | null, cookie: string | null) =>
      expectRefused(
        path,
        how,
        sendForm(
          origin,
          path,
          { ...form, ...(token === null ? {} : { _token: token }) },
          { origin, ...(cookie === null ? {} : { cookie }) },
        ),
      )
    await refused('without cookie', nora.token, null)
    await refused('with a made-up cookie', nora.token, 'parley=s%3Ax.y')
    await refused('with a broken cookie', nora.token, 'parley=%E0%A4%A; =; parley')
    await refused('with a cookie whose signature was changed', nora.token, `${nora.cookie}x`)
    await refused('without token', null, nora.cookie)
    await refused('with an empty token', '', nora.cookie)
    await refused('with a wrong token', 'x'.repeat(nora.token.length), nora.cookie)
    await refused("with another member's token", tora.token, nora.cookie)
    await refused("with a stranger's token", stranger.token, nora.cookie)
    await refused("with a member's token and a stranger's cookie", nora.token, stranger.cookie)
  }
  expect(await wholeRecord(db)).toEqual(before)
})

test('a form sent from another site changes nothing, even with the right cookie and token', async () => {
  const { host, hostname, port } = new URL(origin)
  const foreign: Record<string, Record<string, string>> = {
    'another host': { origin: 'http://evil.example' },
    'another port': { origin: `http://${hostname}:${Number(port) + 1}` },
    'another scheme': { origin: `https://${host}` },
    'a subdomain': { origin: `http://sub.${host}` },
    'no origin at all': { origin: 'null' },
    'a name that begins like ours': { origin: `http://${host}.evil.example` },
    'a user that is named like us': { origin: `http://${host}@evil.example` },
    'no address': { origin: 'nonsense' },
    'what the browser calls cross-site': { origin, 'sec-fetch-site': 'cross-site' },
    'what the browser calls same-site': { origin, 'sec-fetch-site': 'same-site' },
    'a forged forwarding': { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
  }
  const before = await wholeRecord(db)
  for (const [path, form] of Object.entries(forms))
    for (const [who, headers] of Object.entries(foreign)) {
      const filled = { ...form, _token: nora.token }
      await expectRefused(path, who, sendForm(origin, path, filled, { cookie: nora.cookie, ...headers }))
    }
  expect(await wholeRecord(db)).toEqual(before)
})

test('a token in the address or in a header is not taken for one in the form', async () => {
  const letter = {
    headers: { cookie: nora.cookie, origin, 'x-csrf-token': nora.token, 'content-length': '0' },
  }
  const answer = await send(origin, 'POST', `/sign-out?_token=${nora.token}`, letter)
  expect(answer.status).toBe(403)
})

test('the same forms from our own pages are read', async () => {
  const withdrawn = await sendForm(
    origin,
    '/rounds/4/withdraw',
    { reason: 'Entered twice', version: '1', _token: nora.token },
    { cookie: nora.cookie, origin, 'sec-fetch-site': 'same-origin' },
  )
  expect(withdrawn.status).toBe(303)
  const out = { _token: nora.token }
  expect((await sendForm(origin, '/sign-out', out, { cookie: nora.cookie, origin })).status).toBe(303)
})

test('behind a proxy that speaks TLS, our own origin is the https one', async () => {
  const { host } = new URL(origin)
  const proxied = { cookie: tora.cookie, 'x-forwarded-proto': 'https' }
  const form = { _token: tora.token }
  const refused = await sendForm(origin, '/sign-out', form, { ...proxied, origin })
  expect(refused.status).toBe(403)
  const read = await sendForm(origin, '/sign-out', form, { ...proxied, origin: `https://${host}` })
  expect(read.status).toBe(303)
})
