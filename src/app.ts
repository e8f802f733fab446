import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { accountOf, formToken, signIns, whoAsks } from './accounts/access.ts'
import { accountRoutes } from './accounts/routes.ts'
import { draftRoutes } from './desk/drafts/routes.ts'
import { giveBackTyped, keepCarried } from './desk/expired-routes.ts'
import { lookupRoutes } from './desk/lookup/routes.ts'
import { reviewRoutes } from './desk/review/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { commitmentRoutes } from './outcomes/routes.ts'
import { partyRoutes } from './parties/routes.ts'
import { issueRoutes } from './processes/issue-routes.ts'
import { processRoutes } from './processes/routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { venueRoutes } from './venues/routes.ts'
import { asOf, readAsOf } from './web/as-of.ts'
import { assetRoutes } from './web/assets.ts'
import { errorPage, nothingHere } from './web/errors.ts'
import type { House } from './web/house.ts'
import { knownSwitch } from './web/known-switch.ts'
import { requestLog } from './web/log.ts'
import type { Chrome } from './web/render.ts'
import { refuseMalformed, verifyForm } from './web/request.ts'
import { refuseForeign, refuseWithoutToken, secureHeaders } from './web/security.ts'

const menu = [
  { label: 'Explore', href: '/' },
  { label: 'Processes', href: '/processes' },
  { label: 'Proposals', href: '/proposals' },
  { label: 'Commitments', href: '/commitments' },
  { label: 'Disputes', href: '/disputes' },
  { label: 'Sources', href: '/sources' },
  { label: 'Data', href: '/codebook' },
]

/** The whole application; whoever calls it listens. */
export function createApp(house: House): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(requestLog(house.log), ...secureHeaders(), chrome(house), refuseMalformed, assetRoutes())
  app.use(compression({ threshold: 1024 }))
  app.use(signIns(house), whoAsks(house), account, readAsOf(house), known)
  app.use(
    refuseForeign,
    express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 4000, verify: verifyForm }),
    giveBackTyped(house),
    refuseWithoutToken,
  )
  app.use(
    accountRoutes(house, keepCarried(house)),
    draftRoutes(house),
    reviewRoutes(house),
    lookupRoutes(house),
    deskRoutes(house),
    timelineRoutes(),
    roundRoutes(),
    processRoutes(),
  )
  app.use(partyRoutes(), venueRoutes(), sourceRoutes(), evidenceRoutes(house), exchangeRoutes(house))
  app.use(proposalRoutes(), commitmentRoutes(), issueRoutes())
  app.use(nothingHere)
  app.use(errorPage(house))
  return app
}

/** What stands around a page, set before anything can fail, so that an error page has it too. */
function chrome({ assets }: House) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const current = req.path === '/' ? '/' : `/${req.path.split(/[/.]/)[1]}`
    const nonce = res.locals.nonce as string
    const entries = menu.map((entry) => ({ ...entry, isCurrent: entry.href === current }))
    res.locals.chrome = {
      assets,
      nonce,
      account: null,
      token: null,
      menu: entries,
      signIn: `/sign-in?next=${encodeURIComponent(ownAddress(req))}`,
      known: knownSwitch(req, null),
    } satisfies Chrome
    next()
  }
}

function ownAddress(req: Request): string {
  return req.method === 'GET' ? req.originalUrl : '/'
}

/** The address may ask for an earlier day. */
function known(req: Request, res: Response, next: NextFunction): void {
  Object.assign(res.locals.chrome, { known: knownSwitch(req, asOf(res).known) })
  next()
}

function account(req: Request, res: Response, next: NextFunction): void {
  const account = accountOf(res)
  if (account) Object.assign(res.locals.chrome, { account, token: formToken(req) })
  res.vary('Cookie')
  next()
}
