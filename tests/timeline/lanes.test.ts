import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roundsOf } from '../../src/client/timeline/rounds.ts'
import { isoDate } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import type { Reply } from '../../src/timeline/reply.ts'
import { send } from '../desk/form.ts'
import { house } from '../house.ts'

const { visit, db, signedIn } = await house(join(ROOT, 'data'))
const talks = 'process=russia-ukraine-direct-talks'
const year = 'from=2025-01-01&to=2025-12-31'

async function reply(query: string): Promise<Reply> {
  return JSON.parse((await visit.get(`/timeline.json?${query}`)).text)
}

async function drawn(query: string) {
  return { threads: (await reply(query)).proposals?.threads }
}

test('proposals are drawn where the address asks for their lanes, and only there', async () => {
  expect((await drawn(`${talks}&${year}`)).threads).toBeUndefined()
  const { threads = [] } = await drawn(`${talks}&${year}&lanes=proposals`)
  expect(threads.map(({ id }) => id)).toEqual(expect.arrayContaining([1, 2, 3, 1006]))
  expect(threads.map(({ id }) => id)).not.toContain(2001)
})

test('a deadline is a flag, crossed once it has passed', async () => {
  const flags = async (day: string) => {
    const { threads = [] } = await drawn(`${talks}&${year}&lanes=proposals&known=${day}`)
    return threads.find(({ id }) => id === 1)?.steps.at(-1)?.shape
  }
  expect(await flags('2025-08-31')).toBe('deadline')
  expect(await flags('2025-09-01')).toBe('lapsed')
})

test('steps are in the colour of whoever acted, silence is a dotted line', async () => {
  const { threads = [] } = await drawn(`${talks}&${year}&lanes=proposals&known=2025-12-01`)
  const groups = threads.find(({ id }) => id === 1006)
  expect(groups?.steps.map(({ shape, tone, line }) => [shape, tone, line])).toEqual([
    ['made', 'a', 'solid'],
    ['deferred', 'b', 'solid'],
    ['silent', 'b', 'dotted'],
    ['silent', 'b', 'dotted'],
  ])
  expect(groups?.tail?.kind).toBe('dotted')
})

test('a thread whose last date has no end is not drawn in every later year', async () => {
  const { threads = [] } = await drawn(`${year}&lanes=proposals`)
  expect(threads.map(({ id }) => id)).not.toContain(8003)
})

test('process and party narrow the threads as they narrow the rounds', async () => {
  const { threads = [] } = await drawn(`${year}&party=3&lanes=proposals`)
  expect(threads.map(({ id }) => id)).toEqual([1009])
})

test('without scripts the same threads stand under the table', async () => {
  const address = `/?${talks}&${year}&lanes=proposals`
  const { text } = await visit.get(address)
  const listed = [...text.matchAll(/<tr id="proposal-(\d+)"/g)].map(([, id]) => Number(id))
  const { threads = [] } = await drawn(`${talks}&${year}&lanes=proposals`)
  expect(listed).toEqual(threads.map(({ id }) => id))
  for (const { steps } of threads)
    for (const { shape } of steps) expect(text).toContain(`data-shape="${shape}"`)
  const plain = await visit.get(`/?${talks}`)
  expect(plain.text).not.toContain('<tr id="proposal-')
  expect(plain.text).toContain('<input type="checkbox" name="lanes" value="proposals">')
})

test('what the page leads to keeps its lanes, and the script is told the day', async () => {
  const { text } = await visit.get(`/?${talks}&lanes=proposals&known=2025-09-01`)
  expect(text).toContain('<input type="hidden" name="lanes" value="proposals">')
  expect(text).toMatch(/data-query="[^"]*lanes=proposals[^"]*known=2025-09-01"/)
  expect(text).toMatch(/class="chip" href="\/\?lanes=proposals&amp;known=2025-09-01"/)
})

