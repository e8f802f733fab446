import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { claimsShown } from './reading.ts'

const THAT_DAY = dayNumber({ year: 2025, month: 7, day: 24 })
let parley: OpenHouse
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
}, 60_000)

async function rowsAt(path: string): Promise<Array<Record<string, unknown>>> {
  return JSON.parse((await parley.visit.get(path)).text)
}

/** The claims on the round and all its parts, and whether each was known on that day. */
async function claimsOfRound() {
  const { rows } = await sql<{
    id: number
    record: string
    record_id: number
    field: string | null
    later: number
  }>`
    select claim.id, claim.record, claim.record_id, claim.field, coalesce(known.day > ${THAT_DAY}, 0) as later
    from claim left join first_known known on known.record = 'claim' and known.record_id = claim.id and known.field = ''
    where claim.withdrawn is null and (claim.record, claim.record_id) in
      (select record, record_id from field_step where round_id = 1001)
    order by claim.id`.execute(parley.db)
  return rows
}

describe('as known on 24 July 2025', () => {
  test('each later claim is hidden in page, CSV and JSON alike, and no other', async () => {
    const claims = await claimsOfRound()
    expect(claims.filter(({ later }) => later).length).toBeGreaterThan(10)
    const known = claims.filter(({ later }) => !later).map(({ id }) => id)
    const json = await rowsAt('/rounds/1001/evidence.json?known=2025-07-24')
    expect(json.map(({ id }) => Number(id)).sort()).toEqual([...known].sort())
    const csv = (await parley.visit.get('/rounds/1001/evidence.csv?known=2025-07-24')).text
    expect([...csv.matchAll(/^(\d+),[a-z_]+,\d+,/gm)].map(([, id]) => Number(id)).sort()).toEqual(
      [...known].sort(),
    )
    for (const field of new Set(
      claims.map(({ record, record_id, field }) => `${record} ${record_id} ${field ?? ''}`),
    )) {
      const [record = '', id = '', name = ''] = field.split(' ')
      const own = claims.filter(
        (one) => one.record === record && String(one.record_id) === id && (name === '' || one.field === name),
      )
      if (own.every(({ later }) => !later)) continue
      const kind = `${record.replaceAll('_', '-')}s`
      const { text } = await parley.visit.get(
        `/${kind}/${id}/evidence${name ? `/${name}` : ''}?known=2025-07-24`,
      )
      expect(claimsShown(text).sort()).toEqual(own.flatMap(({ id, later }) => (later ? [] : [id])).sort())
    }
  })

  test('what is hidden is counted, and a claim that may be later says so', async () => {
    const words = wordsOf((await parley.visit.get('/outcomes/1002/evidence/wording?known=2025-07-24')).text)
    expect(words).toContain('1 later claim hidden')
    expect(words).toContain('9 claims, earliest first')
    expect(words).toMatch(/between 23 and 27 July 2025 may be later/)
  })

  test('no word of the editors tells of what came later', async () => {
    const { text } = await parley.visit.get('/outcomes/1006/evidence/wording?known=2025-07-24')
    expect(text).not.toMatch(/Lavrov|no formal reply|never had a formal reply/)
    expect(wordsOf(text)).toContain('The editors’ reading rests on later claims.')
    const rows = await rowsAt('/outcomes/1006/evidence/wording.json?known=2025-07-24')
    expect(rows.every(({ reason }) => reason === null)).toBe(true)
  })

  test('a record first known later is not there yet', async () => {
    const { status, text } = await parley.visit.get('/follow-ups/3/evidence?known=2025-07-24')
    expect(status).toBe(404)
    expect(text).toMatch(/was not yet known on 24 July 2025|There is no follow up 3/)
  })

  test('the status is that of the day', async () => {
    const today = await rowsAt('/outcomes/1005/evidence/wording.json')
    const then = await rowsAt('/outcomes/1005/evidence/wording.json?known=2025-07-24')
    expect(new Set(today.map(({ status }) => status))).toEqual(new Set(['disputed']))
    expect(new Set(then.map(({ status }) => status))).toEqual(new Set(['single']))
  })
})

describe('what changed since', () => {
  test('without a day, a sentence says what to add', async () => {
    const { status, text } = await parley.visit.get('/since')
    expect(status).toBe(400)
    expect(text).toContain('Known must be given')
  })

  test('every later claim on the round and its parts is listed, in the order of the days', async () => {
    const later = (await claimsOfRound()).filter((claim) => claim.later).map(({ id }) => id)
    const rows = await rowsAt('/since.json?known=2025-07-24&round=1001')
    expect(rows.map(({ id }) => Number(id)).sort()).toEqual(later.sort())
    const days = rows.map(({ day }) => String(day))
    expect(days).toEqual([...days].sort())
    expect(days[0]).toBe('2025-07-25')
  })

  test('a status that changed is shown then and now', async () => {
    const words = wordsOf((await parley.visit.get('/since?known=2025-07-24&round=1001')).text)
    expect(words).toMatch(
      /A leaders' meeting, in principle: Wording .*Single source 2 claims from 1 origin Disputed 5 claims/,
    )
    expect(words).toMatch(/20 civilians: As a whole .*not known Single source/)
  })

  test('its links lead to today, where the later claims are', async () => {
    const { text } = await parley.visit.get('/since?known=2025-07-24&round=1001')
    expect(text).toContain('<a href="/outcomes/1005/evidence/wording" data-today>')
  })

  test('it can be asked of a process, and of the whole record', async () => {
    const { slug } = await parley.db
      .selectFrom('process')
      .innerJoin('track', 'track.process_id', 'process.id')
      .innerJoin('round', 'round.track_id', 'track.id')
      .where('round.id', '=', 1001)
      .select('slug')
      .executeTakeFirstOrThrow()
    const ofRound = await rowsAt('/since.json?known=2025-07-24&round=1001')
    const ofProcess = await rowsAt(`/since.json?known=2025-07-24&process=${slug}`)
    const ofAll = await rowsAt('/since.json?known=2025-07-24')
    expect(ofRound.length).toBeLessThan(ofProcess.length)
    expect(ofProcess.length).toBeLessThan(ofAll.length)
    const all = new Set(ofAll.map(({ id }) => id))
    expect(ofProcess.every(({ id }) => all.has(id))).toBe(true)
  })

  test('an unknown name, round or process gets a sentence', async () => {
    for (const [query, status] of [
      ['colour=red', 400],
      ['round=999999', 404],
      ['process=atlantis', 404],
      ['round=1001&process=dayton', 400],
      ['page=0', 400],
    ] as const)
      expect((await parley.visit.get(`/since?known=2025-07-24&${query}`)).status).toBe(status)
  })
})
