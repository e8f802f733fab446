import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { plain } from '../reading.ts'

const { visit, signedIn, db } = await house()
const analyst = await signedIn()

/** The part of a page between two of its sections. */
function section(text: string, id: string): string {
  const from = text.indexOf(`id="${id}"`)
  return from < 0 ? '' : text.slice(from, text.indexOf('</section>', from))
}

test('each claim of a source stands there with its words, its place, how credible it is, and the way to its field', async () => {
  const { text } = await visit.get('/sources/1')
  const claim = text.slice(text.indexOf('id="claim-1"'))
  expect(claim.slice(0, claim.indexOf('</li>'))).toMatch(
    /href="\/rounds\/1\/evidence\/date">Date<.*14 March 2024.*paragraph 1, 15 March 2024, credibility 2, probably true/s,
  )
  expect(text).toContain('B, usually reliable')
})

test('a claim its source took back says so and when', async () => {
  const { text } = await visit.get('/sources/2')
  expect(section(text, 'said')).toMatch(/id="claim-6".*corrected by the source/s)
})

test('a quote and its passage in the text lead to one another', async () => {
  const { text } = await visit.get('/sources/1')
  expect(section(text, 'said')).toMatch(/id="claim-3".*?href="#passage-3"/s)
  expect(section(text, 'text')).toMatch(
    /<mark><span id="passage-3"><\/span>About {2}two\nhours<\/mark> <a[^>]* href="#claim-3">Claim 3<\/a>/,
  )
  expect(section(text, 'text')).toMatch(/id="passage-5".*lists were exchanged/)
})

test('a quote that is not in the text is listed as such, beside its claim too', async () => {
  const { text } = await visit.get('/sources/1')
  expect(section(text, 'said')).toMatch(/led the envoys.*?Not found in the text as kept/s)
  const kept = section(text, 'text')
  expect(kept.slice(kept.indexOf('<h3'))).toMatch(
    /Not found in the text as kept.*href="#claim-10">Claim 10<\/a>: <q>led the envoys/s,
  )
})

test('the text is shown with the day it was read and the hash by which it can be told', async () => {
  const { text_sha256 } = await db
    .selectFrom('capture')
    .select('text_sha256')
    .where('source_id', '=', 1)
    .executeTakeFirstOrThrow()
  const kept = section((await visit.get('/sources/1')).text, 'text')
  expect(kept).toContain('Read on 16 March 2024')
  expect(kept).toContain(text_sha256)
})

