import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import { expectCalm } from './calm.ts'
import { markup, notText, queries, unseen } from './hostile.ts'
import { type Answer, type Session, send, sendForm, strangerAt } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
let session: Session = { cookie: '', token: '' }
beforeAll(async () => {
  ;({ origin, db } = await house())
  session = await strangerAt(origin)
})

function sendBody(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return send(origin, 'POST', '/sign-in', {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      cookie: session.cookie,
      origin,
      ...headers,
    },
    body,
  })
}

test('a form of more than 100 kB is not read', async () => {
  for (const size of [100 * 1024 + 1, 10_000_000]) {
    const answer = await sendBody(`name=${'x'.repeat(size)}`)
    expectCalm(answer, `${size} bytes`)
    expect(answer.status).toBe(413)
  }
})

test('nor is one that only grows to that size when it is unpacked', async () => {
  const packed = gzipSync(`name=${'x'.repeat(10_000_000)}`)
  expect(packed.length).toBeLessThan(20_000)
  const answer = await sendBody(packed, { 'content-encoding': 'gzip' })
  expectCalm(answer, 'packed')
  expect(answer.status).toBe(413)
})

test('a form of a hundred thousand names is not read', async () => {
  const answer = await sendBody('a&'.repeat(45_000))
  expectCalm(answer, 'many names')
  expect(answer.status).toBe(413)
})

test('what is packed wrongly, or comes in an unknown encoding, is refused', async () => {
  const strange: Array<[string | Buffer, Record<string, string>]> = [
    ['name=x', { 'content-encoding': 'gzip' }],
    ['name=x', { 'content-encoding': 'compress, pigeon' }],
    ['name=x', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' }],
    ['name=x', { 'content-type': 'application/x-www-form-urlencoded; charset="' }],
    ['{"name":"x"', { 'content-type': 'application/json' }],
    ['{"name":{"$gt":""}}', { 'content-type': 'application/json' }],
    ['<x/>', { 'content-type': 'text/xml' }],
    ['--x\r\n\r\n', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['name=x', { 'content-type': '' }],
    ['name=x', { 'content-type': ';;;' }],
  ]
  for (const [body, headers] of strange) {
    const answer = await sendBody(body, headers)
    expectCalm(answer, JSON.stringify(headers))
    expect(answer.status).toBeGreaterThanOrEqual(400)
  }
})

test('bytes that spell no text are refused, with or without percent signs', async () => {
  const token = `_token=${session.token}&name=`
  const spelled = notText.map((code) => Buffer.from(token + code))
  const bytes = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80]].map((raw) =>
    Buffer.concat([Buffer.from(token), Buffer.from(raw)]),
  )
  for (const body of [...spelled, ...bytes]) {
    const answer = await sendBody(body)
    expectCalm(answer, body.toString('latin1'))
    expect(answer.status, body.toString('latin1')).toBe(400)
  }
})

test('whatever is typed as a name, the sign-in form answers with a sentence and shows nothing unseen', async () => {
  for (const text of [
    ...unseen,
    ...markup.slice(0, 2),
    ...queries.slice(0, 2),
    '__proto__',
    'x'.repeat(30_000),
  ]) {
    const answer = await sendForm(
      origin,
      '/sign-in',
      { name: text, password: text, next: text, _token: session.token },
      { cookie: session.cookie, origin },
    )
    expectCalm(answer, `name ${text.slice(0, 80)}`)
    expect(answer.status).toBe(422)
    for (const mark of unseen) expect(answer.text).not.toContain(mark)
  }
})

test('names and passwords sent as lists or trees are refused', async () => {
  const shapes = [
    'name=a&name=b&password=c',
    'name[]=a&password[]=b',
    'name[x][y]=1',
    'name.a.b=1&__proto__.x=1',
  ]
  for (const shape of shapes) {
    const answer = await sendBody(`_token=${session.token}&${shape}`)
    expectCalm(answer, shape)
    expect([422, 429]).toContain(answer.status)
  }
})

test('only what was offered is stored: the trail shows nobody new and no account', async () => {
  await sendBody(`_token=${session.token}&name=Nora&password=x&role=administrator&account_id=1&id=1`)
  expect(await db.selectFrom('account').selectAll().execute()).toEqual([])
})
