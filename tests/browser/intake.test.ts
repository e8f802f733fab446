import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { article, pasteArticle, tick } from './article.ts'
import { anybody, bothWays, field, page, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

const TITLE = 'Istanbul, 11 September 2025'

describe.each(bothWays)('an article becomes a round, $how', ({ javaScriptEnabled }) => {
  let program: Program
  let analyst: Page
  let editor: Page
  let reader: Page
  let address: string
  beforeAll(async () => {
    program = await theProgram()
    analyst = await page(await somebody(program, 'ana', { role: 'analyst', javaScriptEnabled }))
    editor = await page(await somebody(program, 'eve', { role: 'editor', javaScriptEnabled }))
    reader = await page(await anybody({ javaScriptEnabled }))
  }, 60_000)

  test('it is pasted at the desk, read without the furniture of its page', async () => {
    await analyst.goto(`${program.address}/desk`)
    await analyst.getByRole('link', { name: 'Take one from an article' }).click()
    await pasteArticle(analyst)
    const text = analyst.getByRole('region', { name: 'The text' })
    expect(await text.locator('p.headline').innerText()).toMatch(/^Delegations .*agree on/)
    expect(await text.locator('> p').allInnerTexts()).not.toContain('LATEST')
  })

  test('a paragraph is left out, and taken back', async () => {
    const text = analyst.getByRole('region', { name: 'The text' })
    const shown = () => text.locator('> p', { hasText: article.furniture }).count()
    expect(await shown()).toBe(1)
    for (const [isLeftOut, count] of [
      [true, 0],
      [false, 1],
      [true, 0],
    ] as const) {
      await text.getByText('What is furniture of the page').click()
      await text.getByRole('checkbox', { name: article.furniture }).setChecked(isLeftOut)
      await text.getByRole('button', { name: 'Leave out what is ticked' }).click()
      await expect.poll(shown).toBe(count)
    }
  })

  test('checks warn of the weekday and of a headline that says more than its text', async () => {
    const checks = await analyst.locator('.notice.caution').innerText()
    expect(checks).toContain('“Wednesday” is printed; the reference date, 11 September 2025, was a Thursday.')
    expect(checks).toContain(
      'The headline says “agree on”; the text beneath it says “preliminary agreement”.',
    )
  })

  test('what is ticked stands in the form, with the text beside it', async () => {
    await analyst.getByRole('radio', { name: 'A new round' }).check()
    await field(analyst, 'track').selectOption({ label: 'Istanbul talks 2025' })
    const ticked = analyst.locator('.phrases :checked[type=checkbox]')
    expect(await ticked.count()).toBe(0)
    await analyst.getByRole('button', { name: 'Tick all' }).click()
    await expect.poll(() => ticked.count()).toBeGreaterThan(article.ticks.length)
    await analyst.getByRole('button', { name: 'Tick none' }).click()
    await expect.poll(() => ticked.count()).toBe(0)
    await tick(analyst, article.ticks)
    await analyst.getByRole('button', { name: 'Take what is ticked into the form' }).click()
    await analyst.waitForURL(/\/rounds\/new\?.*draft=\d+$/)
    const beside = analyst.getByRole('complementary', { name: article.title })
    expect(await beside.innerText()).toContain(article.quote)
    expect(await beside.innerText()).not.toContain(article.furniture)
    expect(await field(analyst, 'date').inputValue()).toBe('2025-09-11')
    expect(await field(analyst, 'venue').inputValue()).toBe('Çırağan Palace')
    expect(await field(analyst, 'delegations.0.people.0.person').inputValue()).toBe('Vladimir Medinsky')
    expect(await field(analyst, 'source.url').inputValue()).toBe(article.url)
    expect(await field(analyst, 'title').inputValue()).toBe('')
  })

  test('it is sent to a second reader; no reader sees it', async () => {
    await field(analyst, 'title').fill(TITLE)
    await analyst.getByRole('button', { name: 'Send to a second reader' }).last().click()
    await analyst.waitForURL(/\/desk\/drafts\/\d+$/)
    address = analyst.url()
    expect(await analyst.getByRole('main').innerText()).toMatch(/Waiting for a second reader, written by ana/)
    for (const path of ['/rounds?q=Medinsky&sort=-date', '/rounds.csv', '/sources'])
      expect(await (await reader.request.get(program.address + path)).text()).not.toMatch(
        /11 September 2025|Strait Courier/,
      )
  })

  test('an editor finds it at the desk, reads what it changes and publishes it', async () => {
    await editor.goto(`${program.address}/desk`)
    const waiting = editor.locator('#review li', { hasText: `Add a round: ${TITLE}` })
    await waiting.getByRole('link', { name: /^Read it/ }).click()
    await editor.waitForURL(address)
    const changes = editor.getByRole('region', { name: 'What it changes' })
    const words = (await changes.locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '))
    for (const line of [
      'Track Istanbul talks 2025',
      `Title ${TITLE}`,
      'Venue Çırağan Palace',
      `Source: Publisher ${article.publisher}`,
    ])
      expect(words).toContain(line)
    await editor.getByRole('button', { name: 'Publish' }).click()
    await editor.waitForURL(/\/rounds\/\d+$/)
    address = editor.url()
  })

  test('a reader sees the round, each claim with its words and their paragraph, and that the text is kept', async () => {
    await reader.goto(address)
    const main = reader.getByRole('main')
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
    const length = main.locator('.fact', { hasText: 'Length' })
    await length.locator('summary').click()
    const claim = length.locator('.claim').first()
    expect(await claim.innerText()).toContain('about 55 minutes')
    expect(await claim.innerText()).toContain(article.publisher)
    expect(await claim.innerText()).toMatch(/paragraph \d/)
    await main.getByRole('link', { name: article.publisher }).first().click()
    await reader.waitForURL(/\/sources\/\d+/)
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(
      `${article.publisher}: ${article.title}`,
    )
    const text = main.locator('#text')
    expect(await text.innerText()).toMatch(/SHA-256 of the text as kept: [0-9a-f]{64}/)
    expect(await text.locator('mark').allInnerTexts()).toContainEqual(expect.stringContaining(article.quote))
  })
})