test('readers see what surrounds the quotes; the whole text is for those who are signed in', async () => {
  const kept = (await visit.get('/sources/4')).text
  expect(section(kept, 'text')).toContain('No passage of it is quoted.')
  expect(section(kept, 'text')).not.toContain('tea was served')
  expect(section((await analyst.get('/sources/4')).text, 'text')).toContain('tea was served twice')
  expect((await visit.get('/sources/4/text')).headers.get('location')).toBe(
    '/sign-in?next=%2Fsources%2F4%2Ftext',
  )
  const alone = await analyst.get('/sources/4/text')
  expect(alone.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(alone.headers.get('cache-control')).toBe('no-store')
  expect(alone.text).toMatch(/^Envoys gather at Port Helm\n/)
  expect((await analyst.get('/sources/2/text')).status).toBe(404)
})

test('the versions of a page are listed in the order of their dates, from either of them', async () => {
  for (const path of ['/sources/1', '/sources/4']) {
    const versions = section((await visit.get(path)).text, 'versions')
    expect(plain(versions)).toMatch(/14 March 2024, source 4 .* 15 March 2024, source 1 /)
    expect(versions).toContain('href="/sources/4/changes/1"')
  }
  expect((await visit.get('/sources/2')).text).not.toContain('Versions of this page')
})

test('what changed between two versions is marked word by word', async () => {
  const versions = section((await visit.get('/sources/1')).text, 'versions')
  expect(versions).toMatch(/Envoys <del>.*?gather<\/del>\s*<ins>.*?meet<\/ins> at Port Helm/s)
  expect(plain(versions)).toMatch(
    /Removed: It was not known .* Added: In the afternoon Deputy Foreign Minister/,
  )
  expect(plain(versions)).toMatch(/Title Envoys meet at Port Helm, first edition Envoys meet at Port Helm/)
  const { status, text } = await visit.get('/sources/1/changes/4')
  expect(status).toBe(200)
  expect(text).toMatch(/<del>.*?gather<\/del>/s)
})

test('only versions of one page are compared', async () => {
  const { status, text } = await visit.get('/sources/1/changes/2')
  expect(status).toBe(404)
  expect(text).toContain('Source 2 is no version of source 1.')
  expect((await visit.get('/sources/1/changes/1')).status).toBe(404)
  expect((await visit.get('/sources/1/changes/999')).status).toBe(404)
  expect((await visit.get('/sources/1/changes/x')).status).toBe(404)
})

test('a chain of versions is told whole, also from its middle', async () => {
  const { visit, db } = await house()
  await atomically(db, (db) =>
    sql`insert into source (id, publisher, kind, published, published_earliest, published_latest, version_of_id)
      values (71, 'Gazette', 'news report', '2024-03-17', 19799, 19799, 1),
        (72, 'Gazette', 'news report', null, null, null, 71)`.execute(db),
  )
  for (const id of [1, 4, 71, 72]) {
    const versions = plain(section((await visit.get(`/sources/${id}`)).text, 'versions'))
    expect(versions).toMatch(/source 4 .* source 1 .* source 71 .* Date not given, source 72 /)
  }
  const { text } = await visit.get('/sources/71')
  expect(text).toContain('No text was kept of source 71: titles, notes and claims are compared.')
})

test('all claims of a source leave as CSV and JSON, every column of them', async () => {
  const lines = (await visit.get('/sources/2/claims.csv')).text.trim().split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[0]).toBe(
    'id,record,record_id,field,affirms,value,value_exactness,weekday_printed,certainty,asserter,asserter_party_id,asserter_party,asserter_person_id,asserter_person,asserted,source_id,source,quote,locator,credibility,taken,taken_on,kept,note,relays',
  )
  const rows = JSON.parse((await visit.get('/sources/2/claims.json')).text)
  expect(rows).toHaveLength(6)
  expect(rows.find(({ id }: { id: number }) => id === 6)).toMatchObject({
    record: 'round',
    field: 'result',
    affirms: 0,
    asserter_party: 'Kingdom of Torland',
    source: 'Torland Wire',
    taken: 'corrected',
    relays: 'Varenia Press > a source in the delegation',
  })
  expect((await visit.get('/sources/2/claims.csv?colour=red')).status).toBe(400)
})

test('the list of sources tells how many claims are on disputed fields', async () => {
  const { visit, db } = await house(join(ROOT, 'data'))
  const { rows } = await sql<{ claims: number; disputed: number }>`
    select count(*) as claims, sum(status = 'disputed') as disputed from claim join field_status
      on field_status.record = claim.record and field_status.record_id = claim.record_id
        and field_status.field = coalesce(claim.field, '') where source_id = 1006`.execute(db)
  const [{ claims, disputed } = { claims: 0, disputed: 0 }] = rows
  expect(disputed).toBeGreaterThan(3)
  const { text } = await visit.get('/sources')
  const row = plain(text.slice(text.indexOf('href="/sources/1006"')).split('</tr>')[0] ?? '')
  expect(row).toContain(`${claims} claims ${disputed} on disputed fields`)
})

