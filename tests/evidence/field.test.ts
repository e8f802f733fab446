import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordNamed } from '../../src/catalogue/records.ts'
import { rowsAmong } from '../../src/catalogue/rows.ts'
import { subjectKinds } from '../../src/evidence/setting-reads.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { evidencePath, pathOfKind } from '../../src/sources/paths.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { claimsShown } from './reading.ts'

let parley: OpenHouse
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
}, 60_000)

async function read(path: string): Promise<string> {
  const { status, text } = await parley.visit.get(path)
  expect(`${status} ${path}`).toBe(`200 ${path}`)
  return text
}

describe('on civilians in the exchange', () => {
  const path = '/outcomes/1002/evidence/wording'

  test('four voices are against one another, and nothing is overwritten', async () => {
    const words = wordsOf(await read(path))
    expect(words).toMatch(/Disputed.*What some affirm, others deny/)
    expect(words).toMatch(/RUS the Russian side.*Agreed: civilians are to be exchanged as well/)
    expect(words).toMatch(/UKR Sergiy Kyslytsya.*Denies: Civilians and children are part of the exchanges/)
    expect(words).toMatch(/TUR Hakan Fidan.*New steps for the return of civilians/)
    expect(words).toMatch(/\? the source.*Being planned: an exchange of civilian detainees/)
  })

  test('the editors say what they made of it, why, when, and what would settle it', async () => {
    const words = wordsOf(await read(path))
    expect(words).toContain('The editors: no common reading. What two sides say cannot all be true.')
    expect(words).toContain('Parley editors, 25 November 2026')
    expect(words).toContain('What would settle it A named speaker on each side')
  })

  test('every claim is there, earliest first, each with the way to its place in the source', async () => {
    const text = await read(path)
    const ids = claimsShown(text)
    const claims = await parley.db
      .selectFrom('claim')
      .select(['id', 'source_id', 'asserted_earliest'])
      .where('record', '=', 'outcome')
      .where('record_id', '=', 1002)
      .where('field', '=', 'wording')
      .execute()
    expect([...ids].sort()).toEqual(claims.map(({ id }) => id).sort())
    const days = ids.map((id) => claims.find((claim) => claim.id === id)?.asserted_earliest ?? 0)
    expect(days).toEqual([...days].sort((a, b) => a - b))
    for (const { id, source_id } of claims)
      expect(text).toContain(`href="/sources/${source_id}?claim=${id}#claim-${id}"`)
  })

  test('one article saying it three ways is warned of, and kept with a reason', async () => {
    expect(wordsOf(await read(path))).toMatch(
      /Check\. The headline says “Agree”.*Kept: The headline says agree, the text preliminary agreement/,
    )
  })

  test('what was reported afterwards stands apart', async () => {
    expect(wordsOf(await read(path))).toMatch(
      /reported afterwards.*24 August 2025 8 residents of the Kursk region/,
    )
  })

  test('the download has every column of the claims, their chains, and how the field reads', async () => {
    const { text } = await parley.visit.get(`${path}.json`)
    const rows = JSON.parse(text)
    expect(rows).toHaveLength(10)
    expect(rows.find(({ id }: { id: number }) => id === 1158)).toMatchObject({
      record: 'outcome',
      certainty: 'is being planned',
      locator: 'paragraph 4, quote',
      source: 'azerbaijan.us',
      chain: 'azerbaijan.us > TASS > a source',
      origin: 'TASS',
      status: 'disputed',
      rule: 'disputed',
    })
    expect(rows.find(({ id }: { id: number }) => id === 1165)).toMatchObject({
      affirms: 0,
      asserter_party: 'Ukraine',
      asserter_person: 'Sergiy Kyslytsya',
      origin: 'Sergiy Kyslytsya',
    })
    const csv = (await parley.visit.get(`${path}.csv`)).text
    expect(csv.split('\n')[0]).toMatch(
      /^id,record,record_id,field,affirms,value,.*,chain,origin,doubt,status,rule,reason$/,
    )
  })
})

test('outlets that carry one source of TASS are one origin', async () => {
  const text = await read('/outcomes/1002/evidence/wording')
  const ways = text.slice(
    text.indexOf('class="ways"'),
    text.indexOf('</details>', text.indexOf('class="ways"')),
  )
  const lines = [...ways.matchAll(/<ol class="chain">(.*?)<\/ol>/gs)].map(([, chain = '']) =>
    [...chain.matchAll(/<li[^>]*>([^<]+)/g)].map(([, name]) => name).join(' → '),
  )
  expect(lines).toContain('azerbaijan.us → TASS → Unnamed, heard by TASS')
  expect(text.match(/class="name"[^>]*>Unnamed, heard by TASS/g)).toHaveLength(1)
})

test('the lengths that collide are named, and the one that the editors follow', async () => {
  const words = wordsOf(await read('/rounds/1001/evidence/duration_minutes'))
  expect(words).toContain(
    'Three accounts cannot all be true: about 40 minutes; about 39 minutes; about 60 minutes.',
  )
  expect(words).toContain('They follow TASS: about 40 minutes')
  expect(words).toContain('5 claims from 5 origins')
})

