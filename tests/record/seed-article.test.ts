import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { claimsWithIds } from '../../src/sources/claim-reads.ts'
import { evidencePath } from '../../src/sources/paths.ts'
import { house, type OpenHouse } from '../house.ts'

/* One news article of 23 July 2025, and the five other accounts that contradict it. */
const ROUND = 1001
const ARTICLE = 1001

let parley: OpenHouse
let roundPage = ''
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
  roundPage = (await parley.visit.get(`/rounds/${ROUND}`)).text
}, 60_000)

async function articleClaims() {
  const rows = await parley.db
    .selectFrom('claim')
    .select('id')
    .where('source_id', '=', ARTICLE)
    .where('locator', 'is not', null)
    .where('withdrawn', 'is', null)
    .execute()
  return claimsWithIds(
    parley.db,
    rows.map(({ id }) => id),
  )
}

function countOf(pattern: RegExp): number {
  return [...roundPage.matchAll(pattern)].length
}

describe('the article gives', () => {
  test('one round of three or more sessions and two delegations', () => {
    expect(countOf(/<li class="session"/g)).toBeGreaterThanOrEqual(3)
    expect(countOf(/<section class="side /g)).toBe(2)
  })

  test('four or more proposals, two documents and two or more commitments', async () => {
    expect(countOf(/<li class="thread"/g)).toBeGreaterThanOrEqual(4)
    const documents = roundPage.slice(roundPage.indexOf('id="documents"'), roundPage.indexOf('id="checks"'))
    expect([...documents.matchAll(/<li class="outcome"/g)]).toHaveLength(2)
    const subjects = (await articleClaims()).map(({ record, record_id }) => `${record} ${record_id}`)
    const about = (record: string) => new Set(subjects.filter((one) => one.startsWith(`${record} `))).size
    expect(about('document')).toBeGreaterThanOrEqual(2)
    expect(countOf(/href="\/commitments\/\d+"/g)).toBeGreaterThanOrEqual(2)
  })

  test('seventeen or more claims with locators, each reached from the page of its field and from that of the source', async () => {
    const claims = await articleClaims()
    expect(claims.length).toBeGreaterThanOrEqual(17)
    const source = (await parley.visit.get(`/sources/${ARTICLE}`)).text
    for (const { id, record, record_id, field } of claims) {
      expect([id, source.includes(`id="claim-${id}"`)]).toEqual([id, true])
      const path = evidencePath(record, record_id, field)
      const evidence = await parley.visit.get(path)
      expect([path, evidence.status]).toEqual([path, 200])
      expect([id, evidence.text.includes(`/sources/${ARTICLE}?claim=${id}#claim-${id}"`)]).toEqual([id, true])
    }
  })

  test('three words of its own that do not fit, each flagged on the round and where all claims on it stand', async () => {
    for (const [words, path] of [
      ['“Tuesday” is printed; 23 July 2025 was a Wednesday.', '/rounds/1001/evidence/date'],
      ['The record has the office as held: “President of the United States”.', '/offices/11/evidence/title'],
      [
        'The headline says “Agree”; the text of the same source says “preliminary agreement”',
        '/outcomes/1002/evidence/wording',
      ],
    ])
      expect([words, (await parley.visit.get(path ?? '')).text.includes(words ?? '')]).toEqual([words, true])
    const source = (await parley.visit.get(`/sources/${ARTICLE}`)).text
    for (const words of [
      '“Tuesday” is printed',
      'The record has the office as held',
      'The headline says “Agree”',
    ])
      expect([words, source.includes(words)]).toEqual([words, true])
    expect(roundPage).toContain('“Tuesday” is printed')
    expect(roundPage).toContain('The headline says “Agree”')
  })
})

test('what others report and the article does not is listed on the round', () => {
  const elsewhere = roundPage.slice(roundPage.indexOf('id="elsewhere"'), roundPage.indexOf('id="day"'))
  expect(elsewhere).toContain('>azerbaijan.us</a>, which says most of this round')
  for (const [field, words] of [
    ['/rounds/1001/evidence/planned_start', '19:00'],
    ['/rounds/1001/evidence/end_time', 'about 21:16'],
    ['/commitments/1001/evidence/quantity', 'at least 1200'],
  ])
    expect(elsewhere.replace(/\s+/g, ' ')).toMatch(new RegExp(`href="${field}".{0,900}${words}`))
  expect(elsewhere).not.toContain('href="/rounds/1001/evidence/start_time"')
})

async function status(record: string, record_id: number, field: string) {
  return parley.db
    .selectFrom('field_status')
    .select(['status', 'origins', 'claims'])
    .where('record', '=', record)
    .where('record_id', '=', record_id)
    .where('field', '=', field)
    .executeTakeFirst()
}

describe('with the rival accounts', () => {
  test.each([
    ['civilians in the exchange', 'outcome', 1002, 'wording'],
    ['who met before the session', 'session', 1002, 'participants'],
    ['how long it lasted', 'round', 1001, 'duration_minutes'],
    ['the working groups', 'outcome', 1006, 'wording'],
    ['who wanted Trump in the room', 'proposal', 1009, 'proposer_id'],
  ])('%s is disputed', async (_what, record, id, field) => {
    expect((await status(record, id, field))?.status).toBe('disputed')
  })

  test('civilians are told of by four voices, and the reading was overwritten by none', () => {
    const from = roundPage.slice(roundPage.indexOf('Civilians in the exchange: Wording'))
    const row = from.slice(0, from.indexOf('</tr>'))
    expect(row).not.toContain('No account found')
    for (const voice of ['Russian Federation', 'Ukraine', 'Türkiye', 'Unnamed sources and outlets'])
      expect(row).toContain(`data-label="${voice}"`)
  })

  test('whatever TASS and its sources say, through whatever outlet, is one origin', async () => {
    const whole = await status('session', 1002, 'participants')
    const { rows } = {
      rows: await parley.db
        .selectFrom('claim')
        .innerJoin('source', 'source.id', 'claim.source_id')
        .select(['claim.id', 'source.publisher'])
        .where('record', '=', 'session')
        .where('record_id', '=', 1002)
        .where('field', '=', 'participants')
        .execute(),
    }
    expect(new Set(rows.map(({ publisher }) => publisher))).toEqual(
      new Set(['azerbaijan.us', 'TASS', 'Ukrainska Pravda', 'Kyiv Independent']),
    )
    expect(whole?.origins).toBe(3)
  })

  test('the summit proposal has lapsed once its day is past, and the working groups are unanswered for 125 days', async () => {
    const read = async (path: string) =>
      (await parley.visit.get(path)).text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
    expect(await read('/proposals/1?known=2025-08-31')).not.toMatch(/lapsed/i)
    expect(await read('/proposals/1?known=2025-09-01')).toMatch(/lapsed/i)
    expect(await read('/proposals/1006?known=2025-11-25')).toMatch(/No answer for 125 days/)
  })

  test('nothing was known of the meeting before it took place, whatever month a claim gives', async () => {
    for (const known of ['2025-07-20', '2025-07-22']) {
      expect([known, (await parley.visit.get(`/rounds/1001?known=${known}`)).status]).toEqual([known, 404])
      expect((await parley.visit.get(`/rounds.csv?known=${known}`)).text).not.toContain(
        'Istanbul, 23 July 2025',
      )
    }
    const rows = JSON.parse((await parley.visit.get('/proposals.json?known=2025-06-01')).text) as Array<{
      id: number
      state: string
    }>
    expect(rows.filter(({ id, state }) => id <= 2 && state === 'rejected')).toEqual([])
    const brest = (await parley.visit.get('/proposals/2001?known=2022-03-08')).text
    expect(brest).not.toContain('Pripyat')
  })

  test('as known on 24 July, the venue and the length stand, and what was agreed on civilians has no word of the 25th', async () => {
    const { text } = await parley.visit.get('/rounds/1001?known=2025-07-24')
    expect(text).toContain('Çırağan Palace, Istanbul')
    expect(text).toMatch(/<dt>Length<\/dt>[\s\S]{0,80}about 40 minutes/)
    expect(text).not.toContain('25 July 2025')
  })

  test('the exchange has at least 1,200 promised, and 146 and 185 reported', async () => {
    for (const id of [1001, 1002]) {
      const { text } = await parley.visit.get(`/commitments/${id}`)
      for (const words of ['at least 1,200', '146', '185', 'at least 869'])
        expect([id, text]).toEqual([id, expect.stringContaining(words)])
    }
  })
})
