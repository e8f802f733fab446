import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { memberAt, send } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
let cookie = ''
beforeAll(async () => {
  ;({ origin, db } = await house())
  await addAccount(db, stillClock, 'Nora', 'administrator', PASSWORD)
  await addAccount(db, stillClock, 'Tora', 'analyst', PASSWORD)
  cookie = (await memberAt(origin, 'Nora', PASSWORD)).cookie
})

const privatePages = [
  '/rounds/new',
  '/rounds/1/edit',
  '/rounds/1/withdraw',
  '/claims/new',
  '/claims/1/edit',
  '/claims/1/withdraw',
  '/readings/new',
  '/revisions/1/revert',
  '/account',
  '/accounts',
  '/accounts/2/reset',
  '/accounts/audit',
  '/accounts/audit.csv',
  '/desk',
  '/desk/disputes',
  '/desk/unanswered',
  '/desk/overdue',
  '/desk/unsourced',
  '/desk/duplicates',
  '/desk/imports',
  '/rounds/1/versions/1/restore',
  '/people/2/merge',
  '/people/2/merge?into=1',
  '/desk/add',
  '/people/new',
  '/people/1/edit',
  '/venues/1/withdraw',
  '/processes/strait-of-marrow/edit',
  '/sessions/new',
  '/captures/1/edit',
]

function spellings(path: string): string[] {
  const [, first = '', ...rest] = path.split('/')
  const last = rest.at(-1) ?? first
  return [
    path,
    `/${path}`,
    `${path}/`,
    `${path}//`,
    path.toUpperCase(),
    path.replace(last, `%${last.charCodeAt(0).toString(16)}${last.slice(1)}`),
    path.replace(first, `%${first.charCodeAt(0).toString(16)}${first.slice(1)}`),
    `/./${path.slice(1)}`,
    `/assets/..${path}`,
    `/${first}/../${path.slice(1)}`,
    `${path}?`,
    `${path}?x=1#y`,
    `${path}%3f`,
    `${path};x`,
    `${path}.json`,
    `${path}.csv`,
    `${path}%20`,
    path.replace(/\/(?=[^/]*$)/, '//'),
    path.replace(/\/(?=[^/]*$)/, '%2f'),
    path.replace(/\/(?=[^/]*$)/, '\\'),
    `http://127.0.0.1${path}`,
  ].filter((spelling) => /^(\/|http)/.test(spelling))
}

test('no spelling of its address opens a private page without a session', async () => {
  const tag = (await send(origin, 'GET', '/rounds/new', { headers: { cookie } })).headers.etag ?? '*'
  const letters: Array<Record<string, string>> = [
    {},
    { cookie: 'parley=s%3Amade.up' },
    { 'if-none-match': '*' },
    { 'if-none-match': tag },
  ]
  for (const path of privatePages.flatMap(spellings))
    for (const headers of letters)
      for (const method of ['GET', 'HEAD']) {
        const { status } = await send(origin, method, path, { headers })
        expect([301, 303, 308, 400, 401, 404], `${method} ${path}: ${status}`).toContain(status)
      }
})

test('a private page is kept by no browser and no proxy', async () => {
  const about = {
    '/claims/new': '?record=round&id=1&field=date',
    '/readings/new': '?record=round&id=1&field=date',
  }
  for (const plain of [...privatePages, '/sign-in']) {
    const path = plain + (about[plain as keyof typeof about] ?? '')
    const { status, headers } = await send(origin, 'GET', path, { headers: { cookie } })
    // What came with an import cannot be undone here, and says so.
    expect(status, path).toBe(plain.startsWith('/revisions') ? 409 : 200)
    expect(headers['cache-control'], path).toBe('no-store')
  }
})

test('a page that shows who is signed in is not kept either, and caches are told that it depends', async () => {
  for (const path of ['/', '/rounds', '/rounds/1', '/codebook']) {
    const { headers } = await send(origin, 'GET', path, { headers: { cookie } })
    expect(headers['cache-control'], path).toBe('no-store')
    expect(headers.vary, path).toMatch(/Cookie/)
  }
})

test('the way to a private page and the refusal of one are not kept', async () => {
  for (const path of privatePages) {
    const { headers } = await send(origin, 'GET', path)
    expect(headers['cache-control'], path).toBe('no-store')
  }
})
