import compression from 'compression'
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { accountOf, formToken, signIns, whoAsks } from './accounts/access.ts'
import { administrationRoutes } from './accounts/administration-routes.ts'
import { auditRoutes } from './accounts/audit-routes.ts'
import { invitationRoutes } from './accounts/invitation-routes.ts'
import { ownRoutes } from './accounts/own-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { tokens } from './accounts/token-access.ts'
import { keepRefusals } from './accounts/trail-access.ts'
import { followMergers, followNarrowed } from './catalogue/routes.ts'
import { compareRoutes } from './charts/compare-routes.ts'
import { chartRoutes } from './charts/routes.ts'
import { draftRoutes } from './desk/drafts/routes.ts'
import { giveBackTyped, keepCarried } from './desk/expired-routes.ts'
import { intakeRoutes } from './desk/intake/routes.ts'
import { lookupRoutes } from './desk/lookup/routes.ts'
import { mergingRoutes } from './desk/merging/routes.ts'
import { addRoutes } from './desk/records/routes.ts'
import { reviewRoutes } from './desk/review/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { watchRoutes } from './desk/watch/routes.ts'
import { encounterRoutes } from './encounters/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { commitmentRoutes } from './outcomes/routes.ts'
import { partyRoutes } from './parties/routes.ts'
import { issueRoutes } from './processes/issue-routes.ts'
import { processRoutes } from './processes/routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { savedRoutes } from './saved/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { embedRoutes } from './timeline/embed-routes.ts'
import { pictureRoutes } from './timeline/picture-routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { venueRoutes } from './venues/routes.ts'
import { versionRoutes } from './versions/routes.ts'
import { readAsOf, todayBy } from './web/as-of.ts'
import { assetRoutes } from './web/assets.ts'
import { errorPage, nothingHere } from './web/errors.ts'
import type { House } from './web/house.ts'
import { knownSwitch, switchKnown } from './web/known-switch.ts'
import { requestLog } from './web/log.ts'
import type { Chrome } from './web/render.ts'
import { refuseMalformed, unlessBearer, verifyForm } from './web/request.ts'
import { refuseForeign, refuseWithoutToken, secureHeaders } from './web/security.ts'
import { viewAddress } from './web/view-bar.ts'

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
  app.use(
    requestLog(house.log),
    ...secureHeaders(),
    chrome(house),
    refuseMalformed,
    tokens(house),
    assetRoutes(),
  )
  app.use(compression({ threshold: 1024 }))
  app.use(embedRoutes(readAsOf(house), switchKnown))
  app.use(unlessBearer(signIns(house)), unlessBearer(whoAsks(house)), account, readAsOf(house), switchKnown)
  app.use(
    unlessBearer(refuseForeign),
    // The text of a whole page is longer than any other form.
    onlyAt(/^\/(desk\/intake|captures)(\/|$)/, formReader('2mb')),
    formReader('100kb'),
    unlessBearer(giveBackTyped(house)),
    unlessBearer(refuseWithoutToken),
  )
  app.use(accountRoutes(house, keepCarried(house)), ownRoutes(house), invitationRoutes(house))
  app.use(savedRoutes(house))
  app.use(administrationRoutes(house), auditRoutes(house))
  app.use(followNarrowed(house))
  app.use(
    draftRoutes(house),
    reviewRoutes(house),
    intakeRoutes(house),
    mergingRoutes(house),
    addRoutes(),
    lookupRoutes(house),
    deskRoutes(house),
    watchRoutes(house),
    timelineRoutes(),
    pictureRoutes(),
    roundRoutes(),
    processRoutes(),
  )
  app.use(partyRoutes(), venueRoutes(), sourceRoutes(), evidenceRoutes(house), exchangeRoutes(house))
  app.use(mapRoutes(), chartRoutes(), compareRoutes(), encounterRoutes())
  app.use(searchRoutes(), proposalRoutes(), commitmentRoutes(), issueRoutes(), versionRoutes(house))
  app.use(nothingHere)
  app.use(followMergers(house), keepRefusals(house), errorPage(house))
  return app
}

function formReader(limit: string): RequestHandler {
  return express.urlencoded({ extended: false, limit, parameterLimit: 4000, verify: verifyForm })
}

function onlyAt(path: RegExp, handler: RequestHandler): RequestHandler {
  return (req, res, next) => (path.test(req.path) ? handler(req, res, next) : next())
}

/** What stands around a page, set before anything can fail, so that an error page has it too. */
function chrome({ assets, clock }: House) {
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
      view: viewAddress(req, { day: todayBy(clock), known: null }),
    } satisfies Chrome
    next()
  }
}

function ownAddress(req: Request): string {
  return req.method === 'GET' ? req.originalUrl : '/'
}

function account(req: Request, res: Response, next: NextFunction): void {
  const account = accountOf(res)
  if (account) {
    const { name } = account
    const { menu } = res.locals.chrome as Chrome
    const desk = { label: 'Desk', href: '/desk', isCurrent: /^\/desk(\/|$)/.test(req.path) }
    Object.assign(res.locals.chrome, { account: { name }, token: formToken(req), menu: [...menu, desk] })
  }
  res.vary('Cookie, Authorization')
  next()
}
