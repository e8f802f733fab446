import { beforeAll, describe, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord } from '../../src/history/record-writes.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { claimRecord } from '../../src/sources/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'

/* The first round at Port Helm was reported on 14 March 2024, at length on the 15th; the second on 3 April. */
let parley: OpenHouse
beforeAll(async () => {
  parley = await house()
})

const day = (year: number, month: number, day: number) => dayNumber({ year, month, day })

async function read(path: string, known: string): Promise<{ status: number; text: string }> {
  return parley.visit.get(`${path}${path.includes('?') ? '&' : '?'}known=${known}`)
}

describe('the record as it was known on a day', () => {
  test('has no claim that was made later, and says how many it hides', async () => {
    const { text } = await read('/rounds/1', '2024-03-14')
    expect(text).toContain('Torland Wire')
    expect(text).not.toContain('about two hours')
    expect(text).toMatch(/1 later claim hidden/)
  })

  test('has no record of what was first told of later, on its page, in lists and in downloads', async () => {
    expect((await read('/rounds/1', '2024-03-13')).status).toBe(404)
    expect((await read('/rounds/1', '2024-03-14')).status).toBe(200)
    for (const path of ['/rounds', '/rounds.csv', '/rounds.json', '/timeline.json', '/?from=2024']) {
      // The timeline names a round shortly: the axis tells the day.
      const name = path === '/timeline.json' ? '"Port Helm 1"' : 'Port Helm, 14 March 2024'
      const isThere = async (known: string) => (await read(path, known)).text.includes(name)
      expect([path, await isThere('2024-03-13'), await isThere('2024-03-14')]).toEqual([path, false, true])
    }
  })

  test('leaves a field empty until somebody bears out what it says', async () => {
    const { db, past } = parley
    await recording(db, async (db) => {
      await changeRecord(db, somebody, roundRecord, 1, { language: 'English' })
      for (const [value, asserted] of [
        ['French', '2024-03-20'],
        ['English', '2024-03-25'],
      ]) {
        const claim = {
          record: 'round',
          record_id: 1,
          field: 'language',
          affirms: 1,
          value,
          asserted,
          source_id: 1,
        }
        await createRecord(db, somebody, claimRecord, claim)
      }
    })
    const languageOn = (number: number) =>
      past.knownOn(number).selectFrom('round').select('language').where('id', '=', 1).executeTakeFirst()
    expect(await languageOn(day(2024, 3, 24))).toEqual({ language: null })
    expect(await languageOn(day(2024, 3, 25))).toEqual({ language: 'English' })
  })

  test('keeps two readers of different days apart', async () => {
    const count = async (number: number) =>
      (await parley.past.knownOn(number).selectFrom('claim').select('id').execute()).length
    const days = Array.from({ length: 20 }, (_, at) => day(2024, 3, 5 + at))
    const together = await Promise.all(days.map(count))
    const alone: number[] = []
    for (const one of days) alone.push(await count(one))
    expect(together).toEqual(alone)
    expect(new Set(alone).size).toBeGreaterThan(1)
  })

  test('can only be read', async () => {
    const past = parley.past.knownOn(day(2024, 3, 14))
    await expect(past.updateTable('round').set({ title: 'x' }).execute()).rejects.toThrow('view')
    await expect(past.transaction().execute(async () => {})).rejects.toThrow('can only be read')
  })
})

describe('the day in the address', () => {
  test('is said in a band with a way back, and rides along in every link and form of the page', async () => {
    const { text } = await read('/rounds?sort=date', '2024-03-14')
    expect(text).toContain('<b>Thursday 14 March 2024</b>')
    expect(text).toContain('<a href="/rounds?sort=date" data-today>Back to today</a>')
    expect(text).toContain('href="/rounds/1?known=2024-03-14"')
    expect(text).toMatch(/href="\/rounds\.csv\?sort=date&amp;known=2024-03-14"/)
    const links = [...text.matchAll(/<a\b(?![^>]*data-today)[^>]*\shref="(\/[^"]*)"/g)].map(
      ([, href = '']) => href,
    )
    expect(links.filter((href) => !href.includes('known=') && !href.startsWith('/sign-in'))).toEqual([])
    const forms = text.match(
      /<form\b(?![^>]*(?:method="post"|data-today))[^>]*>(?!<input type="hidden" name="known")/g,
    )
    expect(forms).toBeNull()
  })

  test('may be a month, which ends with its last day', async () => {
    expect((await read('/rounds', '2024-03')).text).toContain('Sunday 31 March 2024')
  })

  test.each(['tomorrow', '2025-02-30', '2024/..', '03/04/2025'])(
    'is refused with a sentence where it is %s',
    async (known) => {
      const { status, text } = await read('/rounds', encodeURIComponent(known))
      expect([status, /Known must be/.test(text)]).toEqual([400, true])
    },
  )

  test('is read on every page that readers have', async () => {
    for (const path of [
      '/',
      '/rounds',
      '/processes',
      '/people',
      '/parties',
      '/venues',
      '/sources',
      '/codebook',
      '/venues/1',
      '/people/1',
      '/parties/1',
      '/sources/1',
    ])
      expect([path, (await read(path, '2024-06-01')).status]).toEqual([path, 200])
  })
})
