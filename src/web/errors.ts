import type { NextFunction, Request, Response } from 'express'
import { Refusal } from '../kernel/fault.ts'
import type { House } from './house.ts'
import { page } from './render.ts'
import { bearerOf } from './request.ts'

const titles: Record<number, string> = {
  400: 'This request cannot be read',
  401: 'Sign in first',
  403: 'This is not allowed',
  404: 'There is nothing at this address',
  405: 'This cannot be done here',
  409: 'Somebody changed it first',
  410: 'This was withdrawn',
  413: 'This is too large',
  415: 'This kind of data cannot be read',
  429: 'Too many tries',
  500: 'We could not show this page',
  503: 'The record is busy',
  507: 'The disk is full',
}

/** Set for a download or a file before it failed; the error page is neither. */
const ofWhatFailed = ['Content-Disposition', 'Content-Encoding', 'Content-Range', 'ETag', 'Last-Modified']

interface Fault {
  status: number
  sentence: string
}

export function nothingHere(): never {
  throw new Refusal(404, 'There is no such page. The address may be mistyped, or the page was never here.')
}

/** One error page for people, problem+json (RFC 9457) for programs. Four parameters: so Express knows it for an error handler. */
export function errorPage({ log }: House) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const { status, sentence } = faultOf(error)
    if (status >= 500 && status !== 503)
      log.error({ err: error, request: res.locals.requestId }, 'request failed')
    if (res.headersSent) {
      res.destroy()
      return
    }
    const title = titles[status] ?? 'This did not work'
    for (const header of ofWhatFailed) res.removeHeader(header)
    res.status(status).set({ 'Cache-Control': 'no-store' })
    if (wantsProblem(req)) {
      res.type('application/problem+json').send(
        JSON.stringify({
          type: 'about:blank',
          title,
          status,
          detail: sentence,
          instance: res.locals.requestId,
        }),
      )
    } else {
      page(res, 'error', {
        title,
        sentence,
        reference: status >= 500 ? (res.locals.requestId as string) : null,
        isFault: status >= 500,
        restore: status === 410 ? restorePath(req.path) : '',
      })
    }
  }
}

/** What was withdrawn is restored at an address of its own; a claim from its history. */
function restorePath(path: string): string {
  const [, kind = '', id = ''] = /^\/([a-z-]+)\/([a-z0-9-]+)/.exec(path) ?? []
  return id === '' || kind === 'claims' ? '' : `/${kind}/${id}/restore`
}

function wantsProblem(req: Request): boolean {
  return (
    bearerOf(req) !== null ||
    /\.(csv|json)$/.test(req.path) ||
    req.accepts(['html', 'json', 'application/problem+json'])?.toString().endsWith('json')
  )
}

/** What a person may know of an error. Only our own sentences and the parser's status leave the house. */
function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return { status: error.status, sentence: error.message }
  const { status, type, code } = error as { status?: number; type?: string; code?: string }
  if (type === 'entity.too.large' || type === 'parameters.too.many')
    return {
      status: 413,
      sentence: 'The form is larger than 100 kB, or the pasted text than 2 MB, so it was not read.',
    }
  if (type === 'entity.verify.failed')
    return { status: 400, sentence: 'The form holds characters that cannot be read.' }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'ENOSPC')
    return {
      status: 507,
      sentence: 'The disk is full: nothing was saved. Reading goes on; try again when there is room.',
    }
  if (code?.startsWith('SQLITE_BUSY') || code === 'SQLITE_READONLY')
    return {
      status: 503,
      sentence: 'The record cannot be written right now. Nothing was saved: try again in a moment.',
    }
  if (status === 415 || type?.startsWith('encoding.') || type?.startsWith('charset.'))
    return { status: 415, sentence: 'The form came in an encoding that cannot be read.' }
  if (status && status >= 400 && status < 500) return { status: 400, sentence: 'The request cannot be read.' }
  return {
    status: 500,
    sentence: 'It is our fault, and it is logged. The other pages and the downloads still work.',
  }
}
