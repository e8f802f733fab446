import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFolder } from '../../src/exchange/export.ts'
import { house } from '../house.ts'
import { atHalden, send } from './form.ts'

const { db, visit, signedIn } = await house()

/** Everything a reader can reach by following links, and every table and feed beside it, without what changes with each answer. */
async function everything(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const waiting = [
    '/',
    '/changes.atom',
    '/timeline.json',
    '/rounds?q=zinnober',
    '/people',
    '/venues',
    '/parties',
  ]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    const { text } = await visit.get(path)
    seen.set(path, text.replace(/nonce="[^"]*"|name="_token" value="[^"]*"/g, ''))
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (!/sign-in|known=|\/assets\//.test(next) && !next.includes('?')) waiting.push(next)
    }
  }
  return seen
}

async function exported(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-unpublished-'))
  await exportFolder(db, folder)
  const files = readdirSync(folder).sort()
  const texts = files.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`)
  rmSync(folder, { recursive: true })
  return texts
}

test('nothing that a reader can reach changes before it is published: page, list, search, count, export, feed', async () => {
  const before = await everything()
  const files = await exported()
  expect(before.size).toBeGreaterThan(150)
  const ana = await signedIn('analyst', 'Ana')
  const works = [
    await send(ana, '/rounds/new', {
      ...atHalden,
      title: 'Zinnober',
      venue: 'Zinnober House',
      'source.publisher': 'Zinnober',
      'source.kind': 'book',
    }),
    await send(ana, '/rounds/1/edit', { summary: 'Zinnober', 'delegations.0.people.0.person': 'Zinnober' }),
    await send(ana, '/rounds/2/edit', { summary: 'Zinnober', _act: 'keep' }),
    await send(ana, '/claims/new?record=round&id=1&field=date', { value: '15 March 2024', source_id: '6' }),
    await send(ana, '/claims/1/withdraw', { reason: 'Zinnober' }),
    await send(ana, '/rounds/5/withdraw', { reason: 'Zinnober' }),
    await send(ana, '/people/2/merge?into=1', { reason: 'Zinnober' }),
    await send(ana, '/desk/intake', {
      article: 'Zinnober met Varenia.',
      publisher: 'Zinnober',
      kind: 'book',
    }),
  ]
  for (const { status, headers } of works)
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/desk\/|draft=/)])
  const after = await everything()
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [path, text] of before) expect([path, after.get(path)]).toEqual([path, text])
  expect(await exported()).toEqual(files)
})
