import { beforeAll, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import type { Author } from '../../src/kernel/author.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { claimRecord, readingRecord } from '../../src/sources/fields.ts'
import { house, type OpenHouse, stillClock } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { claimsShown } from './reading.ts'

const analyst: Author = { account_id: null, who: 'Ada', clock: stillClock }
let parley: OpenHouse

/** A claim on round 2 by a speaker of its own. */
function claim(number: number, value: string, besides: object = {}) {
  return {
    record: 'round',
    record_id: 2,
    field: 'result',
    affirms: 1,
    value,
    asserter: `Speaker ${number}`,
    asserted: '2024-04-04',
    source_id: 1,
    ...besides,
  }
}

beforeAll(async () => {
  parley = await house()
})

test('a field with many claims is shown fifty at a time, and leaves whole', async () => {
  await recording(parley.db, async (db) => {
    await changeRecord(db, analyst, roundRecord, 2, { result: 'Answer 1' })
    for (let number = 1; number <= 230; number += 1)
      await createRecord(db, analyst, claimRecord, claim(number, `Answer ${number % 40}`))
  })
  const path = '/rounds/2/evidence/result'
  const first = await parley.visit.get(path)
  expect(claimsShown(first.text)).toHaveLength(50)
  expect(first.text).toContain(`href="${path}?page=2"`)
  const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => parley.visit.get(`${path}?page=${page}`)))
  const shown = pages.flatMap(({ text }) => claimsShown(text))
  expect(new Set(shown).size).toBe(shown.length)
  const rows = JSON.parse((await parley.visit.get(`${path}.json`)).text)
  expect(rows.map(({ id }: { id: number }) => id)).toEqual(shown)
  const words = wordsOf(first.text)
  expect(words).toMatch(/further answers among the claims/)
  expect(words).toMatch(/further ways in the download|The same as a list/)
  expect(first.text).toContain(`href="${path}?history=2"`)
})

test('a place on another page shows a few of them, and the way to all', async () => {
  const { text } = await parley.visit.get('/rounds/2')
  expect(text).toMatch(/All 2\d\d claims, and how it was decided/)
  const [details = ''] =
    /<details class="evidence"(?:(?!<\/details>)[\s\S])*Speaker 1<[\s\S]*?<\/details>/.exec(text) ?? []
  expect(details.match(/<li class="claim">/g)).toHaveLength(5)
})

test('what was changed and withdrawn is told, with who and why', async () => {
  const id = await recording(parley.db, (db) =>
    createRecord(db, analyst, claimRecord, claim(300, 'A pause', { field: 'language' })),
  )
  await recording(parley.db, (db) => changeRecord(db, analyst, claimRecord, id, { value: 'A break' }))
  await recording(parley.db, (db) => changeRecord(db, analyst, roundRecord, 2, { language: 'Torlandic' }))
  await recording(parley.db, async (db) => {
    const fields = {
      record: 'round',
      record_id: 2,
      field: 'language',
      rule: 'single' as const,
      reason: 'The one account.',
    }
    await createRecord(db, analyst, readingRecord, { ...fields, decided_by: 'Ada', decided: '2024-07-01' })
  })
  await recording(parley.db, (db) => withdrawRecord(db, analyst, claimRecord, id, 'Entered twice.'))
  const words = wordsOf((await parley.visit.get('/rounds/2/evidence/language')).text)
  expect(words).toMatch(
    new RegExp(
      `Claim ${id} withdrawn Entered twice\\. Ada.*Editors’ reading \\d+ entered: single\\. The one account\\..*Language of the talks.*Torlandic.*Claim ${id} changed: Value: A pause → A break.*Claim ${id} entered: A pause`,
    ),
  )
  expect(words).toContain('The editors: the one account there is. The one account.')
})

test('a claim that its source took back stays, marked, with its day, and no longer counts', async () => {
  await recording(parley.db, (db) =>
    createRecord(
      db,
      analyst,
      claimRecord,
      claim(400, 'Taken', { field: 'format', value: 'summit', taken: 'retracted', taken_on: '2024-05-01' }),
    ),
  )
  const words = wordsOf((await parley.visit.get('/rounds/2/evidence/format')).text)
  expect(words).toContain('retracted by the source on 1 May 2024 ; it no longer counts')
  expect(words).toMatch(/no claim/)
  const then = wordsOf((await parley.visit.get('/rounds/2/evidence/format?known=2024-04-20')).text)
  expect(then).not.toContain('retracted')
  const [row] = JSON.parse((await parley.visit.get('/rounds/2/evidence/format.json?known=2024-04-20')).text)
  expect(row).toMatchObject({ taken: null, taken_on: null })
  const since = wordsOf((await parley.visit.get('/since?known=2024-04-20&round=2')).text)
  expect(since).toMatch(/1 May 2024 taken back by its source .*Format/)
})

test('a withdrawn record is gone, with its reason; so is what belongs to it', async () => {
  await recording(parley.db, (db) => withdrawRecord(db, analyst, roundRecord, 2, 'Counted twice.'))
  for (const path of ['/rounds/2/evidence', '/rounds/2/evidence/date', '/rounds/2/evidence.csv']) {
    const { status, text } = await parley.visit.get(path)
    expect(status).toBe(410)
    expect(text).toContain('Counted twice.')
  }
  const { id } = await parley.db
    .selectFrom('delegation')
    .select('id')
    .where('round_id', '=', 2)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  expect((await parley.visit.get(`/delegations/${id}/evidence`)).status).toBe(410)
})
