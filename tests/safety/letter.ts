import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

/** What came back. */
export interface Answer {
  status: number
  text: string
  headers: IncomingHttpHeaders
}

interface Letter {
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A request as no browser sends it: every header as given, and none besides. */
export function send(origin: string, method: string, path: string, letter: Letter = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const asked = request({ hostname, port, method, path, headers: letter.headers, agent: false })
    asked.on('error', reject)
    asked.on('response', (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part) => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          headers: reply.headers,
        }),
      )
    })
    asked.end(letter.body)
  })
}

/** A form, with whatever headers the sender makes up. */
export function sendForm(
  origin: string,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams(form).toString()
  return send(origin, 'POST', path, {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  })
}

/** Writes bytes to a socket and listens until the other side hangs up, or for so long. */
export function converse(origin: string, bytes: string | Buffer, forMs = 300): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(port), hostname)
    const end = () => {
      socket.destroy()
      resolve(heard)
    }
    socket.on('data', (part) => {
      heard += part.toString('latin1')
    })
    socket.on('error', end)
    socket.on('close', end)
    setTimeout(end, forMs).unref()
    socket.write(bytes)
  })
}

/** The cookie an answer sets, as it is sent back. */
export function cookieOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

export function tokenOf({ text }: Answer): string {
  return /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

export interface Session {
  cookie: string
  token: string
}

/** What somebody has who only opened the sign-in page. */
export async function strangerAt(origin: string): Promise<Session> {
  const opened = await send(origin, 'GET', '/sign-in')
  return { cookie: cookieOf(opened), token: tokenOf(opened) }
}

/** Signs in by hand, to hold the cookie and the token themselves. */
export async function memberAt(origin: string, name: string, password: string): Promise<Session> {
  const before = await strangerAt(origin)
  const form = { name, password, _token: before.token, next: '/codebook' }
  const entered = await sendForm(origin, '/sign-in', form, { cookie: before.cookie, origin })
  const cookie = cookieOf(entered)
  const shown = await send(origin, 'GET', '/codebook', { headers: { cookie } })
  return { cookie, token: tokenOf(shown) }
}
