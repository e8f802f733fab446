import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOne } from '../../src/fields/read.ts'
import { sourceFields } from '../../src/sources/fields.ts'
import { shortTitle } from '../../src/timeline/items.ts'
import type { Reply } from '../../src/timeline/reply.ts'
import { house, type OpenHouse } from '../house.ts'
import type { Visit } from '../visit.ts'
import { addressesIn, elementsOf, shapesOf } from './elements.ts'
import { listPages, recordPages } from './hostile.ts'
import { recordFullOf, recordWith } from './hostile-record.ts'

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '" onfocus="alert(1)" autofocus="',
  "' onclick='alert(1)",
  '</title></textarea></select></script><svg onload=alert(1)>',
  'javascript:alert(1)',
  `<%= 7*7 %>{{7*7}}\${7*7}`,
  '&lt;b&gt;&quot;&#x3c;',
  '`--><!--',
]

let hostile: OpenHouse = {} as OpenHouse
let plain: OpenHouse = {} as OpenHouse
let writer: Visit = {} as Visit
const folder = recordFullOf((column, at) => markup[(column.length + at) % markup.length] ?? '')
beforeAll(async () => {
  hostile = await house(folder)
  plain = await house()
  writer = await hostile.signedIn('editor', 'Nora')
})
afterAll(() => rmSync(folder, { recursive: true }))

const rounds = [1, 2, 3, 4, 5, 6].map((id) => `/rounds/${id}`)
const more = ['/people/2', '/parties/2', '/venues/4', '/sources/2', '/processes/osk-valley']
const pages = [...listPages, ...recordPages, ...rounds, ...more, '/codebook']
const desk = [
  '/desk',
  '/desk/disputes',
  '/desk/unanswered',
  '/desk/overdue',
  '/desk/unsourced',
  '/desk/imports',
]
const forms = [...desk, '/rounds/new', ...rounds.flatMap((path) => [`${path}/edit`, `${path}/withdraw`])]

test('nothing that was stored becomes an element or an attribute of a page', async () => {
  const analyst = await plain.signedIn('editor', 'Nora')
  const ours = new Set<string>()
  for (const path of [...pages, ...forms])
    for (const shape of shapesOf((await analyst.get(path)).text)) ours.add(shape)
  for (const handler of [...ours]) expect(handler).not.toMatch(/ (on|style)/)
  for (const path of [...pages, ...forms]) {
    const { status, text } = await writer.get(path)
    expect(status, path).toBe(200)
    const foreign = [...shapesOf(text)].filter((shape) => !ours.has(shape) && !shape.endsWith(' selected'))
    expect(foreign, path).toEqual([])
  }
})

test('nor does it become an address that anything is loaded from or sent to', async () => {
  for (const path of [...pages, ...forms])
    for (const address of addressesIn((await writer.get(path)).text))
      expect(address, path).toMatch(/^(\/(?!\/)|#|\?|https?:\/\/[a-z.]+\.example\/|data:,$)/)
})

test('it is read on the page as it was written', async () => {
  const { text } = await writer.get('/rounds/1')
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).toContain('&amp;lt;b&amp;gt;')
  expect(text).toContain('&lt;%= 7*7 %&gt;')
})

test('scripts of the page get no more than text: no stored value stands between script tags or in a class', async () => {
  for (const path of pages) {
    const { text } = await writer.get(path)
    expect(/<script[^>]*>[^<]/.test(text), path).toBe(false)
    for (const { attributes } of elementsOf(text))
      expect(attributes.class ?? '', path).toMatch(/^[a-z0-9 -]*$/)
  }
})

test('the timeline is given the same text, as data that no browser takes for a page', async () => {
  const { headers, text } = await hostile.visit.get('/timeline.json')
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const { rounds } = JSON.parse(text) as Reply
  const stored = await hostile.db.selectFrom('round').select(['id', 'title', 'ordinal']).execute()
  const named = new Map(stored.map((round) => [round.id, shortTitle(round)]))
  expect(rounds?.id.map((id) => named.get(id))).toEqual(rounds?.label)
  expect(rounds?.id.length).toBe(stored.length)
})

test('an address that a browser would run, or that hides where it leads, is no web address', async () => {
  const addresses = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//https://x',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/rounds',
    'https:evil',
    'https://',
    'https://x.example/"onmouseover="alert(1)',
    'https://x.example/ javascript:alert(1)',
    'https://x.example/<script>',
    'https://gazette.example@evil.example/',
  ]
  for (const address of addresses)
    for (const kind of [sourceFields.url, sourceFields.archive_url])
      expect(readOne(kind, address), address).toEqual({
        fault: expect.stringMatching(/^must be a web address/),
      })
})

test('a record with such an address is not imported', async () => {
  const folder = recordWith('source.csv', 'url', 'javascript:alert(1)')
  await expect(house(folder)).rejects.toThrow(/source\.csv, line 2, column url: .*must be a web address/)
  rmSync(folder, { recursive: true })
})
