import { Router } from 'express'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf } from '../web/request.ts'
import { formToken, inBrowser, signInAs } from './access.ts'
import { newPasswordFields, type PasswordFaults, readNewPassword, secrets, typedIn } from './forms.ts'
import { openInvitation } from './invitation.ts'
import { choosePassword } from './invitation-writes.ts'
import { sheet } from './sheet.ts'
import { noteSignIn } from './sign-in-writes.ts'

/** The one-time link. Its key stands behind the question mark, for the log keeps paths. */
export function invitationRoutes({ db, clock }: House): Router {
  const routes = Router()
  routes.use('/invitation', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })

  routes.get('/invitation', async (req, res) => {
    const key = typedIn(req.query, 'key')
    const { name } = await openInvitation(db, clock, key)
    res.locals.chrome.token = formToken(req)
    page(res, 'accounts/invitation', invitationPage(name, key))
  })

  routes.post('/invitation', inBrowser, async (req, res) => {
    const key = typedIn(bodyOf(req), 'key')
    const { name } = await openInvitation(db, clock, key)
    const { password, faults } = readNewPassword(bodyOf(req))
    if (Object.keys(faults).length > 0) {
      res.locals.chrome.token = formToken(req)
      return page(res.status(422), 'accounts/invitation', invitationPage(name, key, faults))
    }
    const account = await choosePassword(db, clock, key, password)
    await noteSignIn(db, { account_id: account.id, who: account.name, clock }, account)
    await signInAs(req, account)
    res.redirect(303, '/account')
  })

  return routes
}

function invitationPage(name: string, key: string, faults: PasswordFaults = {}) {
  return {
    title: 'Choose a password',
    isPrivate: true,
    name,
    key,
    sheet: sheet(newPasswordFields, {}, faults, secrets),
  }
}
