import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'

let text = ''
beforeAll(async () => {
  const parley = await house(join(ROOT, 'data'))
  const page = await parley.visit.get('/rounds/1001')
  text = page.text.slice(page.text.indexOf('id="rivals"'), page.text.indexOf('id="day"'))
}, 60_000)

/** The cells of a row, by the voice they stand under. */
function row(about: string): Record<string, string> {
  const from = text.slice(text.search(new RegExp(`<th scope="row"><a href="[^"]+">${about}</a></th>`)))
  const cells = from.slice(0, from.indexOf('</tr>')).matchAll(/<td data-label="([^"]+)".*?<\/td>/gs)
  return Object.fromEntries([...cells].map(([cell, voice]) => [voice, cell.replace(/<[^>]+>|\s+/g, ' ')]))
}

test('the length of the session has outlets against each other, and no side', () => {
  const length = row('Length')
  expect(length['Russian Federation']).toContain('No account found')
  expect(length.Ukraine).toContain('No account found')
  expect(length['Unnamed sources and outlets']).toMatch(/about 40 minutes.*about 60 minutes/s)
})

test('civilians: each side, the host and unnamed sources in a column of their own', () => {
  const civilians = row('Civilians in the exchange: Wording')
  expect(civilians['Russian Federation']).toContain('civilians are to be exchanged as well')
  expect(civilians.Ukraine).toMatch(/Denies:.*part of the exchanges.*Sergiy Kyslytsya/s)
  expect(civilians.Türkiye).toMatch(/New steps.*Hakan Fidan.*TRT/s)
  expect(civilians['Unnamed sources and outlets']).toMatch(/TASS.*a source/s)
})
