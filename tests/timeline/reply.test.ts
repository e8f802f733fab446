import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { roundsOf } from '../../src/client/timeline/rounds.ts'
import { binOf, startOf } from '../../src/kernel/calendar.ts'
import { isoDate } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { unpack } from '../../src/kernel/unpack.ts'
import type { Reply } from '../../src/timeline/reply.ts'
import { house } from '../house.ts'

const { visit, origin, db } = await house(join(ROOT, 'data'))
const century = 'from=1940-01-01&to=2026-12-31'

async function reply(query: string): Promise<Reply> {
  const answer = await visit.get(`/timeline.json?${query}`)
  expect(answer.status, answer.text).toBe(200)
  return JSON.parse(answer.text)
}

test('a window with few rounds is told round by round, one with many bin by bin', async () => {
  const near = await reply('from=2025-05-01&to=2025-08-31')
  expect(near.mode).toBe('items')
  expect(near.bins).toBeNull()
  const istanbul = roundsOf(near).find(({ id }) => id === 1001)
  expect(istanbul).toMatchObject({
    label: 'Istanbul 3',
    date: '2025-07-23',
    lane: expect.stringMatching(/^track /),
  })
  expect(istanbul?.venue).toContain('Çırağan')
  const far = await reply(century)
  expect(far.mode).toBe('bins')
  expect(far.rounds).toBeNull()
})

test('the bins hold every round of the window once, in its lane and its days', async () => {
  const far = await reply('from=1940-01-01&to=2026-12-31')
  const rounds = await db
    .selectFrom('round')
    .innerJoin('track', 'track.id', 'track_id')
    .where('round.withdrawn', 'is', null)
    .where('date_latest', '>=', far.first)
    .where('date_earliest', '<=', far.last)
    .select(['process_id', 'date_earliest'])
    .execute()
  expect(far.more).toBe(0)
  far.lanes.forEach(({ process }, nth) => {
    const bins = unpack(far.bins?.[nth] ?? [], binOf(far.unit, far.first))
    const own = rounds.filter(({ process_id }) => process_id === process)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
    for (const { bin, count } of bins) {
      const isIn = (day: number) => day >= startOf(far.unit, bin) && day < startOf(far.unit, bin + 1)
      expect(own.filter(({ date_earliest }) => isIn(date_earliest))).toHaveLength(count)
    }
  })
})

test('what is disputed or only announced is flagged in its bin', async () => {
  const flagsOf = ({ bins, unit, first }: Reply) =>
    (bins ?? []).flatMap((packed) => unpack(packed, binOf(unit, first)).map(({ flags }) => flags))
  const every = flagsOf(await reply(century))
  expect(every).toContain(1)
  expect(every.some((flags) => flags & 2)).toBe(true)
  expect(new Set(flagsOf(await reply(`${century}&evidence=disputed`)).map((flags) => flags & 1))).toEqual(
    new Set([1]),
  )
})

test('a reply stays small and reaches beyond the window, by half when it holds rounds, by a whole one when bins', async () => {
  for (const [query, sides] of [
    ['from=2025-01-01&to=2025-12-31', 0.5],
    [century, 1],
  ] as const) {
    const text = (await visit.get(`/timeline.json?${query}`)).text
    expect(gzipSync(text).length).toBeLessThan(4096)
    const { first, last } = JSON.parse(text)
    const [from, to] = query.match(/\d{4}-\d\d-\d\d/g) ?? []
    const span = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000
    expect((last - first) / span).toBeCloseTo(1 + 2 * sides, 0)
  }
})

test('rounds that are drawn already give way to bins later than they came', async () => {
  const modes = async (from: number) => {
    const query = `from=${from}-01-01&to=2026-12-31&open=none&px=1000`
    return [await reply(query), await reply(`${query}&drawn=1`)].map(({ mode }) => mode).join()
  }
  const found = await Promise.all(Array.from({ length: 24 }, (_, nth) => modes(2002 + nth)))
  expect(new Set(found)).toEqual(new Set(['bins,bins', 'bins,items', 'items,items']))
})

test('windows that differ by less than a bin are one question, and a browser that has the answer is told so', async () => {
  const ask = (query: string, tag = '') =>
    fetch(`${origin}/timeline.json?${query}`, {
      headers: { 'cache-control': 'max-age=0', ...(tag && { 'if-none-match': tag }) },
    })
  const one = await ask('from=1950-01-03&to=2020-12-29')
  const tag = one.headers.get('etag') ?? ''
  expect(one.headers.get('cache-control')).toContain('private')
  expect((await ask('from=1950-01-02&to=2020-12-30', tag)).status).toBe(304)
  expect((await ask('from=1951-02-02&to=2020-12-30', tag)).status).toBe(200)
  expect((await ask('from=1950-01-03&to=2020-12-29&evidence=disputed', tag)).status).toBe(200)
})

test('far years are told as well as near ones', async () => {
  for (const span of [
    ['1640', '1650'],
    ['-0060', '-0040'],
    ['Y12000', 'Y12010'],
    ['-9999', '9999'],
  ] as const) {
    const { first, last } = await reply(`from=${span[0]}&to=${span[1]}`)
    expect(first).toBeLessThan(last)
  }
  const westphalia = await reply('from=1640&to=1650&open=none')
  expect(westphalia.lanes.map(({ title }) => title)).toEqual(['Congress of Westphalia'])
  expect(isoDate(westphalia.first)).toMatch(/^16/)
})

test('negotiations are hidden, put first and opened by their numbers', async () => {
  const plain = await reply(`${century}&open=none`)
  const [one, other] = plain.lanes.map(({ process }) => process)
  const laid = await reply(`${century}&hide=${one}&order=${plain.lanes.at(-1)?.process}&open=${other}`)
  expect(laid.lanes.map(({ process }) => process)).not.toContain(one)
  expect(laid.lanes[0]?.process).toBe(plain.lanes.at(-1)?.process)
  expect(laid.lanes.filter(({ id }) => id.startsWith('track')).map(({ process }) => process)).toContain(other)
  expect((await visit.get('/timeline.json?open=everything')).status).toBe(400)
})

test('the hours of a session are told where somebody recorded them, and only close by', async () => {
  const close = roundsOf(await reply('from=2025-07-23&to=2025-07-24')).find(({ id }) => id === 1001)
  const whole = close?.clock?.find(({ title }) => title === '')
  expect(whole?.words).toContain('20:37')
  expect(whole?.offset).toBe(180)
  expect(((whole?.from ?? 0) % 1440) / 60).toBeCloseTo(17 + 37 / 60)
  expect(roundsOf(await reply('from=2025-07-01&to=2025-07-31'))[0]?.clock).toBeNull()
})

test('the page carries the first reply, so that nothing has to be fetched for it', async () => {
  const { text } = await visit.get('/')
  const given = /data-reply="([^"]*)"/.exec(text)?.[1] ?? ''
  expect(gzipSync(given).length).toBeLessThan(2048)
  const json = given.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  expect(JSON.parse(json)).toMatchObject({ mode: expect.any(String), lanes: expect.any(Array) })
})