test('a source with very many claims is counted no further than a list needs, and exported whole', async () => {
  const { visit, db } = await house()
  await atomically(db, (db) =>
    sql`insert into claim (record, record_id, field, affirms, value, source_id)
      with recursive number (n) as (select 1 union all select n + 1 from number where n < 1200)
      select case n % 2 when 0 then 'venue' else 'round' end, 1 + n % 3, 'result', 1, n, 6 from number`.execute(
      db,
    ),
  )
  const { text } = await visit.get('/sources')
  expect(plain(text.slice(text.indexOf('href="/sources/6"')))).toContain('more than 500 claims')
  const rows: Array<{ id: number }> = JSON.parse((await visit.get('/sources/6/claims.json')).text)
  expect(rows).toHaveLength(1200)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1200)
  expect((await visit.get('/sources/6?claims_page=6')).text).toContain('Page 6 of 6')
})

test('as known on an earlier day, claims and versions that came later are not there', async () => {
  const wire = (await visit.get('/sources/2?known=2024-03-14')).text
  expect(section(wire, 'said')).toContain('id="claim-4"')
  expect(section(wire, 'said')).not.toMatch(/id="claim-(6|11|12|15)"/)
  const rows = JSON.parse((await visit.get('/sources/2/claims.json?known=2024-03-14')).text)
  expect(rows.map(({ id }: { id: number }) => id)).toEqual([2, 4])
  expect((await visit.get('/sources/4?known=2024-03-14')).text).not.toContain('Versions of this page')
  expect((await visit.get('/sources/4/changes/1?known=2024-03-14')).status).toBe(404)
  const later = (await visit.get('/sources/4?known=2024-03-15')).text
  expect(later).toContain('href="/sources/4/changes/1?known=2024-03-15"')
})

test('names that the page does not take, and values that cannot be, get a sentence', async () => {
  for (const query of [
    'colour=red',
    'claims_page=0',
    'claims_page=x',
    'claim=x',
    'claims_page=1&claims_page=2',
    'round=x',
    'round=-1',
  ])
    expect([query, (await visit.get(`/sources/1?${query}`)).status]).toEqual([query, 400])
  expect((await visit.get('/sources/1?round=999')).status).toBe(404)
  expect((await visit.get('/sources/1?claims_page=9')).text).toContain('Nothing on this page')
})

test('more than two hundred claims make pages, and no claim is left out', async () => {
  const { visit } = await house(join(ROOT, 'data'))
  const pages = [await visit.get('/sources/3'), await visit.get('/sources/3?claims_page=2')]
  const ids = pages.flatMap(({ text }) => [...text.matchAll(/id="claim-(\d+)"/g)].map(([, id]) => id))
  const rows = JSON.parse((await visit.get('/sources/3/claims.json')).text)
  expect(rows.length).toBeGreaterThan(200)
  expect([...new Set(ids)]).toHaveLength(rows.length)
  expect(pages[0]?.text).toContain('href="/sources/3?claims_page=2#said"')
  expect(pages[1]?.text).toContain('Page 2 of 2')
  const [last, ...others] = [rows.length - 1, 0, 199, 200].map((at) => rows[at].id)
  for (const id of [last, ...others])
    expect((await visit.get(`/sources/3?claim=${id}`)).text).toContain(`id="claim-${id}"`)
  expect((await visit.get(`/sources/4?claim=${last}`)).status).toBe(200)
  const csv = (await visit.get('/sources/3/claims.csv')).text.trim().split('\n')
  expect(csv).toHaveLength(rows.length + 1)
})

test('of the Anadolu page that changed no text was kept: its titles, notes and claims are compared', async () => {
  const { visit } = await house(join(ROOT, 'data'))
  const { text } = await visit.get('/sources/1019')
  const versions = plain(section(text, 'versions'))
  expect(versions).toContain('No text was kept of source 1018 and source 1019')
  expect(versions).toMatch(/Title Russia proposes exchanging 1,200 more Not recorded/)
  expect(versions).toMatch(
    /Outcome .*As a whole .*Russia proposes to exchange 1,200 more prisoners .*The exchange of prisoners is agreed/,
  )
  const corrected = plain(section((await visit.get('/sources/1026')).text, 'versions'))
  expect(corrected).toMatch(/Correction note Not recorded The earlier version named Putin and Trump/)
  expect(corrected).toMatch(/Wording .*Putin and Trump corrected by the source Zelensky/)
})
