import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { faultAt, formOn, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn()

test('a round is not withdrawn without a reason', async () => {
  const reply = await send(ana, '/rounds/2/withdraw', { reason: ' ' })
  expect(reply.status).toBe(422)
  expect(faultAt(reply, 'reason')).toBe('Reason must not be empty')
  expect((await visit.get('/rounds/2')).status).toBe(200)
})

test('a withdrawn round answers with the reason and is in no list, search or download', async () => {
  const form = formOn(await ana.get('/rounds/2/edit'))
  const reply = await send(ana, '/rounds/2/withdraw', { reason: 'It was the same meeting as round 1' })
  expect(reply.status).toBe(303)
  const gone = await visit.get('/rounds/2')
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('It was the same meeting as round 1')
  for (const path of ['/rounds', '/rounds?q=helm', '/rounds.csv']) {
    const { text } = await visit.get(path)
    expect(text).toContain('Port Helm, 14 March 2024')
    expect(text).not.toContain('2–3 April 2024')
  }
  expect((await ana.get('/rounds/2/edit')).status).toBe(410)
  expect((await ana.post('/rounds/2/edit', form)).status).toBe(410)
  expect((await ana.post('/rounds/2/withdraw', { reason: 'Again' })).status).toBe(410)
  const row = await db.selectFrom('revision').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    action: 'withdrawn',
    record: 'round',
    record_id: 2,
    reason: 'It was the same meeting as round 1',
  })
})
