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

/** One row, and its cells by the voice they stand under. */
function row(about: string): { whole: string; cells: Record<string, string> } {
  const from = text.slice(text.indexOf(`<th scope="row">${about} `))
  const whole = from.slice(0, from.indexOf('</tr>'))
  const cells = whole.matchAll(/<td data-label="([^"]+)".*?<\/td>/gs)
  return {
    whole: whole.replace(/<[^>]+>|\s+/g, ' ').replace(/ +/g, ' '),
    cells: Object.fromEntries([...cells].map(([cell, voice]) => [voice, cell.replace(/<[^>]+>|\s+/g, ' ')])),
  }
}

test('the length of the session has outlets against each other, and no side', () => {
  const { whole, cells } = row('Length')
  expect(Object.keys(cells)).toEqual(['Unnamed sources and outlets'])
  expect(whole).toContain('None of the sides has given an account')
  expect(cells['Unnamed sources and outlets']).toMatch(/about 40 minutes.*about 60 minutes/s)
})

test('a row says how it reads and why, and on how many origins it rests', () => {
  const { whole } = row('Length')
  expect(whole).toContain('About 40 minutes fits the one account that gives a start and an end')
  expect(whole).toContain('5 sources, 5 origins')
})

test('civilians: each side, the host and unnamed sources in a column of their own', () => {
  const civilians = row('Civilians in the exchange: Wording').cells
  expect(civilians['Russian Federation']).toContain('civilians are to be exchanged as well')
  expect(civilians.Ukraine).toMatch(/Denies:.*part of the exchanges.*Sergiy Kyslytsya/s)
  expect(civilians.Türkiye).toMatch(/New steps.*Hakan Fidan.*TRT/s)
  expect(civilians['Unnamed sources and outlets']).toMatch(/TASS.*a source/s)
})
