import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'

let { visit, signedIn }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ visit, signedIn } = await house())
})

test('a reader sees the rounds of the record', async () => {
  const reply = await visit.get('/rounds')
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('Port Helm, 14 March 2024')
})

test('a round shows its facts with their evidence', async () => {
  const { text } = await visit.get('/rounds/1')
  expect(text).toContain('Varenia Press')
})

test('an analyst is greeted by name once signed in', async () => {
  const analyst = await signedIn('analyst', 'Nora')
  const { text } = await analyst.get('/rounds')
  expect(text).toContain('<span>Nora</span>')
})
