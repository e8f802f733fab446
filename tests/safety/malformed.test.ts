import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { newServer, patience } from '../../src/web/serving.ts'
import { house, type OpenHouse } from '../house.ts'
import { PROMPT } from './calm.ts'
import { converse, send } from './letter.ts'

let { origin }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ origin } = await house())
})

const malformed: Record<string, string | Buffer> = {
  'no request line': '\r\n\r\n\r\n',
  'a word': 'HELLO\r\n\r\n',
  'no version': 'GET /\r\n\r\n',
  'an old version': 'GET / HTTP/0.9\r\n\r\n',
  'a future version': 'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a TLS greeting': Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]),
  'random bytes': Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
  'no host': 'GET / HTTP/1.1\r\n\r\n',
  'two hosts': 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'a header without colon': 'GET / HTTP/1.1\r\nHost a\r\n\r\n',
  'a header without name': 'GET / HTTP/1.1\r\n: a\r\n\r\n',
  'a folded header': 'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n',
  'a bare CR': 'GET / HTTP/1.1\rHost: a\r\r',
  'NUL in a header': 'GET / HTTP/1.1\r\nHost: a\u0000b\r\n\r\n',
  'a huge header': `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`,
  'a huge address': `GET /${'x'.repeat(200_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'thousands of headers': `GET / HTTP/1.1\r\nHost: a\r\n${'X: y\r\n'.repeat(3500)}\r\n`,
  'a broken address': 'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
  'half an IPv6 address': 'GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n',
  'an address without host': 'GET http:// HTTP/1.1\r\nHost: a\r\n\r\n',
  'a name that is none': 'GET http://xn--a/ HTTP/1.1\r\nHost: a\r\n\r\n',
  'a whole foreign address': 'GET http://evil.example//rounds HTTP/1.1\r\nHost: a\r\n\r\n',
  'a star': 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'a star to GET': 'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
  'raw bytes in the address': Buffer.from('GET /rounds?q=\xe9\xff HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1'),
  'a tunnel': 'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'an upgrade': 'GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
  'an expectation': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nContent-Length: 3\r\n\r\nabc',
  'chunked nonsense': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n',
  'an endless chunk':
    'POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n',
  'chunk extensions': `POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n`,
  'two lengths': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  'length and chunks':
    'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'a negative length': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'an enormous length': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'a body that never comes': 'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nabc',
  'half a request line': 'GET /rou',
  'half a header': 'GET / HTTP/1.1\r\nHost: a\r\nX-Ha',
  'a good request, then nonsense': 'GET / HTTP/1.1\r\nHost: a\r\n\r\nNONSENSE\r\n\r\n',
  'fifty requests at once': 'GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(50),
}

test.each(Object.keys(malformed))(
  '%s neither stops nor stalls the service, and is told no more than it must',
  async (name) => {
    const heard = await converse(origin, malformed[name] ?? '', 100)
    expect(heard).not.toMatch(/^HTTP\/1.1 5|node_modules|\.[jt]s:\d/m)
    if (/^HTTP\/1.1 4/.test(heard)) {
      expect(heard).toMatch(/^x-content-type-options: nosniff\r$/im)
      expect(heard).toMatch(/^content-type: text\/(plain|html); charset=utf-8\r$/im)
    }
    const began = performance.now()
    expect((await send(origin, 'GET', '/')).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(PROMPT)
  },
)

test('a whole address is answered like its path, whatever host it names', async () => {
  const ask = (target: string) =>
    converse(origin, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 2000)
  expect(await ask('http://evil.example/rounds/1')).toMatch(/^HTTP\/1.1 200/)
  expect(await ask('http://[')).toMatch(/^HTTP\/1.1 400/)
})

const open: Array<Server | Socket> = []
afterEach(() => {
  for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close()
})

function clientOf(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  open.push(socket)
  return socket
}

test('twenty clients that dribble their headers keep nobody waiting', async () => {
  const slow = Array.from({ length: 20 }, () => clientOf(Number(new URL(origin).port)))
  for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
  const dribble = setInterval(() => slow.map((socket) => socket.write('x')), 10)
  for (let page = 0; page < 5; page += 1) {
    const began = performance.now()
    expect((await send(origin, 'GET', '/')).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(PROMPT)
  }
  clearInterval(dribble)
})

test('whoever is too slow is cut off, and told so', async () => {
  const waits = {
    headersTimeout: 200,
    requestTimeout: 300,
    keepAliveTimeout: 100,
    connectionsCheckingInterval: 50,
  }
  const server = newServer((req, res) => req.on('end', () => res.end()).resume(), waits).listen(
    0,
    '127.0.0.1',
  )
  open.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const impatient = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const halves = [
    'GET / HTT',
    'GET / HTTP/1.1\r\nHost: a\r\nX: ',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na',
  ]
  for (const half of halves) expect(await converse(impatient, half, 5000), half).toMatch(/^HTTP\/1.1 408/)
})

test('the service itself waits a quarter of a minute for headers and half of one for a form', () => {
  expect(newServer(() => {})).toMatchObject({ ...patience, timeout: 60_000 })
  expect(patience.headersTimeout).toBeLessThan(patience.requestTimeout)
  expect(patience.requestTimeout + patience.connectionsCheckingInterval).toBeLessThan(75_000)
  expect(createServer().headersTimeout).not.toBe(patience.headersTimeout)
})
