import { beforeAll, expect, test } from 'vitest'
import { filterFields } from '../../src/rounds/filter.ts'
import { house, type OpenHouse } from '../house.ts'
import { each, expectCalm, PROMPT } from './calm.ts'
import {
  downloads,
  everyPage,
  formulas,
  hostile,
  impossibleDates,
  listPages,
  markup,
  notText,
  roundLists,
  unseen,
} from './hostile.ts'

let { visit }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ visit } = await house())
})

async function expectCalmAt(path: string): Promise<void> {
  const began = performance.now()
  const answer = await visit.get(path)
  expectCalm(answer, path.slice(0, 200))
  expect(performance.now() - began).toBeLessThan(PROMPT)
  if (String(answer.headers.get('content-type')).startsWith('text/html'))
    for (const text of markup.slice(0, 5)) expect(answer.text.includes(text), path).toBe(false)
}

test('whatever is asked of the rounds by any filter, the answer is a list or a sentence', async () => {
  const names = [...Object.keys(filterFields), 'nonsense', 'constructor']
  await each(
    names.flatMap((name) => hostile.map((text) => `/timeline.json?${name}=${encodeURIComponent(text)}`)),
    expectCalmAt,
  )
})

test('the same holds for every list, record and download', async () => {
  const few = [markup[0], markup[1], unseen[1], formulas[0], "'", 'Y999999'].map(String)
  const places = [...listPages, ...roundLists, ...downloads]
  const names = ['q', 'party', 'from', 'page', 'flavour', 'round', 'constructor']
  const paths = places.flatMap((path) =>
    names.flatMap((name) => few.map((text) => `${path}?${name}=${encodeURIComponent(text)}`)),
  )
  await each(paths, expectCalmAt)
})

test('a name given many times, in brackets or as a path of names is answered calmly', async () => {
  const shapes = [
    'q=a&q=b',
    'party[]=1',
    'q[a][b]=1',
    'from.x=1',
    `${'party=1&'.repeat(200)}x=1`,
    '&&=&',
    'page=2=3',
  ]
  await each(
    [...listPages, ...roundLists].flatMap((path) => shapes.map((shape) => `${path}?${shape}`)),
    expectCalmAt,
  )
})

test('percent signs that spell no text are refused in any part of an address', async () => {
  const paths = everyPage.flatMap((path) =>
    notText.flatMap((code) => [`${path}?q=${code}`, `${path}${code}`]),
  )
  await each(paths, async (path) => {
    const answer = await visit.get(path)
    expectCalm(answer, path)
    expect(answer.status, path).toBe(400)
  })
})

test('a day that never was is refused, not moved to the next', async () => {
  for (const path of roundLists)
    for (const name of ['from', 'to'])
      for (const text of impossibleDates) {
        const { status } = await visit.get(`${path}?${name}=${encodeURIComponent(text)}`)
        expect(status, `${path} ${name} ${text}`).toBe(400)
      }
})

test('control characters and marks that turn the reading direction are refused', async () => {
  for (const text of unseen) {
    const { status } = await visit.get(`/rounds?q=a${encodeURIComponent(text)}b`)
    expect(status, JSON.stringify(text)).toBe(400)
  }
})
