import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { bothWays, field, page, save, signIn, somebody } from './desk.ts'
import { type Program, theProgram } from './program.ts'

describe.each(bothWays)('a sign-in that ended while a form was typed, $how', ({ javaScriptEnabled }) => {
  let program: Program
  let analyst: Page
  beforeAll(async () => {
    program = await theProgram()
    analyst = await page(await somebody(program, 'ana', { javaScriptEnabled }))
  }, 60_000)

  test('leads to signing in, and back to the filled form', async () => {
    await analyst.goto(`${program.address}/rounds/new`)
    await field(analyst, 'track_id').selectOption({ label: 'Istanbul talks 2025' })
    await field(analyst, 'title').fill('Typed in vain?')
    // Ends every sign-in of theirs on the server, as time does.
    await program.run('account', ['disable', 'ana'])
    await program.run('account', ['enable', 'ana'])
    await field(analyst, 'date').fill('5 September 2025')
    await field(analyst, 'delegations.1.people.0.person').fill('Somebody New')
    await save(analyst, 'Save the round')
    await analyst.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await analyst.getByRole('main').innerText()).toContain('Nothing that you typed is lost.')
    await signIn(analyst, 'ana')
    await analyst.waitForURL(/\/rounds\/new\?draft=\d+$/)
    expect(await field(analyst, 'title').inputValue()).toBe('Typed in vain?')
    expect(await field(analyst, 'date').inputValue()).toBe('5 September 2025')
    expect(await field(analyst, 'delegations.1.people.0.person').inputValue()).toBe('Somebody New')
  })

  test('where it is saved as if nothing had happened', async () => {
    await field(analyst, 'delegations.1.party').fill('Ukraine')
    await save(analyst, 'Save the round')
    await analyst.waitForURL(/\/rounds\/\d+$/)
    const text = await analyst.getByRole('main').innerText()
    expect(text).toContain('Typed in vain?')
    expect(text).toContain('Somebody New')
    await analyst.goto(`${program.address}/desk`)
    expect(await analyst.locator('#drafts').innerText()).toContain('You have nothing unfinished.')
  })
})
