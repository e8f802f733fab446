import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import { expectCalm, sentenceOf } from './calm.ts'
import { downloads, everyPage } from './hostile.ts'
import { send } from './letter.ts'

let { origin }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ origin } = await house())
})

test('HEAD tells of every page what GET does, without the page', async () => {
  for (const path of [...everyPage, '/nothing', '/rounds/999']) {
    const got = await send(origin, 'GET', path)
    const told = await send(origin, 'HEAD', path)
    expect(told.status, path).toBe(got.status)
    expect(told.headers['content-type'], path).toBe(got.headers['content-type'])
    expect(told.text).toBe('')
  }
})

test('OPTIONS says what can be done, and nothing else can', async () => {
  const options = await send(origin, 'OPTIONS', '/rounds')
  expect(options.status).toBe(204)
  expect(options.headers.allow).toBe('GET, HEAD, POST')
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'MKCOL', 'SEARCH', 'PURGE']) {
    const answer = await send(origin, method, '/rounds/1', { headers: { cookie: 'secret=1' } })
    expectCalm(answer, method)
    expect(answer.status, method).toBe(405)
    expect(answer.text).not.toContain('secret')
  }
})

test('a form sent to a page that takes none is refused', async () => {
  for (const path of [...everyPage, '/nothing']) {
    const answer = await send(origin, 'POST', path, { headers: { origin, 'content-length': '0' } })
    expectCalm(answer, `POST ${path}`)
    expect([403, 404, 405], path).toContain(answer.status)
  }
})

test('a page that did not change is not sent twice, and a changed condition is no fault of ours', async () => {
  const { headers } = await send(origin, 'GET', '/timeline.json')
  const known = { 'if-none-match': String(headers.etag) }
  expect((await send(origin, 'GET', '/timeline.json', { headers: known })).status).toBe(304)
  const conditions: Array<Record<string, string>> = [
    { 'if-none-match': '*' },
    { 'if-none-match': '"x", W/"y"' },
    { 'if-match': '"x"' },
    { 'if-modified-since': 'nonsense' },
    { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { range: 'bytes=5-1' },
    { range: 'bytes=0-0,2-3,-1', 'if-range': '"x"' },
    { 'accept-encoding': 'x;q=9, *;q=0' },
    { accept: '*/*;q=x, ;' },
    { 'accept-language': '../../x' },
    { expect: 'the impossible' },
    { 'transfer-encoding': 'chunked' },
    { host: '' },
    { host: 'x y/z' },
    { upgrade: 'h2c', connection: 'upgrade' },
    { te: 'trailers', 'x-forwarded-proto': ',,,', 'x-forwarded-for': 'nonsense' },
  ]
  for (const path of ['/', '/rounds/1', '/rounds.csv', '/timeline.json', '/nothing'])
    for (const headers of conditions)
      expectCalm(await send(origin, 'GET', path, { headers }), `${path} ${JSON.stringify(headers)}`)
})

test('doubled, dotted and trailing slashes lead to a page or to none, never to a fault', async () => {
  const paths = [
    '//',
    '///rounds',
    '/rounds//1',
    '/rounds/1/',
    '/./rounds',
    '/rounds/../rounds',
    '/rounds/.',
    '/;/',
    '/?',
    '/#',
  ]
  for (const path of paths) expectCalm(await send(origin, 'GET', path), path)
})

test('a program is refused in problem+json, a person with a page', async () => {
  const faults = [
    ...downloads.map((path) => `${path}?flavour=sweet`),
    '/rounds/999.csv',
    '/nothing.json',
    '/timeline.json?from=2025-02-30',
  ]
  for (const path of faults) {
    const answer = await send(origin, 'GET', path, { headers: { accept: '*/*' } })
    expectCalm(answer, path)
    expect(answer.headers['content-type'], path).toBe('application/problem+json; charset=utf-8')
    const problem = JSON.parse(answer.text)
    expect(problem).toMatchObject({ type: 'about:blank', status: answer.status, title: expect.any(String) })
    expect(answer.headers['content-disposition'], path).toBeUndefined()
  }
  for (const accept of ['application/json', 'application/problem+json']) {
    const { text } = await send(origin, 'GET', '/rounds/999', { headers: { accept } })
    expect(JSON.parse(text).status, accept).toBe(404)
  }
  for (const accept of ['text/html,*/*;q=0.8', '*/*', 'image/webp', '']) {
    const answer = await send(origin, 'GET', '/rounds/999', { headers: { accept } })
    expect(answer.headers['content-type'], accept).toMatch(/^text\/html/)
    expect(sentenceOf(answer)).toBe('There is no round 999 in this record.')
  }
})