test('two or three at the meeting before the session', async () => {
  const words = wordsOf(await read('/sessions/1002/evidence/participants'))
  expect(words).toContain(
    'Two accounts cannot both be true: Vladimir Medinsky and Rustem Umerov and Rustem Umerov, Hakan Fidan and Vladimir Medinsky.',
  )
})

test('the working groups: proposed, considered, agreed to work towards, denied', async () => {
  const words = wordsOf(await read('/outcomes/1006/evidence/wording'))
  expect(words).toContain('Disputed')
  for (const answer of [
    'Russia proposes three groups',
    'Ukraine will consider the groups',
    'agreed to work towards',
  ])
    expect(words).toContain(answer)
  expect(words).toMatch(/Denies: The working groups are agreed 2 origins: .*Sergey Lavrov/)
})

test('agreed and single are said in words', async () => {
  expect(wordsOf(await read('/rounds/1001/evidence/planned_start'))).toContain('Two origins, none against.')
  expect(wordsOf(await read('/rounds/1001/evidence/end_time'))).toMatch(/One origin/)
})

test('the history tells who entered what, and how the status went', async () => {
  const words = wordsOf(await read('/rounds/1001/evidence/duration_minutes'))
  expect(words).toMatch(/Status by day.*From 23 July 2025 Disputed/)
  expect(words).toMatch(/Editors’ reading 1003 entered: preferred\. About 40 minutes fits.*starter record/)
  expect(words).toContain('Length entered: about 40 minutes')
})

test('only who is signed in is shown the ways to add, correct, settle and revert', async () => {
  const path = '/rounds/1001/evidence/duration_minutes'
  const ways = /\/claims\/new|\/claims\/\d+\/(edit|withdraw)|\/readings\/new|\/revisions\/\d+\/revert/
  expect(await read(path)).not.toMatch(ways)
  const { text } = await (await parley.signedIn()).get(path)
  for (const href of [
    '/claims/new?record=round&amp;id=1001&amp;field=duration_minutes',
    '/readings/new?record=round&amp;id=1001&amp;field=duration_minutes',
    '/claims/1025/edit',
    '/claims/1025/withdraw',
  ])
    expect(text).toContain(`href="${href}"`)
  expect(text).toMatch(/href="\/revisions\/\d+\/revert"/)
})

describe('for every kind of record', () => {
  test.each(subjectKinds)(
    '%s has an evidence page, and one for each field that somebody speaks of',
    async (kind) => {
      const table = kind as 'round'
      const { id } = await parley.db
        .selectFrom(table)
        .select('id')
        .where('withdrawn', 'is', null)
        .orderBy('id')
        .executeTakeFirstOrThrow()
      const row = (await rowsAmong(parley.db, kind, [id])).get(id) ?? {}
      const field = Object.keys(recordNamed(kind)?.fields ?? {}).find(
        (name) => (row as Record<string, unknown>)[name],
      )
      await read(evidencePath(kind, id, null))
      await read(evidencePath(kind, id, field ?? ''))
      await read(`${evidencePath(kind, id, null)}.csv`)
      const claimed = await parley.db
        .selectFrom('field_status')
        .select(['record_id', 'field'])
        .where('record', '=', kind)
        .where('claims', '>', 0)
        .orderBy('record_id')
        .orderBy('field')
        .limit(2)
        .execute()
      for (const { record_id, field } of claimed) {
        const path = evidencePath(kind, record_id, field || null)
        expect(claimsShown(await read(path)).length).toBeGreaterThan(0)
      }
    },
  )

  test('what is not there is told in a sentence', async () => {
    for (const [path, sentence] of [
      ['/rumours/1/evidence', 'There is no such kind of record.'],
      ['/rounds/999999/evidence', 'There is no round 999999 in this record.'],
      ['/rounds/1001/evidence/mood', 'There is no field of a round mood in this record.'],
      ['/rounds/x/evidence', 'There is no such page.'],
    ] as const) {
      const { status, text } = await parley.visit.get(path)
      expect(status).toBe(404)
      expect(text).toContain(sentence)
    }
    expect((await parley.visit.get('/rounds/1001/evidence/date?colour=red')).status).toBe(400)
  })

  test('a process answers to its slug as well', async () => {
    const { id, slug } = await parley.db
      .selectFrom('process')
      .select(['id', 'slug'])
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const bySlug = await read(`/${pathOfKind('process')}/${slug}/evidence/date`)
    expect(wordsOf(bySlug)).toBe(wordsOf(await read(`/processes/${id}/evidence/date`)))
  })
})

test('a round shows all its parts, each field with its reading and status', async () => {
  const text = await read('/rounds/1001/evidence')
  const words = wordsOf(text)
  expect(words).toMatch(/Length about 40 minutes Disputed 5 claims/)
  for (const heading of ['Sessions', 'Delegates', 'Third parties', 'Outcomes', 'Commitments', 'Follow-ups'])
    expect(text).toContain(`<h3 class="part">${heading}</h3>`)
  expect(text).toContain('href="/outcomes/1002/evidence/wording"')
  const rows = JSON.parse((await parley.visit.get('/rounds/1001/evidence.json')).text)
  const kinds = new Set(rows.map(({ record }: { record: string }) => record))
  for (const kind of ['round', 'session', 'delegate', 'outcome', 'follow_up']) expect(kinds).toContain(kind)
})
