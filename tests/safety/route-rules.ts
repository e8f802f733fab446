import type { Express } from 'express'
import type { Act } from '../../src/accounts/roles.ts'

/** Kinds of record whose forms are all alike. */
const records =
  'captures commitments delegates delegations documents follow-ups issues names offices outcomes parties people positions processes proposal-events proposal-issues proposals sessions sources third-parties tracks venues'.split(
    ' ',
  )
const changes = ['edit', 'withdraw', 'restore']

/** Which act each address of the house asks for; what everybody may read stands first. */
export const rules: Record<'anyone' | Act, string[]> = {
  anyone: [
    'GET /',
    'GET /assets/:file',
    'GET /timeline.json',
    'GET /timeline.svg',
    'GET /timeline.png',
    'GET /embed',
    ...table('/search'),
    'GET /search/suggest',
    'GET /codebook',
    ...form('/sign-in'),
    ...form('/invitation'),
    ...table('/rounds'),
    ...table('/rounds/facets/:name'),
    'GET /rounds/:id',
    ...table('/map'),
    'GET /map.geojson',
    'GET /charts',
    ...table('/compare'),
    ...['people', 'parties'].flatMap((kind) => [
      ...table(`/${kind}/:id/met`),
      ...table(`/${kind}/:id/met/people/:other`),
      ...table(`/${kind}/:id/met/parties/:other`),
    ]),
    'GET /charts/:name.csv',
    'GET /charts/:name.json',
    ...table('/charts/:name/:part'),
    ...table('/processes'),
    ...table('/processes/:slug'),
    'GET /processes/:slug/positions.csv',
    'GET /processes/:slug/positions.json',
    ...table('/people'),
    ...table('/people/:id'),
    ...table('/parties'),
    ...table('/parties/:id'),
    ...table('/venues'),
    ...table('/venues/:id'),
    ...table('/sources'),
    ...table('/sources/:id'),
    'GET /sources/:id/claims.csv',
    'GET /sources/:id/claims.json',
    'GET /sources/:id/changes/:other',
    ...table('/proposals'),
    ...table('/proposals/:id'),
    ...table('/commitments'),
    ...table('/commitments/:id'),
    ...table('/issues'),
    ...table('/issues/:code'),
    ...table('/disputes'),
    ...table('/since'),
    ...table('/:kind/:id/history'),
    'GET /:kind/:id/versions/:number',
    'GET /changes',
    'GET /changes/:id',
    'GET /changes.atom',
    ...table('/:kind/:id/evidence'),
    ...table('/:kind/:id/evidence/:field'),
  ],
  'be signed in': [
    'POST /sign-out',
    'GET /sources/:id/text',
    'GET /account',
    'POST /account/password',
    'POST /account/sign-ins/end',
    'POST /account/sign-ins/end-others',
    'POST /account/tokens',
    'POST /account/tokens/:id/revoke',
    ...form('/account/views'),
    'POST /account/views/:id/rename',
    'POST /account/views/:id/delete',
  ],
  draft: [
    ...form('/rounds/new'),
    ...form('/rounds/:id/edit'),
    ...form('/rounds/:id/withdraw'),
    ...form('/claims/new'),
    ...form('/claims/:id/edit'),
    ...form('/claims/:id/withdraw'),
    ...form('/readings/new'),
    ...form('/revisions/:id/revert'),
    ...form('/:kind/:id/versions/:number/restore'),
    ...[
      'rounds',
      'people',
      'parties',
      'venues',
      'sources',
      'proposals',
      'processes',
      'tracks',
      'issues',
    ].flatMap((kind) => form(`/${kind}/:id/merge`)),
    ...form('/mergers/:id/undo'),
    'GET /desk/add',
    'GET /desk/lookup',
    ...form('/rounds/:id/restore'),
    ...records.flatMap((kind) =>
      [`/${kind}/new`, ...changes.map((one) => `/${kind}/:id/${one}`)].flatMap(form),
    ),
    'GET /desk',
    ...['disputes', 'unanswered', 'overdue', 'unsourced', 'duplicates', 'imports', 'drafts', 'review'].map(
      (one) => `GET /desk/${one}`,
    ),
    'GET /desk/duplicates/:record/:one/:other',
    ...form('/desk/intake'),
    ...form('/desk/intake/:id'),
    'POST /desk/intake/:id/furniture',
    'GET /desk/drafts/:id',
    'POST /desk/drafts/:id/take-back',
    'POST /desk/drafts/:id/drop',
  ],
  publish: ['POST /desk/duplicates/:record/:one/:other'],
  review: ['POST /desk/drafts/:id/send-back', 'POST /desk/drafts/:id/publish'],
  'set review': form('/desk/second-reading'),
  administer: [
    ...form('/accounts'),
    ...form('/accounts/:id/reset'),
    'POST /accounts/:id/disable',
    'POST /accounts/:id/enable',
    'POST /accounts/:id/role',
    ...table('/accounts/audit'),
  ],
}

/** A page that also leaves as CSV and JSON. */
function table(path: string): string[] {
  return [`GET ${path}`, `GET ${path}.csv`, `GET ${path}.json`]
}

/** A page with a form that is sent to its own address. */
function form(path: string): string[] {
  return [`GET ${path}`, `POST ${path}`]
}

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

/** Every route of the house, as in "GET /rounds/:id". */
export function routesOf(app: Express): string[] {
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

function walk(stack: Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return walk(handle.stack ?? [])
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase())
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method} ${path}`))
  })
}
