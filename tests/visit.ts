/** What a form sends; a list is sent as the same name several times. */
export type Form = Record<string, string | string[]>

export interface Reply {
  status: number
  text: string
  headers: Headers
}

export interface Visit {
  get(path: string): Promise<Reply>
  /** Sent as a browser sends it, with the token of the page last seen; `_token` in the form overrules it. */
  post(path: string, form?: Form, headers?: Record<string, string>): Promise<Reply>
  /** A form body byte for byte, as no browser would send it. */
  raw(path: string, body: string): Promise<Reply>
}

/** A visitor with a cookie jar, who follows no redirect. */
export function visitorTo(origin: string): Visit {
  const cookies = new Map<string, string>()
  let token = ''
  async function ask(path: string, init: RequestInit): Promise<Reply> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { ...init.headers, cookie }
    const reply = await fetch(origin + path, { ...init, headers, redirect: 'manual' })
    for (const set of reply.headers.getSetCookie()) keep(cookies, set)
    const text = await reply.text()
    token = /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? token
    return { status: reply.status, text, headers: reply.headers }
  }
  const typed = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    raw: (path, body) =>
      ask(path, { method: 'POST', headers: { accept: 'text/html', origin, ...typed }, body }),
    get: (path) => ask(path, { headers: { accept: 'text/html' } }),
    post: (path, form = {}, besides = {}) =>
      ask(path, {
        method: 'POST',
        headers: { accept: 'text/html', origin, ...besides },
        body: encoded({ _token: token, ...form }),
      }),
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/)
  if (/expires=thu, 01 jan 1970/i.test(set)) cookies.delete(name)
  else cookies.set(name, value)
}

function encoded(form: Form): URLSearchParams {
  const pairs = Object.entries(form).flatMap(([name, given]) => [given].flat().map((value) => [name, value]))
  return new URLSearchParams(pairs)
}
