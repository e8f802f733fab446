import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import { everyPage } from './hostile.ts'
import { type Answer, send, sendForm } from './letter.ts'

let { origin }: OpenHouse = {} as OpenHouse
let assets: string[] = []
beforeAll(async () => {
  ;({ origin } = await house())
  const { text } = await send(origin, 'GET', '/')
  assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
})

/** One answer of every sort we give. */
async function everyAnswer(): Promise<Array<[string, Answer]>> {
  const asset = assets[0] ?? ''
  const asked: Array<[string, string, Record<string, string>]> = [
    ...everyPage.map((path): [string, string, Record<string, string>] => ['GET', path, {}]),
    ...assets.map((path): [string, string, Record<string, string>] => ['GET', path, {}]),
    ['GET', asset, { 'accept-encoding': 'br' }],
    ['GET', asset, { 'accept-encoding': 'gzip', range: 'bytes=0-9' }],
    ['GET', asset, { 'accept-encoding': 'br', range: 'bytes=99999999-' }],
    ['GET', asset, { 'if-match': '"another"' }],
    ['GET', '/assets/missing.js', {}],
    ['GET', '/assets/%2e%2e%2fmanifest.json', {}],
    ['GET', '/assets/manifest.json', {}],
    ['GET', '/nothing', {}],
    ['GET', '/nothing.json', {}],
    ['GET', '/nothing', { accept: 'application/json' }],
    ['GET', '/rounds?page=0', {}],
    ['GET', '/rounds.csv?page=0', {}],
    ['GET', '/%ff', {}],
    ['GET', '//', {}],
    ['GET', '/rounds/new', {}],
    ['HEAD', '/rounds', {}],
    ['HEAD', '/rounds.csv', {}],
    ['OPTIONS', '/rounds', {}],
    ['DELETE', '/rounds/1', {}],
    ['PROPFIND', '/', {}],
  ]
  const answers: Array<[string, Answer]> = []
  for (const [method, path, headers] of asked)
    answers.push([
      `${method} ${path} ${JSON.stringify(headers)}`,
      await send(origin, method, path, { headers }),
    ])
  const form = await sendForm(origin, '/sign-in', { name: 'x' }, { origin: 'http://evil.example' })
  return [...answers, ['POST /sign-in', form]]
}

test('every answer forbids guessing its type, names its characters, and tells other sites nothing', async () => {
  for (const [asked, { status, headers }] of await everyAnswer()) {
    expect(headers['x-content-type-options'], asked).toBe('nosniff')
    expect(headers['referrer-policy'], asked).toBe('same-origin')
    expect(headers['x-powered-by'], asked).toBeUndefined()
    expect(headers.server, asked).toBeUndefined()
    if (status !== 204) expect(headers['content-type'], asked).toMatch(/; charset=utf-8$/i)
  }
})

test('every page says what may run on it: scripts with its own fresh nonce, and nothing from elsewhere', async () => {
  const nonces = new Set<string>()
  const pages = (await everyAnswer()).filter(([, { headers }]) => /html/.test(headers['content-type'] ?? ''))
  for (const [asked, { headers, text }] of pages) {
    const policy = String(headers['content-security-policy'])
    const nonce = /script-src 'nonce-([\w+/=]{22,})'(?:;|$)/.exec(policy)?.[1] ?? ''
    expect(nonce, `${asked} ${policy}`).not.toBe('')
    expect(nonces.has(nonce), asked).toBe(false)
    nonces.add(nonce)
    expect(policy, asked).not.toContain('unsafe')
    for (const said of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
      expect(policy, asked).toContain(said)
    for (const [script] of text.matchAll(/<script[^>]*>/g))
      expect(script, asked).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBeGreaterThan(20)
})

test('no page has a handler or a style in its markup, or a script of its own between tags', async () => {
  for (const [asked, { headers, text }] of await everyAnswer()) {
    if (!/html/.test(headers['content-type'] ?? '')) continue
    expect(/<[^>]+\s(on[a-z]+|style)\s*=/i.exec(text)?.[0], asked).toBeUndefined()
    expect(/<script[^>]*>[^<]/i.exec(text)?.[0], asked).toBeUndefined()
    expect(/<(style|iframe|object|embed|base)\b/i.exec(text)?.[0], asked).toBeUndefined()
  }
})

test('an error that comes of a file or a download is a page like any other', async () => {
  const headers = { 'accept-encoding': 'br', range: 'bytes=99999999-' }
  const answer = await send(origin, 'GET', assets[0] ?? '', { headers })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.text).toContain('</html>')
})

test('over TLS browsers are told to stay there, and the cookie never leaves it', async () => {
  const { headers } = await send(origin, 'GET', '/sign-in', { headers: { 'x-forwarded-proto': 'https' } })
  expect(
    Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1]),
  ).toBeGreaterThanOrEqual(31_536_000)
  const cookie = headers['set-cookie']?.[0] ?? ''
  for (const word of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word)
})

test('the cookie is hidden from scripts and from other sites over plain HTTP too', async () => {
  const cookie = (await send(origin, 'GET', '/sign-in')).headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure|Domain/)
})
