import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import type { Author } from '../kernel/author.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import type { House } from '../web/house.ts'
import { type Account, accountWithId } from './account.ts'
import { Barred } from './barred.ts'
import { browserWords } from './browser.ts'
import { keyHash } from './key.ts'
import { type Act, may, whoMay } from './roles.ts'
import { SIGNED_IN, SignInStore } from './store.ts'

const COOKIE = 'parley'

/** Reads the sign-in cookie; no cookie is set and nothing stored before somebody opens the sign-in page. */
export function signIns({ db, clock, secret }: House): RequestHandler {
  return session({
    name: COOKIE,
    secret,
    store: new SignInStore(db, clock),
    resave: false,
    saveUninitialized: false,
    proxy: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/', maxAge: SIGNED_IN },
  })
}

/** Finds out who asks, anew for each request: a disabled account is out at once. */
export function whoAsks({ db }: House): RequestHandler {
  return async (req, res, next) => {
    const id = req.session?.account_id
    res.locals.account = id ? await accountWithId(db, id) : null
    next()
  }
}

export function accountOf(res: Response): Account | null {
  return res.locals.account ?? null
}

/** The session's form token, made at its first use; null for a program, which has no session. */
export function formToken(req: Request): string | null {
  if (!req.session) return null
  req.session.token ??= randomBytes(24).toString('base64url')
  return req.session.token
}

/** From now on the browser is this account's, under a session key that nobody knew before. */
export async function signInAs(req: Request, account: Account): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error) => (error ? reject(error) : resolve())),
  )
  req.session.account_id = account.id
  req.session.agent = browserWords(req.get('user-agent'))
  formToken(req)
}

export async function signOut(req: Request, res: Response): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    req.session.destroy((error) => (error ? reject(error) : resolve())),
  )
  res.clearCookie(COOKIE, { path: '/' })
}

/** What the record knows this browser's sign-in by; null for a program. */
export function ownSignIn(req: Request): string | null {
  return req.session ? keyHash(req.sessionID) : null
}

/** Whoever finds a token must not make themselves at home with it. */
export function inBrowser(req: Request, _res: Response, next: NextFunction): void {
  if (!req.session) throw new Refusal(403, 'A token cannot do this: sign in with a browser.')
  next()
}

/** Only for those whose role allows it; who is not signed in is led to the sign-in page, and back. */
export function only(act: Act): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    res.set('Cache-Control', 'no-store')
    const account = accountOf(res)
    if (account && !may(account.role, act)) throw notFor(act, account.name, req)
    if (account) return next()
    if (req.method === 'GET') return res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
    throw new Refusal(401, 'You are signed out: sign in and send the form again.')
  }
}

function notFor(act: Act, who: string, { method, baseUrl, path }: Request): Barred {
  const detail = `${method} ${quotable(baseUrl + path)}: ${act}`
  return new Barred(403, `This is for ${whoMay(act)}.`, { who, event: 'refused', detail })
}

/** Whoever is signed in. @throws Refusal 401 */
export function me(res: Response): Account {
  const account = accountOf(res)
  if (!account) throw new Refusal(401, 'Sign in first.')
  return account
}

/** Whoever is signed in, as the author of a change. */
export function by(res: Response, { clock }: House): Author {
  const account = me(res)
  return { account_id: account.id, who: account.name, clock }
}
