import { expect, test } from 'vitest'
import { house } from '../house.ts'

const { visit, signedIn } = await house()

test('a reader sees the rounds of the record', async () => {
  const reply = await visit.get('/rounds')
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('Port Helm, 14 March 2024')
})

test('two outlets that quote one agency are one source', async () => {
  const { text } = await visit.get('/rounds/1')
  const length = text.slice(text.indexOf('<dt>Length'))
  expect(length.slice(0, length.indexOf('</dd>'))).toMatch(/Single source.*2 sources/s)
})

test('an analyst is greeted by name once signed in', async () => {
  const analyst = await signedIn('editor', 'Nora')
  const { text } = await analyst.get('/rounds')
  expect(text).toContain('<a href="/account">Nora</a>')
})
