import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { type FacetName, facetNames } from '../../src/rounds/census/facets.ts'
import { everything, type Filter } from '../../src/rounds/filter.ts'
import { countRounds } from '../../src/rounds/list-reads.ts'
import { roundsMatching } from '../../src/rounds/matching.ts'
import { house, type OpenHouse } from '../house.ts'
import { filterAt } from './filter-at.ts'

let open: OpenHouse
beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
})

/** Values of a facet page with the words beside them: "Switzerland", "13 rounds", and where each leads. */
function linksIn(html: string) {
  const found = html.matchAll(
    /<li><a href="([^"]+)"(?: aria-current="true")?>(.*?)<\/a> <span>([\d,]+) rounds?<\/span>/g,
  )
  return [...found].map(([, href = '', label = '', count = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    label,
    count: Number(count.replace(',', '')),
  }))
}

interface Row {
  value: string
  label: string
  rounds: number
}

/** All values of a facet, over all its pages. */
async function allValues(name: string) {
  const links: ReturnType<typeof linksIn> = []
  for (let page = 1; ; page++) {
    const { text } = await open.visit.get(`/rounds/facets/${name}${page > 1 ? `?page=${page}` : ''}`)
    links.push(...linksIn(text))
    if (!text.includes('>Next</a>')) return links
  }
}

describe('each value of a facet', () => {
  test.each(facetNames)('leads to as many rounds as it says: %s', async (name) => {
    const links = await allValues(name)
    expect(links).toHaveLength((await roundsMatching(open.db, everything)).tally(name).size)
    for (const { href, label, count } of links) {
      expect([label, await countRounds(open.db, filterAt(href))]).toEqual([label, count])
      expect(count).toBeGreaterThan(0)
      expect(label).not.toMatch(/^(unknown|(party|person)-\d+)$/)
    }
  })

  test.each(['person', 'mediator', 'year', 'country'])(
    'leaves with all the others as a row: %s',
    async (name) => {
      const links = await allValues(name)
      const rows = JSON.parse((await open.visit.get(`/rounds/facets/${name}.json`)).text)
      expect(rows.map(({ label, rounds }: Row) => [label, rounds])).toEqual(
        links.map(({ label, count }) => [label.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), count]),
      )
      for (const { value, rounds } of rows.slice(0, 20))
        expect([value, await countRounds(open.db, filterAt(`/rounds?${name}=${value}`))]).toEqual([
          value,
          rounds,
        ])
    },
  )

  test('leaves under the filters and the name that the page shows', async () => {
    const query = 'process=russia-ukraine-direct-talks&named=umier'
    const { text } = await open.visit.get(`/rounds/facets/person?${query}&on=map`)
    expect(text).toContain(`href="/rounds/facets/person.csv?${query.replace('&', '&amp;')}"`)
    const csv = (await open.visit.get(`/rounds/facets/person.csv?${query}`)).text
    expect(csv).toMatch(/^value,label,rounds\n\d+,Rustem Umerov,\d+\n$/)
    for (const wrong of ['flavour=dry', 'colour=red', 'from=never'])
      expect((await open.visit.get(`/rounds/facets/person.csv?${wrong}`)).status).toBe(400)
  })

  test('says on the list the number that stood beside it', async () => {
    const switzerland = (await allValues('country')).find(({ label }) => label === 'Switzerland')
    const { text } = await open.visit.get(switzerland?.href ?? '')
    expect(text).toContain(`<p class="count">${switzerland?.count} rounds</p>`)
    expect(text).toContain('Country: Switzerland')
  })

  test('is offered beside the table as a box of the one form, with the same number', async () => {
    const { text } = await open.visit.get('/rounds?country=TR')
    const boxes = [
      ...text.matchAll(
        /<input type="checkbox" form="filters" name="(\w+)" value="([^"]+)"( checked)?> <span>.*?<\/span> <b>(\d+)<\/b>/g,
      ),
    ]
    expect(boxes.length).toBeGreaterThan(50)
    for (const [, name = '', value = '', isChosen, count] of boxes) {
      const filter = { ...filterAt(`/rounds?country=TR`), ...filterAt(`/rounds?${name}=${value}`) }
      const country = name === 'country' ? [value] : ['TR']
      const asked = { ...everything, [name]: filter[name as FacetName], country }
      expect([name, value, await countRounds(open.db, asked)]).toEqual([name, value, Number(count)])
      expect(isChosen !== undefined).toBe(name === 'country' && value === 'TR')
    }
  })

  test('that is in force stays, even where no round has it', async () => {
    const { text } = await open.visit.get('/rounds?country=TR&process=camp-david-1978')
    expect(text).toContain('0 rounds')
    expect(text).toMatch(/name="country" value="TR" checked> <span>Türkiye<\/span> <b>0<\/b>/)
    expect(text).toMatch(
      /name="process" value="camp-david-1978" checked> <span>Camp David summit<\/span> <b>0<\/b>/,
    )
  })

  test('adds to what is chosen already, or takes it away again', async () => {
    const { text } = await open.visit.get('/rounds/facets/country?country=TR&status=held')
    const hrefs = new Map(linksIn(text).map(({ label, href }) => [label, filterAt(href)]))
    expect(hrefs.get('Switzerland')).toEqual({ ...everything, country: ['TR', 'CH'], status: ['held'] })
    expect(hrefs.get('Türkiye')).toEqual({ ...everything, status: ['held'] })
  })
})

