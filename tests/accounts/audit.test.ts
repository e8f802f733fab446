import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { fromCommandLine } from '../../src/accounts/account.ts'
import { audit } from '../../src/accounts/audit-writes.ts'
import { atomically } from '../../src/db/atomically.ts'
import { house, type OpenHouse, stillClock } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Visit } from '../visit.ts'
import { trail } from './door.ts'

let open: OpenHouse
let ada: Visit
beforeAll(async () => {
  open = await house()
  await atomically(open.db, async (db) => {
    for (let at = 1; at <= 250; at += 1)
      await audit(
        db,
        { who: at % 2 ? 'Bo' : 'Cy', clock: stillClock },
        at % 5 ? 'signed in' : 'signed out',
        `=${at}`,
      )
    await audit(db, fromCommandLine(stillClock), 'role set', '<b>"x"</b>')
  })
  ada = await open.signedIn('administrator', 'Ada')
})

const details = (text: string) =>
  [...text.matchAll(/data-label="Detail">=(\d+)</g)].map(([, at]) => Number(at))
const linkTo = (label: string, text: string) =>
  new RegExp(`<a href="([^"]*)">${label}</a>`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''

test('the trail is read newest first, page by page, and lines written meanwhile shift nothing', async () => {
  const first = await ada.get('/accounts/audit')
  expect(wordsOf(first.text)).toMatch(/Detail 1 July 2024, 12:00 UTC Ada signed in/)
  expect(first.text).toContain('&lt;b&gt;')
  const seen = details(first.text)
  await atomically(open.db, (db) => audit(db, fromCommandLine(stillClock), 'role set'))
  let { text } = first
  while (linkTo('Older', text)) {
    ;({ text } = await ada.get(linkTo('Older', text)))
    seen.push(...details(text))
  }
  expect(seen).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at))
  expect(linkTo('Newest', text)).toBe('/accounts/audit')
})

test('it is filtered by who and by event, also on the next page', async () => {
  const both = details((await ada.get('/accounts/audit?who=Cy&event=signed+out')).text)
  expect(both).toEqual(Array.from({ length: 25 }, (_, at) => 250 - 10 * at))
  const { text } = await ada.get('/accounts/audit?who=Bo')
  expect(linkTo('Older', text)).toMatch(/^\/accounts\/audit\?who=Bo&before=\d+$/)
  const seen = [...details(text), ...details((await ada.get(linkTo('Older', text))).text)]
  expect(seen).toEqual(Array.from({ length: 125 }, (_, at) => 249 - 2 * at))
  expect((await ada.get('/accounts/audit?who=Nobody')).text).toContain('Nothing in the trail')
})

test.each(['event=nothing', 'before=0', 'before=x', 'colour=red', 'who=a&who=b'])(
  '%s is refused',
  async (query) => {
    expect((await ada.get(`/accounts/audit?${query}`)).status).toBe(400)
  },
)

test('it leaves as CSV, filtered alike, and no spreadsheet runs anything of it', async () => {
  const { text, headers } = await ada.get('/accounts/audit.csv?who=Cy&event=signed+out')
  expect(headers.get('cache-control')).toBe('no-store')
  const lines = text.trim().split('\n')
  expect(lines[0]).toBe('id,at,who,event,detail')
  expect(lines.length).toBe(1 + 25)
  expect(lines[1]).toMatch(/^\d+,2024-07-01T12:00:00.000Z,Cy,signed out,=250$/)
  const safe = await ada.get('/accounts/audit.csv?flavour=spreadsheet&who=Cy')
  expect(safe.text).toContain("signed out,'=250")
  expect(JSON.parse((await ada.get('/accounts/audit.json?who=command+line')).text).length).toBeGreaterThan(1)
})

test('no line of it is changed, removed or written over', async () => {
  for (const change of [
    sql`update audit set detail = null where id = 1`,
    sql`delete from audit where id = 1`,
    sql`insert or replace into audit (id, at, who, event) values (1, 'x', 'x', 'x')`,
  ])
    await expect(atomically(open.db, (db) => change.execute(db))).rejects.toThrow(/append-only/)
})

test('no question put to the trail reads a whole table', async () => {
  const plan = async (where: string) => {
    const query = sql.raw(`explain query plan select * from audit where ${where} order by id desc limit 101`)
    return (await sql<{ detail: string }>`${query}`.execute(open.db)).rows
      .map(({ detail }) => detail)
      .join('; ')
  }
  expect(await plan("who = 'x' and id < 9")).toMatch(/^SEARCH audit USING INDEX audit_by_who[^;]*$/)
  expect(await plan("event = 'x'")).toMatch(/^SEARCH audit USING INDEX audit_by_event[^;]*$/)
  expect(await plan("who = 'x' and event = 'x' and id < 9")).toMatch(
    /^SEARCH audit USING INDEX audit_by_both[^;]*$/,
  )
})

test('a flood of tries to sign in, by a thousand names, is thirty lines more', async () => {
  const { db, visit } = await house()
  await visit.get('/sign-in')
  for (let tries = 0; tries < 100; tries += 1) await visit.post('/sign-in', { name: `Guess ${tries}` })
  const lines = await trail(db)
  expect(lines.length).toBe(60)
  expect(lines[29]).toBe('Guess 29: sign-in refused')
  expect(lines[30]).toBe('somebody: sign-in refused, too many tries')
})
