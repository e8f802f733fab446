import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { processRecord, trackRecord } from '../../src/processes/fields.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { offeredProcesses } from '../../src/rounds/offered.ts'
import { house, type OpenHouse } from '../house.ts'
import { somebody } from '../record/folders.ts'

/** One more than a list offers has no round, and so is left out of it. */
const MANY = 101
const slug = (nth: number) => `talks-${nth}`
let open: OpenHouse
const tracks: number[] = []

beforeAll(async () => {
  open = await house(join(ROOT, 'tests/data'))
  await recording(open.db, async (db) => {
    for (let nth = 1; nth <= MANY; nth++) {
      const title = `Talks of ${String(nth).padStart(3, '0')}`
      const about = { slug: slug(nth), title, date: '2024', status: 'ongoing' as const }
      const process_id = await createRecord(db, somebody, processRecord, about)
      const track = await createRecord(db, somebody, trackRecord, { process_id, title, level: '1' })
      tracks.push(track)
      const round = { track_id: track, title, date: '2024-05-01', status: 'held' as const }
      if (nth < MANY) await createRecord(db, somebody, roundRecord, round)
    }
  })
})

test('of very many processes those with the most rounds are offered, those in force too, and a way to all', async () => {
  const asked = { on: 'disputes', chosen: [slug(MANY)] }
  const { options, more = '' } = await offeredProcesses(open.db, asked)
  expect(options).toHaveLength(101)
  expect(options.map(([, title]) => title)).toContain(`Talks of ${MANY}`)
  expect(options.map(([, title]) => title)).toEqual(
    options.map(([, title]) => title).toSorted(new Intl.Collator('en').compare),
  )
  const all = await open.visit.get(more)
  expect(all.status).toBe(200)
  expect(all.text).toContain(`href="/disputes?process=${slug(MANY)}&amp;process=${slug(1)}"`)
})

test.each(['/disputes', '/proposals', '/commitments', '/changes', '/compare'])(
  'the filter of %s leads to all of them by name, and back',
  async (path) => {
    const page = await open.visit.get(path)
    const on = path.slice(1)
    expect(page.text).toContain(`href="/rounds/facets/process?on=${on}"`)
    const all = await open.visit.get(`/rounds/facets/process?on=${on}&named=talks`)
    expect(all.text).toContain(`href="${path}?process=${slug(100)}"`)
    expect((await open.visit.get(`${path}?process=${slug(100)}`)).status).toBe(200)
  },
)

test('a round keeps its track where that is not offered, and another is found by name', async () => {
  const analyst = await open.signedIn('analyst')
  const last = tracks.at(-1) ?? 0
  const offered = await analyst.get('/rounds/new')
  expect(offered.text).not.toContain(`<option value="${last}"`)
  expect(offered.text).toContain('href="/rounds/facets/track?on=new"')
  expect((await analyst.get(`/rounds/new?track=${last}`)).text).toContain(`<option value="${last}" selected>`)
  expect((await analyst.get('/rounds/facets/track?on=new')).text).toContain(
    `href="/rounds/new?track=${tracks[0]}"`,
  )
})

test('what is offered follows the record', async () => {
  const titles = async () =>
    (await offeredProcesses(open.db, { on: 'disputes', chosen: [] })).options.map(([, title]) => title)
  expect(await titles()).toContain('Talks of 001')
  await recording(open.db, async (db) => {
    const { id } = await db
      .selectFrom('round')
      .select('id')
      .where('track_id', '=', tracks[0] ?? 0)
      .executeTakeFirstOrThrow()
    await withdrawRecord(db, somebody, roundRecord, id, 'It was not held.')
  })
  expect(await titles()).not.toContain('Talks of 001')
})
