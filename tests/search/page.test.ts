import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'

let parley: OpenHouse
let record: OpenHouse
beforeAll(async () => {
  parley = await house()
  record = await house(join(ROOT, 'data'))
}, 90_000)

async function page(typed: string, of = parley): Promise<string> {
  const { status, text } = await of.visit.get(`/search?q=${encodeURIComponent(typed)}`)
  expect(status).toBe(200)
  return text
}

test('what was found is marked, whatever accents it was typed without', async () => {
  const text = await page('cinar')
  expect(text).toContain('<mark>Çınar</mark> Palace')
  expect(wordsOf(text)).toContain('2 rounds')
  expect(wordsOf(await page('ywa'))).toContain('Iva Dvorkin Ywa Dworkin')
})

test('a round found by who was there says so', async () => {
  expect(wordsOf(await page('dworkin'))).toContain(
    'Port Helm, 14 March 2024 14 March 2024 Person: Iva Dvorkin',
  )
})

test('nothing of the record becomes an element', async () => {
  const eve = await parley.signedIn('editor', 'Eve of marks')
  const { db } = parley
  expect(eve).toBeDefined()
  const { recording } = await import('../../src/evidence/status-writes.ts')
  const { changeRecord } = await import('../../src/history/record-writes.ts')
  const { roundRecord } = await import('../../src/rounds/fields.ts')
  const { somebody } = await import('../record/folders.ts')
  await recording(db, (db) =>
    changeRecord(db, somebody, roundRecord, 4, {
      summary: '<script>alert(1)</script> <b>zebra</b> & "stripes"',
    }),
  )
  const text = await page('zebra')
  expect(text).toContain('&lt;b&gt;<mark>zebra</mark>&lt;/b&gt; &amp; ')
  expect(text).not.toMatch(/<b>zebra|<script>alert/)
  expect(await page('"><img src=x onerror=alert(1)>')).not.toContain('<img')
})

describe('findings', () => {
  test('stand by kind, each with its count and its own pages', async () => {
    const all = await page('talks', record)
    expect(all).toMatch(/Rounds <span class="badge">\d+<\/span>/)
    const { text } = await record.visit.get('/search?q=talks&kind=round&page=2')
    expect(text).toMatch(/aria-current="page">Page 2 of \d</)
    expect(text).not.toContain('id="person"')
    expect(text).toContain('name="kind" value="round"')
  })

  test('leave as CSV and JSON, row by row what the pages show', async () => {
    const json = JSON.parse((await record.visit.get('/search.json?q=istanbul')).text)
    const csv = parse((await record.visit.get('/search.csv?q=istanbul')).text, { columns: true })
    expect(csv).toHaveLength(json.length)
    expect(Object.keys(json[0])).toEqual(['kind', 'id', 'title', 'date', 'passage', 'address'])
    const rounds = JSON.parse((await record.visit.get('/search.json?q=istanbul&kind=round')).text)
    expect(rounds).toEqual(json.filter(({ kind }: { kind: string }) => kind === 'round'))
    const listed = JSON.parse((await record.visit.get('/rounds.json?q=istanbul')).text)
    expect(rounds.map(({ id }: { id: number }) => id).sort()).toEqual(
      listed.map(({ id }: { id: number }) => id).sort(),
    )
    for (const { address } of json.slice(0, 12)) expect((await record.visit.get(address)).status).toBe(200)
  })

  test('of the text of a source say that it holds the words, and only to those who signed in which', async () => {
    const typed = 'Dvorkin'
    const { text } = await parley.visit.get(`/search?q=${typed}&kind=capture`)
    expect(wordsOf(text)).toContain('1 text of a source')
    expect(text.slice(text.indexOf('class="findings"'))).not.toContain('class="note"><')
    const ana = await parley.signedIn('analyst', 'Ana of texts')
    const inside = (await ana.get(`/search?q=${typed}&kind=capture`)).text
    expect(inside).toMatch(/<p class="note">[^<]*<mark>Dvorkin<\/mark>/)
  })
})

test('a typo gets the word that was meant, and one step leads there', async () => {
  const text = await page('istambul', record)
  expect(wordsOf(text)).toContain('Did you mean istanbul ?')
  expect(text).toContain('href="/search?q=istanbul"')
  for (const [typed, meant] of [
    ['zelenskiy umerow', 'zelensky umerov'],
    ['cirgaan', 'ciragan'],
    ['venue:istanbul ceasefyre', 'venue:istanbul ceasefire'],
  ])
    expect([typed, wordsOf(await page(typed ?? '', record))]).toEqual([
      typed,
      expect.stringContaining(`Did you mean ${meant} ?`),
    ])
  expect(await page('istanbul', record)).not.toContain('Did you mean')
  expect(await page('qqqqqqqq', record)).not.toContain('Did you mean')
})

test('what cannot be read is told, and the rest is searched', async () => {
  const words = wordsOf(await page('place:oslo venue:nowhere format:picnic status:held istanbul', record))
  expect(words).toContain('“place:” is no field word and was left out.')
  expect(words).toContain('No venue is called “nowhere”, so it was left out.')
  expect(words).toContain('No format is called “picnic”, so it was left out. There is plenary, heads only,')
  expect(words).toMatch(/\d+ rounds/)
})

test('the box of the head and the filter of the lists ask in the same language', async () => {
  const typed = encodeURIComponent('venue:"cinar palace" -april')
  const words = wordsOf((await parley.visit.get(`/rounds?q=${typed}`)).text)
  expect(words).toContain('Port Helm, 14 March 2024')
  expect(words).not.toContain('2–3 April')
  expect((await parley.visit.get('/')).text).toMatch(
    /<form class="bar-search" role="search" action="\/search">/,
  )
})

test('as one types, a few records whose names begin so are named, each with its page', async () => {
  const { hits } = JSON.parse((await record.visit.get('/search/suggest?q=ist')).text)
  expect(hits.length).toBeGreaterThan(2)
  expect(hits.length).toBeLessThanOrEqual(8)
  for (const { name, also, href } of hits) {
    expect(`${name} ${also}`).toMatch(/\bist/i)
    expect((await record.visit.get(href)).status).toBe(200)
  }
  expect(JSON.parse((await record.visit.get('/search/suggest?q=rustem+um')).text).hits[0]).toEqual({
    name: 'Rustem Umerov',
    also: '',
    kind: 'person',
    href: '/people/2',
  })
  const past = JSON.parse((await record.visit.get('/search/suggest?q=rustem&known=2025-07-24')).text)
  expect(past.hits[0].href).toBe('/people/2?known=2025-07-24')
  for (const typed of ['', '"', 'venue:x', '-a'])
    expect(
      JSON.parse((await record.visit.get(`/search/suggest?q=${encodeURIComponent(typed)}`)).text),
    ).toEqual({ hits: [] })
})
