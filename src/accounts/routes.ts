import { Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { atomically } from '../db/atomically.ts'
import { text } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf, ownPath } from '../web/request.ts'
import { accountOf, formToken, only, signInAs, signOut } from './access.ts'
import { type Account, accountFor, audit } from './account.ts'
import { carriedIn, signInPage } from './sign-in-page.ts'

const WINDOW = 15 * 60_000
const nameKind = text({ label: 'Name', max: 80 })

/** Tries are counted by the name guessed at and by the connection itself: a forged forwarding header changes neither. */
function throttle(limit: number, key: (name: string, address: string) => string) {
  return rateLimit({
    windowMs: WINDOW,
    limit,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    keyGenerator: (req) =>
      key(fold(String(bodyOf(req).name ?? '').slice(0, 80)), req.socket.remoteAddress ?? ''),
    handler: () => {
      throw new Refusal(429, 'There were too many tries to sign in. Wait a quarter of an hour.')
    },
  })
}

/** Keeps a form that was typed when its sign-in ran out, for whoever signed in. @returns where it is typed on */
export type KeepCarried = (
  account: Account,
  address: string,
  typed: Record<string, string>,
) => Promise<string | null>

export function accountRoutes(house: House, keepCarried: KeepCarried): Router {
  const { db, clock } = house
  const routes = Router()
  const perName = throttle(10, (name) => name)
  const perAddress = throttle(30, (_name, address) => address)

  routes.get('/sign-in', (req, res) => {
    res.locals.chrome.token = formToken(req)
    page(res, 'accounts/sign-in', signInPage({ next: ownPath(req.query.next) }))
  })

  routes.post('/sign-in', perAddress, perName, async (req, res) => {
    const { name, password, next } = bodyOf(req)
    const read = readOne(nameKind, typeof name === 'string' ? name : '')
    const typed = 'value' in read ? read.value : ''
    const account =
      typed !== '' && typeof password === 'string' ? await accountFor(db, typed, password) : null
    await atomically(db, (db) =>
      account
        ? audit(db, clock, account.name, 'signed in')
        : audit(db, clock, typed || 'somebody', 'sign-in refused'),
    )
    if (!account) {
      res.locals.chrome.token = formToken(req)
      const fault = 'The name or the password is wrong.'
      const again = { next: ownPath(next), name: typed, fault, typed: carriedIn(bodyOf(req)) }
      return page(res.status(422), 'accounts/sign-in', signInPage(again))
    }
    await signInAs(req, account)
    res.redirect(303, await goOn(account, ownPath(next), carriedIn(bodyOf(req))))
  })

  routes.post('/sign-out', only('be signed in'), async (req, res) => {
    await atomically(db, (db) => audit(db, clock, accountOf(res)?.name ?? '', 'signed out'))
    await signOut(req, res)
    res.redirect(303, '/')
  })

  async function goOn(account: Account, next: string, typed: Record<string, string>): Promise<string> {
    return Object.keys(typed).length === 0 ? next : ((await keepCarried(account, next, typed)) ?? next)
  }

  return routes
}
