import { Router } from 'express'
import { atomically } from '../db/atomically.ts'
import { text } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { fold } from '../kernel/fold.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf, ownPath } from '../web/request.ts'
import { addressOf, throttle } from '../web/throttle.ts'
import { by, formToken, inBrowser, only, signInAs, signOut } from './access.ts'
import { type Account, accountFor } from './account.ts'
import { audit } from './audit-writes.ts'
import { tooMany } from './barred.ts'
import { SOMEBODY } from './events.ts'
import { carriedIn, signInPage } from './sign-in-page.ts'
import { noteSignIn } from './sign-in-writes.ts'

const nameKind = text({ label: 'Name', max: 80 })

/** Keeps a form that was typed when its sign-in ran out, for whoever signed in. @returns where it is typed on */
export type KeepCarried = (
  account: Account,
  address: string,
  typed: Record<string, string>,
) => Promise<string | null>

/** The door. Tries are counted by the name guessed at and by the connection itself. */
export function accountRoutes(house: House, keepCarried: KeepCarried): Router {
  const { db, clock } = house
  const routes = Router()
  // The name tried is not told again: whoever tries a thousand would write a thousand lines.
  const refusal = () => tooMany(SOMEBODY, 'sign-in refused')
  const perName = throttle(10, (req) => fold(String(bodyOf(req).name ?? '').slice(0, 80)), refusal)
  const perAddress = throttle(30, addressOf, refusal)

  routes.get('/sign-in', (req, res) => {
    res.locals.chrome.token = formToken(req)
    page(res, 'accounts/sign-in', signInPage({ next: ownPath(req.query.next) }))
  })

  routes.post('/sign-in', inBrowser, perAddress, perName, async (req, res) => {
    const { name, password, next } = bodyOf(req)
    const read = readOne(nameKind, typeof name === 'string' ? name : '')
    const typed = 'value' in read ? read.value : ''
    const account =
      typed !== '' && typeof password === 'string' ? await accountFor(db, typed, password) : null
    if (!account) {
      await atomically(db, (db) => audit(db, { who: typed || SOMEBODY, clock }, 'sign-in refused'))
      res.locals.chrome.token = formToken(req)
      const fault = 'The name or the password is wrong.'
      const again = { next: ownPath(next), name: typed, fault, typed: carriedIn(bodyOf(req)) }
      return page(res.status(422), 'accounts/sign-in', signInPage(again))
    }
    await noteSignIn(db, { account_id: account.id, who: account.name, clock }, account)
    await signInAs(req, account)
    res.redirect(303, await goOn(account, ownPath(next), carriedIn(bodyOf(req))))
  })

  routes.post('/sign-out', inBrowser, only('be signed in'), async (req, res) => {
    await atomically(db, (db) => audit(db, by(res, house), 'signed out'))
    await signOut(req, res)
    res.redirect(303, '/')
  })

  async function goOn(account: Account, next: string, typed: Record<string, string>): Promise<string> {
    return Object.keys(typed).length === 0 ? next : ((await keepCarried(account, next, typed)) ?? next)
  }

  return routes
}
