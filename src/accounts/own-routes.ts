import { type Request, type Response, Router } from 'express'
import { read } from '../fields/read.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf, idIn } from '../web/request.ts'
import { throttle } from '../web/throttle.ts'
import { accountOf, by, inBrowser, only, ownSignIn, signInAs } from './access.ts'
import type { Account } from './account.ts'
import { tooMany } from './barred.ts'
import {
  daysOf,
  ownPasswordFields,
  type PasswordFaults,
  readNewPassword,
  secrets,
  tokenFields,
  typedIn,
} from './forms.ts'
import { ownPage } from './own-page.ts'
import { changePassword, provesPassword } from './password-writes.ts'
import { type Sheet, sheet } from './sheet.ts'
import { endOtherSignIns, endOwnSignIn } from './sign-in-writes.ts'
import { makeToken, revokeToken } from './token-writes.ts'

/** What anybody signed in sees and changes of their own. */
export function ownRoutes(house: House): Router {
  const { db, clock } = house
  const routes = Router()
  const perAccount = throttle(
    10,
    (_req, res) => String(theirs(res).id),
    (res) => tooMany(theirs(res).name, 'password refused'),
  )
  const own = only('be signed in')

  const show = async (req: Request, res: Response, sheets: { password?: Sheet; token?: Sheet } = {}) => {
    const asking = { db, now: clock().getTime(), account: theirs(res), own: ownSignIn(req) }
    page(res, 'accounts/own', await ownPage(asking, sheets))
  }

  routes.get('/account', own, (req, res) => show(req, res))

  routes.post('/account/sign-ins/end', own, inBrowser, async (req, res) => {
    await endOwnSignIn(db, by(res, house), typedIn(bodyOf(req), 'sign_in'))
    res.redirect(303, '/account')
  })

  routes.post('/account/sign-ins/end-others', own, inBrowser, async (req, res) => {
    await endOtherSignIns(db, by(res, house), ownSignIn(req) ?? '')
    res.redirect(303, '/account')
  })

  routes.post('/account/password', own, inBrowser, perAccount, async (req, res) => {
    const { password, faults } = readNewPassword(bodyOf(req))
    const isOld = await provesPassword(
      db,
      by(res, house),
      theirs(res).id,
      typedIn(bodyOf(req), 'old_password'),
    )
    const wrong: PasswordFaults = isOld ? faults : { old_password: 'The old password is wrong.', ...faults }
    if (Object.keys(wrong).length > 0)
      return show(req, res.status(422), { password: sheet(ownPasswordFields, {}, wrong, secrets) })
    await changePassword(db, by(res, house), theirs(res).id, password)
    await signInAs(req, theirs(res))
    res.redirect(303, '/account')
  })

  routes.post('/account/tokens', own, inBrowser, async (req, res) => {
    const reading = read(tokenFields, bodyOf(req))
    if (!reading.ok)
      return show(req, res.status(422), { token: sheet(tokenFields, reading.typed, reading.faults) })
    const { label, scope, lasts } = reading.values
    const days = daysOf(lasts)
    const token = await makeToken(db, by(res, house), { account_id: theirs(res).id, label, scope, days })
    page(res, 'accounts/token', { title: 'Your new token', isPrivate: true, label, token })
  })

  routes.post('/account/tokens/:id/revoke', own, inBrowser, async (req, res) => {
    await revokeToken(db, by(res, house), idIn(req.params.id))
    res.redirect(303, '/account')
  })

  return routes
}

/** After `only` there is always one. */
function theirs(res: Response): Account {
  return accountOf(res) as Account
}
