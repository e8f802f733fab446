import { parse } from 'csv-parse/sync'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

let program: Program
let context: BrowserContext
beforeAll(async () => {
  program = await theProgram()
  context = await somebody(program, 'ana')
}, 60_000)

/** Somebody with a keyboard and no mouse, whose strokes are counted; a chord is one. */
class Typist {
  strokes = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes++
      await this.#page.keyboard.press(key)
    }
  }

  async type(text: string): Promise<void> {
    this.strokes += text.length
    await this.#page.keyboard.type(text)
  }

  /** Types the beginning of a name, or nothing but an arrow, and takes the first suggestion once it is this one. */
  async name(typed: string, wanted: string): Promise<void> {
    await (typed === '' ? this.press('ArrowDown') : this.type(typed))
    await this.#page.locator('#lookup [aria-selected="true"]', { hasText: wanted }).waitFor()
    await this.press('Enter')
  }

  async nextPart(): Promise<void> {
    await this.press('Alt+Shift+ArrowDown')
  }
}

/** From the open form to the page of the saved round, told in the output of the tests. */
async function measured(what: string, path: string, fill: (typist: Typist) => Promise<void>): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(program.address + path)
  const typist = new Typist(page)
  const began = performance.now()
  await fill(typist)
  await typist.press('Control+Enter')
  await page.waitForURL(/\/rounds\/\d+$/)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${what}: ${typist.strokes} keystrokes, ${seconds} s`)
  return page
}

test('a round with two delegations, a venue and a source is recorded by keyboard alone', async () => {
  const page = await measured(
    'a round with two delegations, a venue and a source',
    '/rounds/new',
    async (typist) => {
      await typist.type('Ist')
      await typist.press('Tab')
      await typist.type('Istanbul, 5 September 2025')
      await typist.nextPart()
      await typist.type('5 Sep 2025')
      await typist.press('Tab')
      await typist.type('10:30')
      await typist.press('Tab')
      await typist.name('', 'Europe/Istanbul')
      await typist.nextPart()
      await typist.name('cir', 'Çırağan Palace')
      await typist.nextPart()
      for (const [party, person, office] of [
        ['Ukraine', 'Rustem Umerov', 'Secretary of the National Security'],
        ['Russian Federation', 'Vladimir Medinsky', 'Presid'],
      ] as const) {
        await typist.name(party.slice(0, 2).toLowerCase(), party)
        await typist.press('Tab')
        await typist.name(person.split(' ')[1]?.slice(0, 3).toLowerCase() ?? '', person)
        await typist.press('Tab')
        await typist.name('', office)
        await typist.nextPart()
      }
      await typist.type('Anadolu')
      await typist.press('Tab', 'Tab')
      await typist.type('https://aa.example/1')
      await typist.press('Tab', 'Tab')
      await typist.type('N')
    },
  )
  const text = await page.getByRole('main').innerText()
  for (const words of [
    'Istanbul, 5 September 2025',
    'Friday 5 September 2025',
    '10:30',
    'Çırağan Palace',
    'Ukraine',
    'Rustem Umerov',
    'Secretary of the National Security',
    'Russian Federation',
    'Vladimir Medinsky',
    'Anadolu',
  ])
    expect(text).toContain(words)
  const csv = await (await page.request.get(`${program.address}/rounds.csv?track=2`)).text()
  const rows = parse(csv, { columns: true, bom: true }) as Array<Record<string, string>>
  expect(rows.find(({ title }) => title === 'Istanbul, 5 September 2025')).toMatchObject({
    date_earliest: '2025-09-05',
    start_time: '10:30',
    zone: 'Europe/Istanbul',
    venue: 'Çırağan Palace',
    status: 'held',
    heads: 'Rustem Umerov; Vladimir Medinsky',
  })
  await page.close()
})

test('the round after it takes a fraction of that', async () => {
  const last = await context.newPage()
  last.setDefaultTimeout(10_000)
  await last.goto(`${program.address}/rounds?q=Istanbul&sort=-date`)
  const href = await last
    .getByRole('link', { name: 'Istanbul, 5 September 2025' })
    .first()
    .getAttribute('href')
  await last.close()
  const id = /\d+$/.exec(href ?? '')?.[0]
  const page = await measured(
    'the next round of its track, with the same delegations and venue, and a source',
    `/rounds/new?after=${id}`,
    async (typist) => {
      await typist.type('Istanbul, 9 September 2025')
      await typist.nextPart()
      await typist.type('9 Sep 2025')
      for (let part = 0; part < 6; part++) await typist.nextPart()
      await typist.type('Anadolu')
      await typist.press('Tab', 'Tab')
      await typist.type('https://aa.example/2')
      await typist.press('Tab', 'Tab')
      await typist.type('N')
    },
  )
  const text = await page.getByRole('main').innerText()
  for (const words of [
    'Tuesday 9 September 2025',
    'Çırağan Palace',
    'Rustem Umerov',
    'Vladimir Medinsky',
    'Anadolu',
  ])
    expect(text).toContain(words)
  await page.close()
})
