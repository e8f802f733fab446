import { describe, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { PASSWORD, serveHere } from './served.ts'

const DAY = 86_400_000

describe.each([
  ['400 days ahead', 400],
  ['30 years back', -30 * 365],
])('where the clock is %s', (_when, days) => {
  test('pages are shown and people can sign in', async () => {
    const { db, visit } = await serveHere(() => new Date(Date.now() + days * DAY))
    await addAccount(db, wallClock, 'Nora', 'editor', PASSWORD)
    for (const path of ['/', '/rounds', '/rounds/1']) expect((await visit.get(path)).status).toBe(200)
    await visit.get('/sign-in')
    const reply = await visit.post('/sign-in', { name: 'Nora', password: PASSWORD, next: '/rounds' })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/rounds'])
    expect((await visit.get('/rounds')).text).toContain('Nora')
  })
})

test('a clock that is set back does not change the order of what was done', async () => {
  let now = new Date('2024-07-01T12:00:00Z')
  const { db, visit } = await serveHere(() => now)
  await visit.get('/sign-in')
  await visit.post('/sign-in', { name: 'First', password: PASSWORD })
  now = new Date('2020-01-01T00:00:00Z')
  await visit.get('/sign-in')
  await visit.post('/sign-in', { name: 'Second', password: PASSWORD })
  const trail = await db.selectFrom('audit').select(['who', 'at']).orderBy('id', 'desc').limit(2).execute()
  expect(trail.map(({ who }) => who)).toEqual(['Second', 'First'])
})
