import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { type FacetName, facetNames } from '../../src/rounds/census/facets.ts'
import { countsOf, facetsOf } from '../../src/rounds/facets.ts'
import { everything, type Filter, queryOf, readFilter } from '../../src/rounds/filter.ts'
import { countRounds } from '../../src/rounds/list-reads.ts'
import { roundsMatching } from '../../src/rounds/matching.ts'
import { house, type OpenHouse } from '../house.ts'

let open: OpenHouse
beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
})

/** The filter that an address of a list asks with. */
function filterAt(href: string): Filter {
  const query: Record<string, string[]> = {}
  const { searchParams } = new URL(href, open.origin)
  for (const name of searchParams.keys()) query[name] = searchParams.getAll(name)
  return readFilter(query, ['on', 'lanes'])
}

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
    const { text } = await open.visit.get('/?lanes=proposals&status=held')
    const more = /href="(\/rounds\/facets\/person\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const [first] = linksIn((await open.visit.get(more)).text)
    expect(first?.href).toMatch(/^\/\?person=\d+&status=held&lanes=proposals$/)
  })

  test('of a facet that is none are no page', async () => {
    for (const name of ['colour', 'constructor', 'q'])
      expect((await open.visit.get(`/rounds/facets/${name}`)).status).toBe(404)
  })
})

/** Any filter that could be asked of the starter record, with values that exist, and that nothing is known. */
async function anyFilter(): Promise<fc.Arbitrary<Filter>> {
  const all = await roundsMatching(open.db, everything)
  const values = Object.fromEntries(
    facetNames.map((name) => [
      name,
      fc.subarray([...all.tally(name).keys()], {
        minLength: 1,
        maxLength: Math.min(40, all.tally(name).size),
      }),
    ]),
  )
  // Of few facets, else hardly any combination is met by a round.
  const facets = fc
    .subarray([...facetNames], { maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant([])]))),
    )
  const day = fc.option(fc.integer({ min: -10_000, max: 21_000 }).map(isoDate), { freq: 1 })
  const besides = fc.record({
    q: fc.option(fc.constantFrom('talks', 'geneva'), { freq: 1 }),
    from: day,
    to: day,
    within: fc.constantFrom('possibly' as const, 'certainly' as const),
  })
  return fc.tuple(facets, besides).map(([some, others]) => ({ ...everything, ...some, ...others }) as Filter)
}

describe('whatever is chosen', () => {
  test('every value counts the rounds it leads to, and none but those in force leads to nothing', async () => {
    await fc.assert(
      fc.asyncProperty(await anyFilter(), async (asked) => {
        const filter = filterAt(`/rounds${queryOf(asked)}`)
        const matching = await roundsMatching(open.db, filter)
        for (const name of facetNames)
          for (const [value, count] of countsOf(matching, filter, name)) {
            const alone = filterAt(`/rounds${queryOf({ ...filter, [name]: [value] })}`)
            expect([name, value, await countRounds(open.db, alone)]).toEqual([name, value, count])
            expect(count > 0 || filter[name].map(String).includes(value)).toBe(true)
          }
        const facets = await facetsOf(open.db, filter, matching, (name) => `/${name}`)
        for (const { values, name } of facets)
          for (const { count, isChosen, value } of values) {
            expect(count > 0 || isChosen).toBe(true)
            expect(isChosen).toBe(filter[name].map(String).includes(value))
          }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an uncertain date', () => {
  async function dates() {
    return open.db
      .selectFrom('round')
      .select(['id', 'date_earliest as first', 'date_latest as last'])
      .where('withdrawn', 'is', null)
      .orderBy('id')
      .execute()
  }

  test('lies possibly, or certainly, within the dates asked for', async () => {
    const rounds = await dates()
    const day = fc.integer({ min: -120_000, max: 21_000 })
    const known = fc
      .constantFrom(...rounds.flatMap(({ first, last }) => [first, last]))
      .filter((one) => Math.abs(one) < 1e6)
    await fc.assert(
      fc.asyncProperty(fc.oneof(day, known), fc.oneof(day, known), async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const filter = { ...everything, from: isoDate(from), to: isoDate(to) }
        const ids = async (within: Filter['within']) =>
          (await roundsMatching(open.db, { ...filter, within })).ids().sort((a, b) => a - b)
        const those = (meets: (round: { first: number; last: number }) => boolean) =>
          rounds.filter(meets).map(({ id }) => id)
        expect(await ids('possibly')).toEqual(those(({ first, last }) => last >= from && first <= to))
        expect(await ids('certainly')).toEqual(those(({ first, last }) => first >= from && last <= to))
      }),
    )
  })

  test('of one year lies certainly in it, of two in both of them together', async () => {
    const ids = async (year: string[], within: Filter['within']) =>
      (await roundsMatching(open.db, { ...everything, year, within })).ids()
    const all = await roundsMatching(open.db, everything)
    const years = [...all.tally('year').keys()].filter((year) => year !== 'unknown')
    const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
    const rounds = new Map((await dates()).map((round) => [round.id, round]))
    for (const year of years)
      for (const id of await ids([year], 'certainly')) {
        const { first = 0, last = 0 } = rounds.get(id) ?? {}
        expect([yearOf(first), yearOf(last)].map(String)).toEqual([year, year])
      }
    const crossing = [...rounds.values()].find(({ first, last }) => yearOf(last) === yearOf(first) + 1)
    const two = crossing ? [crossing.first, crossing.last].map((day) => String(yearOf(day))) : []
    expect(await ids(two.slice(0, 1), 'possibly')).toContain(crossing?.id)
    expect(await ids(two.slice(0, 1), 'certainly')).not.toContain(crossing?.id)
    expect(await ids(two, 'certainly')).toContain(crossing?.id)
  })

  test('is told of on the list, with the way to read it otherwise, and the downloads follow', async () => {
    const crossing = (await dates()).find(({ first, last }) => last - first === 27)
    const day = isoDate((crossing?.first ?? 0) + 3)
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
