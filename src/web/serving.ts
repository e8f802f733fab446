import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** How long a sender may take, in milliseconds. Whoever is slower is cut off: a socket is not theirs to keep. */
export const patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5000,
}
const SILENCE = 60_000

/** A server that no sender can stop or stall. That there is a Host is asked later, where the answer is a page. */
export function newServer(listener: RequestListener, waits = patience): Server {
  const server = createServer({ ...waits, requireHostHeader: false }, (req, res) => {
    req.url = pathOf(req.url ?? '')
    listener(req, res)
  })
  server.setTimeout(SILENCE)
  server.on('checkExpectation', (req, res) => server.emit('request', req, res))
  server.on('clientError', refuse)
  return server
}

/** A proxy may send the whole address. What is no address becomes a path that is refused like any other. */
function pathOf(target: string): string {
  if (target.startsWith('/')) return target
  if (!URL.canParse(target)) return '/%'
  const { pathname, search } = new URL(target)
  return `/${pathname.replace(/^\/+/, '')}${search}`
}

/** What the parser could not read never reaches a page; its sender is told so, unless an answer is under way. */
function refuse({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy()
    return
  }
  const [status, sentence] = refusals[code ?? ''] ?? [400, 'The request cannot be read.']
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${sentence.length}`,
    'Cache-Control: no-store',
    'Referrer-Policy: same-origin',
    'X-Content-Type-Options: nosniff',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${sentence}`, () => socket.destroy())
}

const refusals: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The address or the headers are too long.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The request is too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
}