describe('all values of a facet', () => {
  test('are found by any word of any of their names', async () => {
    const { text } = await open.visit.get(
      '/rounds/facets/person?named=umier&process=russia-ukraine-direct-talks',
    )
    expect(linksIn(text).map(({ label }) => label)).toEqual(['Rustem Umerov'])
    const { text: formats } = await open.visit.get('/rounds/facets/format?named=plen')
    expect(linksIn(formats).map(({ label }) => label)).toEqual(['Plenary'])
  })

  test('stand by decade where they are many years, newest first', async () => {
    const { text } = await open.visit.get('/rounds/facets/year')
    const decades = [...text.matchAll(/<h2 class="facet-decade">(.*?)<\/h2>/g)].map(([, heading]) => heading)
    expect(decades.slice(0, 2)).toEqual(['2020s', '2010s'])
    expect(decades).toContain('1640s')
  })

  test('lead back to the page they were asked from, with its lanes', async () => {
    const { text } = await open.visit.get('/?lanes=proposals&hide=1&hide=2&fold=proposals&status=held')
    const more = /href="(\/rounds\/facets\/person\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const [first] = linksIn((await open.visit.get(more)).text)
    expect(first?.href).toMatch(/^\/\?person=\d+&status=held&lanes=proposals&hide=1&hide=2&fold=proposals$/)
  })

  test.each(['/map', '/charts'])('and the form itself serve %s alike', async (path) => {
    const { text } = await open.visit.get(`${path}?status=held&country=TR`)
    expect(text).toContain('form="filters" name="country" value="TR" checked')
    const more = /href="(\/rounds\/facets\/country\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const hrefs = linksIn((await open.visit.get(more)).text).map(({ href }) => href)
    expect(hrefs).toContain(`${path}?country=TR&country=CH&status=held`)
  })

  test('of a facet that is none are no page', async () => {
    for (const name of ['colour', 'constructor', 'q'])
      for (const ending of ['', '.csv'])
        expect((await open.visit.get(`/rounds/facets/${name}${ending}`)).status).toBe(404)
  })
})

describe('an uncertain date', () => {
  test('is told of on the list, with the way to read it otherwise, and the downloads follow', async () => {
    // Of a round that may have been on any day of a month, the third.
    const { date_earliest } = await open.db
      .selectFrom('round')
      .select('date_earliest')
      .where('date', '=', '1970-02')
      .executeTakeFirstOrThrow()
    const day = isoDate(date_earliest + 2)
    const count = (within: Filter['within']) => countRounds(open.db, { ...everything, from: day, within })
    const [possibly, certainly] = [await count('possibly'), await count('certainly')]
    expect(possibly).toBeGreaterThan(certainly)
    const { text } = await open.visit.get(`/rounds?from=${day}`)
    expect(text).toContain(`${possibly - certainly} of these may lie outside these dates`)
    expect(text).toContain(
      `<a href="/rounds?from=${day}&amp;within=certainly">Only those certainly within</a>`,
    )
    const { text: sure } = await open.visit.get(`/rounds?from=${day}&within=certainly`)
    expect(sure).toContain(`Left out: ${possibly - certainly} that may lie outside these dates`)
    expect(sure).toContain('<input type="hidden" name="within" value="certainly">')
    const csv = await open.visit.get(`/rounds.json?from=${day}&within=certainly`)
    expect(JSON.parse(csv.text)).toHaveLength(certainly)
    expect((await open.visit.get('/rounds')).text).not.toContain('may lie outside')
  })
})

describe('a chip', () => {
  const asked =
    'q=a&process=minsk-agreements&party=unknown&role=mediator&mediator=unknown&issue=ceasefire&outcome=written&year=2014&from=2014&within=certainly&evidence=agreed&evidence=single'

  test('stands for each filter in force and takes away that one alone', async () => {
    const { text } = await open.visit.get(`/rounds?${asked}`)
    const chips = [...text.matchAll(/<a class="chip" href="([^"]+)">(.*?) <span class="chip-x"/g)]
    expect(chips.map(([, , label]) => label).sort()).toEqual([
      'Certainly within these dates',
      'Evidence: Has agreed fields',
      'Evidence: Has fields from a single source',
      'From 2014',
      'Issue: Ceasefire',
      'Mediator: No mediator recorded',
      'Outcome: Written',
      'Party: No party recorded',
      'Process: Minsk agreements on Donbas',
      'Third party as: Mediator',
      'Words: a',
      'Year: 2014',
    ])
    const all = [...new URLSearchParams(asked)].length
    for (const [, href = ''] of chips) {
      const left = [...new URL(href.replaceAll('&amp;', '&'), open.origin).searchParams]
      expect(left).toHaveLength(all - 1)
    }
  })
})
