import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'

let parley: OpenHouse
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
}, 60_000)

/** What the filters above the list send, untouched. */
function sentBy(text: string): URLSearchParams {
  const form = /<form class="filters"[\s\S]*?<\/form>/.exec(text)?.[0] ?? ''
  const ticked = [...form.matchAll(/type="checkbox" name="([^"]*)" value="([^"]*)" checked/g)]
  return new URLSearchParams(ticked.map(([, name = '', value = '']) => [name, value]))
}

async function disputes(query = '') {
  const { status, text } = await parley.visit.get(`/disputes.json${query}`)
  expect(status).toBe(200)
  return JSON.parse(text) as Array<Record<string, string | number | null>>
}

test('every disputed field of the record is listed, once', async () => {
  const { count } = await parley.db
    .selectFrom('field_status')
    .where('status', '=', 'disputed')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await disputes()
  expect(rows).toHaveLength(count)
  expect(new Set(rows.map(({ evidence }) => evidence)).size).toBe(count)
  expect((await parley.visit.get('/disputes')).text).toContain(`${count} disputed fields`)
})

test('a row says where, what is read, who is against whom, and whether it is settled', async () => {
  const words = wordsOf((await parley.visit.get('/disputes?record=round&field=duration_minutes')).text)
  expect(words).toMatch(
    /Istanbul, 23 July 2025: Length 5 claims, 5 origins Round .*Russia–Ukraine direct talks about 40 minutes about 40 minutes about 39 minutes .*about 60 minutes Settled: preferred/,
  )
})

test('filters narrow page and downloads alike', async () => {
  const rows = await disputes('?process=dayton&record=document')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ process, record }) => process === 'dayton' && record === 'document')).toBe(true)
  const page = await parley.visit.get('/disputes?process=dayton&record=document')
  for (const { evidence } of rows) expect(page.text).toContain(`href="${evidence}"`)
  const csv = (await parley.visit.get('/disputes.csv?process=dayton&record=document')).text
  expect(csv.trim().split('\n')).toHaveLength(rows.length + 1)
  expect(csv).toMatch(
    /^process,round_id,round,record,record_id,label,field,value,claims,origins,sources,rivals,/,
  )
  const either = await disputes('?field=date&field=duration_minutes')
  expect(new Set(either.map(({ field }) => field))).toEqual(new Set(['date', 'duration_minutes']))
})

test('the form as printed asks the same again', async () => {
  const query =
    'process=dayton&process=russia-ukraine-direct-talks&record=round&record=session&field=date&field=duration_minutes'
  const { text } = await parley.visit.get(`/disputes?${query}`)
  const again = `/disputes?${sentBy(text)}`
  expect(sentBy(text).toString()).toBe(query)
  const reply = await parley.visit.get(again)
  expect(reply.status).toBe(200)
  expect(wordsOf(reply.text)).toBe(wordsOf(text))
})

test('a process that was not yet known on the day stays asked for', async () => {
  const late = '/disputes?process=russia-ukraine-direct-talks&known=1990-01-01'
  const { text } = await parley.visit.get(late)
  expect(sentBy(text).getAll('process')).toEqual(['russia-ukraine-direct-talks'])
})

test('fields are offered by what they are called, and any of them may be asked for', async () => {
  const { text } = await parley.visit.get('/disputes?record=round')
  expect(text).toContain('name="field" value="duration_minutes"> Length<')
  const fields = [...text.matchAll(/name="field" value="([^"]+)"/g)].map(([, name]) => name)
  for (const field of fields)
    expect((await parley.visit.get(`/disputes.json?record=round&field=${field}`)).status).toBe(200)
})

test('an unknown name or value gets a sentence', async () => {
  for (const [query, sentence] of [
    ['colour=red', 'There is no filter named colour'],
    ['record=rumour', 'rumour is no kind of record'],
    ['field=mood', 'mood is no field of any record'],
    ['record=round&field=mandate', 'mandate is no field of round'],
    ['process=atlantis', 'There is no process atlantis'],
    ['page=x', 'Page must be'],
  ] as const) {
    const { status, text } = await parley.visit.get(`/disputes?${query}`)
    expect(status).toBe(400)
    expect(text).toContain(sentence)
    expect((await parley.visit.get(`/disputes.csv?${query}&flavour=plain`)).status).toBe(400)
  }
})

test('as known on a day, only what was disputed by then', async () => {
  const then = await disputes('?known=2025-07-24')
  const fields = then.map(({ evidence }) => evidence)
  expect(fields).toContain('/rounds/1001/evidence/duration_minutes')
  expect(fields).not.toContain('/outcomes/1005/evidence/wording')
  expect((await disputes()).map(({ evidence }) => evidence)).toContain('/outcomes/1005/evidence/wording')
})
