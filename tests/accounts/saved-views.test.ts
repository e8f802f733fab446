import { beforeEach, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import type { Visit } from '../visit.ts'

let open: OpenHouse
let nora: Visit
beforeEach(async () => {
  open = await house()
  nora = await open.signedIn('analyst', 'Nora')
})

/** Sends the form that stands over the list at this address. */
async function save(visit: Visit, path: string, name?: string) {
  const { text } = await visit.get(path)
  const form = /<form method="post" action="\/account\/views">[\s\S]*?<\/form>/.exec(text)?.[0] ?? ''
  const value = (of: string) =>
    new RegExp(`name="${of}" value="([^"]*)"`).exec(form)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return visit.post('/account/views', { path: value('path'), name: name ?? value('name') })
}

async function namesOf(visit: Visit): Promise<string[]> {
  const { text } = await visit.get('/account/views')
  return [...text.matchAll(/<th scope="row"><a href="([^"]+)">([^<]+)<\/a>/g)].map(
    ([, href, name]) => `${name} → ${href?.replaceAll('&amp;', '&')}`,
  )
}

test('a view is saved from the list it shows, opened by its link, renamed and deleted', async () => {
  expect((await save(nora, '/rounds?status=held&page=2')).headers.get('location')).toBe('/account/views')
  expect((await save(nora, '/proposals?state=open', 'What is open')).status).toBe(303)
  expect(await namesOf(nora)).toEqual([
    'What is open → /proposals?state=open',
    'Rounds of talks; status: Held → /rounds?status=held',
  ])
  expect((await nora.get('/rounds?status=held')).status).toBe(200)
  expect((await nora.post('/account/views/1/rename', { name: 'Those held' })).status).toBe(303)
  expect((await nora.post('/account/views/2/delete')).status).toBe(303)
  expect(await namesOf(nora)).toEqual(['Those held → /rounds?status=held'])
})

test('every list can be saved, as it was known on a day too', async () => {
  const lists = [
    '/?lanes=proposals&hide=1&hide=2',
    '/rounds?venue=unknown&within=certainly&party=1&party=2&known=2024-05-01',
    '/rounds/facets/person?status=held&named=a',
    '/people',
    '/people/1?status=held',
    '/parties',
    '/parties/1',
    '/venues',
    '/venues/1',
    '/sources',
    '/sources/1',
    '/processes',
    '/issues',
    '/proposals',
    '/commitments',
    '/disputes',
    '/search?q=port',
  ]
  for (const [at, path] of lists.entries())
    expect([path, (await save(nora, path, `View ${at}`)).status]).toEqual([path, 303])
  expect((await namesOf(nora)).reverse()).toEqual(lists.map((path, at) => `View ${at} → ${path}`))
})

test('what no list reads is not saved', async () => {
  await nora.get('/account/views')
  for (const path of [
    '/rounds?colour=red',
    '/rounds?year=soon',
    '/rounds?from=2025-02-30',
    '/rounds?known=tomorrow',
    '/desk',
    '/account',
    '/rounds.csv',
    '//elsewhere.example/rounds',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '',
  ])
    expect([path, (await nora.post('/account/views', { path, name: 'A' })).status]).toEqual([path, 400])
  for (const name of ['', ' ', 'x'.repeat(121), 'two\nlines'])
    expect((await nora.post('/account/views', { path: '/rounds', name })).status).toBe(422)
  expect(await namesOf(nora)).toEqual([])
})

test('two views of one person have two names, and nobody keeps more than a hundred', async () => {
  await save(nora, '/rounds', 'Mine')
  const again = await save(nora, '/people', 'Mine')
  expect(again.status).toBe(409)
  expect(again.text).toContain('You have a view of this name already')
  for (let at = 1; at < 100; at++) await nora.post('/account/views', { path: '/rounds', name: `View ${at}` })
  expect((await namesOf(nora)).length).toBe(100)
  expect((await save(nora, '/rounds', 'One more')).text).toContain('You have 100 saved views')
})

test('views are seen and changed by nobody else, and offered to nobody without an account', async () => {
  await save(nora, '/rounds', 'Mine')
  const ben = await open.signedIn('administrator', 'Ben')
  expect(await namesOf(ben)).toEqual([])
  expect((await ben.post('/account/views/1/rename', { name: 'His' })).status).toBe(404)
  expect((await ben.post('/account/views/1/delete')).status).toBe(404)
  expect(await namesOf(nora)).toEqual(['Mine → /rounds'])
  expect((await save(ben, '/rounds', 'Mine')).status).toBe(303)
  expect((await open.visit.get('/rounds')).text).not.toContain('Save this view')
  expect((await open.visit.get('/account/views')).headers.get('location')).toMatch(/^\/sign-in\?next=/)
})