test('a round says how many of its fields are disputed', async () => {
  const items = roundsOf(await reply(`${talks}&${year}`))
  const { count } = await db
    .selectFrom('field_status')
    .where('round_id', '=', 1001)
    .where('status', '=', 'disputed')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBeGreaterThan(0)
  expect(items.find(({ id }) => id === 1001)?.disputed).toBe(count)
})

test('lanes that there are not get a sentence', async () => {
  for (const path of ['/?lanes=rounds', '/timeline.json?lanes=x']) {
    const { status, text } = await visit.get(path)
    expect(status).toBe(400)
    expect(text).toContain('There are no lanes named')
  }
})

test('commitments are drawn with what was reported on them and when they are due', async () => {
  const { commitments } = await reply(`${talks}&${year}&lanes=commitments&known=2025-12-01`)
  const shapes = commitments?.threads.map(({ kind, steps }) =>
    [kind, ...steps.map(({ shape }) => shape)].join(' '),
  )
  expect(shapes).toContain('commitment made delivered')
  const promised = commitments?.threads.find(({ id }) => id === 1001)
  expect(promised).toMatchObject({ kind: 'commitment', steps: [{ shape: 'made', label: 'promised' }, {}] })
  expect(promised?.standing).toMatch(/reported/)
})

test('a commitment is found by the day it was made, of a report on it, or on which it is due', async () => {
  const ids = async (from: string, to: string) => {
    const { commitments } = await reply(`from=${from}&to=${to}&lanes=commitments`)
    return commitments?.threads.map(({ id }) => id) ?? []
  }
  const rows = await db
    .selectFrom('follow_up')
    .innerJoin('commitment', 'commitment.id', 'commitment_id')
    .where('follow_up.withdrawn', 'is', null)
    .where('follow_up.date_earliest', '>', -100_000)
    .select(['commitment_id', 'follow_up.date_earliest'])
    .limit(5)
    .execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const { commitment_id, date_earliest } of rows) {
    const day = isoDate(date_earliest ?? 0)
    expect(await ids(day, day)).toContain(commitment_id)
  }
  expect(await ids('1700', '1800')).toEqual([])
})

test('what changes in the record changes in the lanes', async () => {
  const titles = async () =>
    (await drawn(`${talks}&${year}&lanes=proposals`)).threads?.map(({ id }) => id) ?? []
  expect(await titles()).toContain(1006)
  const editor = await signedIn('editor')
  await send(editor, '/proposals/1006/withdraw', { reason: 'A test of the lanes.' })
  expect(await titles()).not.toContain(1006)
})

test('folded lanes are a head with their number, in the reply, in the drawing and in the form without scripts', async () => {
  const query = `${talks}&${year}&lanes=proposals&lanes=commitments`
  const { proposals, commitments } = await reply(`${query}&fold=proposals`)
  const unfolded = (await reply(query)).proposals
  expect(unfolded?.threads.length).toBeGreaterThan(3)
  expect(proposals).toEqual({ isOpen: false, threads: [], more: unfolded?.threads.length, bins: null })
  expect(commitments?.isOpen).toBe(true)
  const { text } = await visit.get(`/?${query}&fold=proposals`)
  expect(text).toContain('<input type="checkbox" name="fold" value="proposals" checked> Proposals, folded')
  expect(text).toContain('<input type="checkbox" name="fold" value="commitments"> Commitments, folded')
  const { text: drawing } = await visit.get(`/timeline.svg?${query}&fold=proposals`)
  expect(drawing).toContain('>Proposals</text>')
  expect(drawing).not.toContain(unfolded?.threads[0]?.title.slice(0, 8))
})

test('what is folded but not shown is forgotten', async () => {
  const { text } = await visit.get(`/?${talks}&fold=proposals&lanes=commitments`)
  expect(text).toMatch(/data-query="[^"]*lanes=commitments"/)
  expect((await visit.get('/?fold=rounds')).status).toBe(400)
})
