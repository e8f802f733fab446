import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'

let open: OpenHouse
beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
})

const unescaped = (html: string) =>
  html.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&#34;', '"')

/** The bars of a page, with what stands in them. */
async function barsOf(path: string) {
  const { status, text } = await open.visit.get(path)
  expect([path, status]).toEqual([path, 200])
  return text
    .split('<div class="view-bar"')
    .slice(1)
    .map((part) => {
      const html = part.slice(0, part.indexOf('</div>\n\n') + 1 || part.length)
      const rows = /Download ([\d,]+) [a-z ]+<\/summary>/.exec(html)?.[1]
      return {
        here: unescaped(/readonly value="([^"]+)"/.exec(html)?.[1] ?? ''),
        citation: unescaped(/<p data-copied>(.*?)<\/p>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ''),
        rows: rows === undefined ? null : Number(rows.replaceAll(',', '')),
        downloads: [...html.matchAll(/<li><a href="([^"]+\.(?:csv|json)[^"]*)">([^<]+)<\/a>/g)].map(
          ([, href = '', label]) => ({ href: unescaped(href), label }),
        ),
      }
    })
}

const withRows = [
  '/',
  '/?process=minsk-agreements',
  '/rounds',
  '/rounds?country=TR&status=held&from=2022',
  '/rounds?venue=unknown&within=certainly&year=2014',
  '/people/2',
  '/parties/1?status=held',
  '/venues/5',
  '/sources/1001',
  '/processes/russia-ukraine-direct-talks',
  '/proposals',
  '/proposals?party=2',
  '/commitments',
  '/commitments?process=russia-ukraine-direct-talks',
  '/disputes',
  '/disputes?process=russia-ukraine-direct-talks',
  '/issues/ceasefire?party=2',
  '/search?q=umerov',
  '/map?process=minsk-agreements',
  '/charts?country=TR',
  '/compare?process=dayton&process=camp-david-1978',
  '/people/2/met',
  '/rounds/facets/person?status=held',
  '/rounds/facets/year?named=2025&on=map',
  '/charts/answers/no-answer',
  '/charts/commitments/done',
  '/people',
  '/parties',
  '/venues',
  '/sources',
  '/sources?page=2',
  '/processes',
  '/issues',
]

describe('over every list stands what can be taken along:', () => {
  test.each(withRows)('the address of %s, and how it is cited', async (path) => {
    const bars = (await barsOf(path)).filter(({ here }) => here !== '')
    expect(bars).toHaveLength(1)
    const [bar] = bars
    expect(bar?.here).toBe(open.origin + path)
    expect(bar?.citation).toMatch(
      /^Parley, “[^”]+”(, (more than )?[\d,]+ [a-z ]+)?, as known on 1 July 2024, http:\S+$/,
    )
    const cited = new URL(bar?.citation.split(', ').at(-1) ?? '')
    expect(cited.searchParams.get('known')).toBe('2024-07-01')
    cited.searchParams.delete('known')
    expect(cited.searchParams.toString()).toBe(new URL(open.origin + path).searchParams.toString())
    expect((await open.visit.get(cited.pathname + cited.search)).status).toBe(200)
  })

  test.each(withRows)('the rows of %s in three forms, as many as it says', async (path) => {
    for (const { rows, downloads } of await barsOf(path)) {
      expect(downloads.map(({ label }) => label)).toEqual(['CSV', 'CSV for spreadsheets', 'JSON'])
      const [plain, spreadsheet, json] = await Promise.all(
        downloads.map(async ({ href }) => (await open.visit.get(href)).text),
      )
      const counts = [
        parse(plain ?? '', { columns: true }).length,
        parse(spreadsheet ?? '', { columns: true, bom: true }).length,
        JSON.parse(json ?? '').length,
      ]
      expect(new Set(counts).size).toBe(1)
      if (rows !== null) expect(counts[0]).toBe(rows)
      expect(counts[0]).toBeGreaterThan(0)
    }
  })
})

test('a view is cited by what it shows, in words', async () => {
  const [bar] = await barsOf('/rounds?process=minsk-agreements&venue=unknown&from=2014&q=contact')
  expect(bar?.citation).toMatch(
    /^Parley, “Rounds of talks; process: Minsk agreements on Donbas; venue: Place not recorded; words: contact; from 2014”, \d+ rounds?, as known on 1 July 2024, /,
  )
})

test('as of an earlier day it is cited as of that day', async () => {
  const [bar] = await barsOf('/rounds?known=2025-07-24')
  expect(bar?.citation).toContain('as known on 24 July 2025')
  expect(bar?.citation.match(/known=/g)).toHaveLength(1)
  expect(bar?.downloads.every(({ href }) => href.includes('known=2025-07-24'))).toBe(true)
})

test.each(['/rounds?q=nothing+of+the+sort', '/proposals?process=westphalia&party=9', '/commitments?party=9'])(
  'a list without rows, %s, has an address, and no downloads',
  async (path) => {
    const bars = await barsOf(path)
    expect(bars.map(({ here, downloads }) => ({ here, downloads }))).toEqual([
      { here: open.origin + path, downloads: [] },
    ])
  },
)
