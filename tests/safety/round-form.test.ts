import { beforeAll, expect, test } from 'vitest'
import { atHalden, formOn, wholeRound } from '../desk/form.ts'
import { house, type OpenHouse } from '../house.ts'
import type { Form, Reply, Visit } from '../visit.ts'
import { expectCalm, sentenceOf } from './calm.ts'
import { shapesOf } from './elements.ts'
import { formulas, hostile, hostileIds, impossibleDates, markup, unseen } from './hostile.ts'
import { wholeRecord } from './whole-record.ts'

let { db }: OpenHouse = {} as OpenHouse
let ana: Visit = {} as Visit
let sheet: Form = {}
let ours = new Set<string>()
beforeAll(async () => {
  const open = await house()
  db = open.db
  ana = await open.signedIn()
  sheet = formOn(await ana.get('/rounds/new'))
  ours = shapesOf((await ana.post('/rounds/new', { ...sheet, ...wholeRound, date: '' })).text)
})

/** Sent as if typed into a form of its own, so that no answer is that to an earlier one. */
let showings = 0
function record(typed: Form): Promise<Reply> {
  showings += 1
  return ana.post('/rounds/new', {
    ...sheet,
    _form: `showing-of-the-tests-${showings}`,

    ...typed,
  })
}

const typedInto = (text: string) => Object.fromEntries(Object.keys(wholeRound).map((name) => [name, text]))

test('whatever is typed into all fields at once is refused with a sentence, and changes nothing', async () => {
  const before = await wholeRecord(db)
  for (const text of hostile) {
    const answer = await record({ ...typedInto(text.slice(0, 250)), source_id: text.slice(0, 20) })
    expectCalm(
      { ...answer, text: answer.text.replaceAll(/ value="[^"]*"|<textarea.*?<\/textarea>/gs, '') },
      text,
    )
    expect(answer.status, text).toBe(422)
    const foreign = [...shapesOf(answer.text)].filter(
      (shape) => !ours.has(shape) && !/ aria-| selected/.test(shape),
    )
    expect(foreign, text).toEqual([])
  }
  expect(await wholeRecord(db)).toEqual(before)
}, 60_000)

test('control characters and turning marks are refused in each single field', async () => {
  const before = await wholeRecord(db)
  for (const name of Object.keys(wholeRound))
    for (const text of [unseen[1], unseen[5]]) {
      const { status } = await record({ ...wholeRound, [name]: `a${text}b` })
      expect(status, `${name} ${JSON.stringify(text)}`).toBe(422)
    }
  expect(await wholeRecord(db)).toEqual(before)
})

test('a day that never was is refused in every field that takes a date', async () => {
  for (const name of ['date', 'source.published', 'proposals.0.deadline', 'proposals.0.events.0.date'])
    for (const text of impossibleDates) {
      const { status } = await record({ ...wholeRound, [name]: text })
      expect(status, `${name} ${text}`).toBe(422)
    }
})

test('a number that is no record is refused', async () => {
  for (const name of ['track_id', 'source.source_id'])
    for (const id of hostileIds.filter((id) => id !== ' 1')) {
      const { status } = await record({ ...wholeRound, [name]: id })
      expect(status, `${name} ${id}`).toBe(422)
    }
})

test('only fields that the form offers are stored', async () => {
  const offered = { title: 'Offered', date: '2024-06-05' }
  const answer = await record({
    ...wholeRound,
    ...offered,
    id: '77',
    withdrawn: 'x',
    title_folded: 'zz',
    date_earliest: '1',
    account_id: '1',
    'delegations.0.withdrawn': 'x',
    'delegations.0.round_id': '1',
    'delegations.0.people.0.person_id': '3',
    'source.reliability': 'A',
    'constructor.name': 'x',
    '__proto__.withdrawn': 'x',
  })
  expect(answer.status).toBe(303)
  const made = await db
    .selectFrom('round')
    .selectAll()
    .where('title', '=', 'Offered')
    .executeTakeFirstOrThrow()
  expect(made).toMatchObject({ withdrawn: null, version: 1, title_folded: 'offered' })
  expect(made.id).not.toBe(77)
  const { reliability } = await db
    .selectFrom('source')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(reliability).toBeNull()
})

test('rows that are many, deep, negative or named like machinery do no harm', async () => {
  const odd: Form[] = [
    { [`delegations.0.${'people.0.'.repeat(500)}person`]: 'x' },
    { 'delegations.999999999.party': 'x', 'delegations.-1.party': 'x', 'delegations.1e3.party': 'x' },
    { delegations: 'x', 'delegations.0': 'x', 'delegations.0.people': ['x', 'y'], 'delegations.length': '9' },
    Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`delegations.${at}.party`, 'x'])),
    { title: ['a', 'b'], date: ['2024', '2025'] },
    { _add: 'delegations.0.people.__proto__', title: '' },
    { _add: 'constructor', title: '' },
    { _remove: '__proto__.0', title: '' },
    { _remove: `delegations.${'9'.repeat(300)}`, title: '' },
    { _form: ['a', 'b'], version: '1e999', title: '' },
  ]
  for (const typed of odd) {
    const answer = await record({ ...wholeRound, ...typed })
    expect(answer.status, JSON.stringify(typed).slice(0, 200)).toBeLessThan(500)
    expect(answer.text).not.toMatch(/node_modules|SqliteError/)
  }
  expect(({} as Record<string, unknown>).withdrawn).toBeUndefined()
})

test('markup and formulas are names like any other: stored as typed, shown as typed', async () => {
  const titles = [...markup, ...formulas.filter((text) => !/\p{Cc}/u.test(text))]
  for (const title of titles) {
    const answer = await record({
      ...atHalden,
      title,
      result: title,
      'delegations.0.party': 'Republic of Varenia',
      'delegations.0.people.0.person': `${title} x`,
    })
    expect(answer.status, `${title}: ${sentenceOf(answer)}`).toBe(303)
    const path = String(answer.headers.get('location'))
    const stored = await db
      .selectFrom('round')
      .select('title')
      .where('id', '=', Number(path.split('/').at(-1)))
      .executeTakeFirst()
    expect(stored?.title).toBe(title.trim())
    for (const page of [path, `${path}/edit`, `${path}/withdraw`]) {
      const { status, text } = await ana.get(page)
      expect(status).toBe(200)
      expect([...shapesOf(text)].filter((shape) => / (on|style)|^(img|iframe)$/.test(shape))).toEqual([])
    }
  }
})
