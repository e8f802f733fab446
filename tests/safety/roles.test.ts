import { beforeAll, describe, expect, test } from 'vitest'
import { type Act, acts, may, type Role, roles } from '../../src/accounts/roles.ts'
import { house, type OpenHouse } from '../house.ts'
import type { Reply, Visit } from '../visit.ts'
import { routesOf, rules } from './route-rules.ts'

let open: OpenHouse
const visits = new Map<Role | 'reader', Visit>()
beforeAll(async () => {
  open = await house()
  for (const role of roles) visits.set(role, await open.signedIn(role))
  const reader = open.visitor()
  // A form needs the token of its session, and a reader has one from here.
  await reader.get('/sign-in')
  visits.set('reader', reader)
})

/** Signing out comes last, for it ends the visit. */
const guarded = acts
  .flatMap((act) => rules[act].map((route) => ({ act, route })))
  .sort((a, b) => Number(a.route === 'POST /sign-out') - Number(b.route === 'POST /sign-out'))

test('who may do what', () => {
  const table: Record<Act, Role[]> = {
    'be signed in': ['analyst', 'editor', 'administrator'],
    draft: ['analyst', 'editor', 'administrator'],
    publish: ['editor', 'administrator'],
    review: ['editor', 'administrator'],
    'set review': ['administrator'],
    administer: ['administrator'],
  }
  for (const act of acts) expect([act, roles.filter((role) => may(role, act))]).toEqual([act, table[act]])
})

test('every route has one rule, and every rule a route', () => {
  const routes = [...new Set(routesOf(open.app))].filter((route) => !route.startsWith('HEAD'))
  expect(routes.length).toBeGreaterThan(50)
  expect([...Object.values(rules).flat()].sort()).toEqual(routes.sort())
})

describe.each(['reader', ...roles] as const)('the %s', (who) => {
  test('is let in where the role allows it, and nowhere else', async () => {
    for (const { act, route } of guarded) {
      const { status, headers } = await ask(visits.get(who) as Visit, route)
      const isLed = status === 303 && (headers.get('location') ?? '').startsWith('/sign-in')
      const answer = isLed ? 'sign in' : status === 401 || status === 403 ? 'refused' : 'let in'
      expect([route, answer]).toEqual([route, expected(who, act, route)])
    }
  })
})

function expected(who: Role | 'reader', act: Act, route: string): string {
  if (who === 'reader') return route.startsWith('GET') ? 'sign in' : 'refused'
  return may(who, act) ? 'let in' : 'refused'
}

async function ask(visit: Visit, route: string): Promise<Reply> {
  const [method = '', path = ''] = route.split(' ')
  const address = path.replace(/:\w+/g, '999')
  return method === 'GET' ? visit.get(address) : visit.post(address)
}
