import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { ownPath } from '../../src/web/request.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { cookieOf, send, sendForm, strangerAt, tokenOf } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ origin, db } = await house())
  await addAccount(db, stillClock, 'Nora', 'editor', PASSWORD)
})

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/%2E%2e/\\evil.example',
  '/./\\evil.example',
  '%2f%2fevil.example',
  '/%09/evil.example',
  '/@evil.example/..//evil.example',
  'evil.example',
  '',
  '/\u0000/evil.example',
  '/\r\nSet-Cookie: x=1',
]

/** Where a browser that stands on our page would go. */
function destination(location: string): URL {
  return new URL(location, `${origin}/sign-in`)
}

test('no place to go on to leads off the site', () => {
  for (const next of elsewhere) expect(destination(ownPath(next)).origin, next).toBe(origin)
})

test('nor does signing in, whatever the form says about what comes next', async () => {
  for (const next of ['//evil.example', '/.//evil.example', '/\\evil.example', '/\r\nSet-Cookie: x=1']) {
    const { cookie, token } = await strangerAt(origin)
    const form = { name: 'Nora', password: PASSWORD, next, _token: token }
    const answer = await sendForm(origin, '/sign-in', form, { cookie, origin })
    expect(answer.status).toBe(303)
    expect(destination(String(answer.headers.location)).origin, next).toBe(origin)
    expect(answer.headers['set-cookie']?.join()).not.toContain('x=1')
  }
})

test('signing in leads back to the page one came from', async () => {
  const opened = await send(
    origin,
    'GET',
    `/sign-in?next=${encodeURIComponent('/rounds?q=Port%20Helm&sort=date')}`,
  )
  const next = /name="next" value="([^"]*)"/.exec(opened.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = { name: 'Nora', password: PASSWORD, next, _token: tokenOf(opened) }
  const answer = await sendForm(origin, '/sign-in', form, { cookie: cookieOf(opened), origin })
  expect(answer.headers.location).toBe('/rounds?q=Port%20Helm&sort=date')
})

test('no path and no Host header makes us send anybody elsewhere', async () => {
  const paths = [
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example',
    '/rounds/',
    '//evil.example/rounds/new',
    '/rounds/new',
  ]
  for (const path of paths) {
    const { headers, text } = await send(origin, 'GET', path, { headers: { host: 'evil.example' } })
    if (headers.location) expect(destination(headers.location).origin, path).toBe(origin)
    expect(text, path).not.toContain('//evil.example"')
  }
})
