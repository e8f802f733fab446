import { beforeAll, describe, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord } from '../../src/history/record-writes.ts'
import { issueRecord } from '../../src/processes/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { plain } from '../reading.ts'
import { somebody } from '../record/folders.ts'
import type { Visit } from '../visit.ts'
import { formOn, send } from './form.ts'

/* The length of the first round of the tests' own record: about two hours, by the Marrow Gazette and Torland Wire. */
const about = '?record=round&id=1&field=duration_minutes'
const asked = `/claims/new${about}`
const settling = `/readings/new${about}`

let parley: OpenHouse
let analyst: Visit
beforeAll(async () => {
  parley = await house()
  analyst = await parley.signedIn('editor', 'Nora')
})

function tokenOf(text: string): string {
  return /name="_form" value="([^"]*)"/.exec(text)?.[1] ?? ''
}

async function statusOfLength() {
  return parley.db
    .selectFrom('field_status')
    .select(['status', 'origins', 'claims'])
    .where('record', '=', 'round')
    .where('record_id', '=', 1)
    .where('field', '=', 'duration_minutes')
    .executeTakeFirstOrThrow()
}

async function lastRevision(record: string): Promise<number> {
  const { id } = await parley.db
    .selectFrom('revision')
    .select('id')
    .where('record', '=', record)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

describe('an analyst adds a claim', () => {
  let id = 0

  test('two outlets that pass on one agency are one source until somebody else speaks', async () => {
    expect(await statusOfLength()).toMatchObject({ status: 'single', origins: 1, claims: 2 })
  })

  test('a claim that a check warns about is shown with the warning, and nothing is stored', async () => {
    const page = await analyst.get(asked)
    expect(page.status).toBe(200)
    const { status, text } = await analyst.post(asked, {
      _form: tokenOf(page.text),
      stance: 'affirms',
      value: '45',
      source_id: '6',
    })
    expect(status).toBe(422)
    expect(text).toContain('10:20 to about 12:20 is 2 hours.')
    expect(text).toContain('Kept because must say why')
    expect((await statusOfLength()).claims).toBe(2)
  })

  test('it is kept with a reason, with its new source and its chain link by link, and the field is disputed', async () => {
    const page = await analyst.get(asked)
    const form = {
      _form: tokenOf(page.text),
      stance: 'affirms',
      value: '45',
      value_exactness: 'about',
      asserter: 'Işık Aydın',
      asserter_person: 'Işık Aydın',
      publisher: 'Helm Post',
      kind: 'news report',
      published: '16 March 2024',
      quote: 'three quarters of an hour',
      locator: 'paragraph 2',
      credibility: '4',
      kept: 'The envoy may mean the last sitting alone.',
      'links.0.name': 'Torland Wire',
      'links.0.naming': 'named',
      'links.1.name': 'an envoy',
      'links.1.naming': 'not named',
    }
    const reply = await analyst.post(asked, form)
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      '/rounds/1/evidence/duration_minutes',
    ])
    const claim = await parley.db
      .selectFrom('claim')
      .selectAll()
      .where('value', '=', '45')
      .executeTakeFirstOrThrow()
    id = claim.id
    expect(claim).toMatchObject({
      asserted: '2024-03-16',
      asserter_person_id: 2,
      credibility: '4',
      affirms: 1,
    })
    const relays = await parley.db.selectFrom('relay').selectAll().where('claim_id', '=', id).execute()
    expect(relays.map(({ name, named }) => [name, named])).toEqual([
      ['Torland Wire', 1],
      ['an envoy', 0],
    ])
    expect(await statusOfLength()).toMatchObject({ status: 'disputed', claims: 3 })
  })

  test('going back and changing the text makes nothing unasked, and loses nothing', async () => {
    const page = await analyst.get(asked)
    const form = { _form: tokenOf(page.text), stance: 'affirms', value: '121', source_id: '6' }
    await analyst.post(asked, form)
    const back = await analyst.post(asked, { ...form, value: '122' })
    expect([back.status, plain(back.text).includes('This form was saved already')]).toEqual([409, true])
    const count = () =>
      parley.db.selectFrom('claim').select('id').where('value', 'in', ['121', '122']).execute()
    expect(await count()).toHaveLength(1)
    expect(formOn(back)).toMatchObject({ value: '122' })
    expect((await analyst.post(asked, formOn(back))).status).toBe(303)
    const added = await count()
    expect(added).toHaveLength(2)
    for (const { id } of added) await send(analyst, `/claims/${id}/withdraw`, { reason: 'Only tried.' })
  })

  test('the same form sent again adds nothing', async () => {
    const page = await analyst.get(asked)
    const form = { _form: tokenOf(page.text), stance: 'affirms', value: '120', source_id: '6' }
    await analyst.post(asked, form)
    await analyst.post(asked, form)
    expect((await statusOfLength()).claims).toBe(4)
  })

  test('the reading of the record is as it was', async () => {
    const { duration_minutes } = await parley.db
      .selectFrom('round')
      .select('duration_minutes')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect(duration_minutes).toBe(120)
  })

  test('it is corrected, and of two who correct it at once the second sees both', async () => {
    const edit = `/claims/${id}/edit`
    const page = await analyst.get(edit)
    expect(page.text).toContain('value="Torland Wire"')
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    const form = {
      version,
      stance: 'affirms',
      value: '46',
      source_id: '6',
      kept: 'As said.',
      quote: 'so he says',
    }
    expect((await analyst.post(edit, form)).status).toBe(303)
    const second = await analyst.post(edit, { ...form, value: '47' })
    expect(second.status).toBe(409)
    expect(plain(second.text)).toContain('Yours 47 Theirs, in the record now 46')
    // Pressing the button twice is no second correction.
    const token = tokenOf((await analyst.get(edit)).text)
    const again = { ...form, _form: token, version: String(Number(version) + 1), note: 'Read anew.' }
    expect((await analyst.post(edit, again)).status).toBe(303)
    expect((await analyst.post(edit, again)).status).toBe(303)
  })

  test('it is withdrawn with a reason, which undoes exactly its effect', async () => {
    expect((await send(analyst, `/claims/${id}/withdraw`, { reason: '' })).status).toBe(422)
    expect((await send(analyst, `/claims/${id}/withdraw`, { reason: 'Entered twice.' })).status).toBe(303)
    expect(await statusOfLength()).toMatchObject({ status: 'agreed', claims: 3 })
    expect((await analyst.get(`/claims/${id}/edit`)).status).toBe(410)
  })

  test('that is reverted from the history, and the field is disputed again', async () => {
    const revision = await lastRevision('claim')
    expect((await analyst.get(`/revisions/${revision}/revert`)).text).toContain('withdrawn, by Nora')
    const reply = await analyst.post(`/revisions/${revision}/revert`, { reason: 'It was not.' })
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      '/rounds/1/evidence/duration_minutes',
    ])
    expect(await statusOfLength()).toMatchObject({ status: 'disputed', claims: 4 })
    expect((await analyst.post(`/revisions/${revision}/revert`, { reason: 'Again.' })).status).toBe(409)
  })
})

describe('an analyst settles a dispute', () => {
  const form = {
    version: '0',
    adopt: 'read as the preferred claim',
    reason: 'It fits the sitting.',
  }

  test('by a rule that needs a claim, only with one on this very field', async () => {
    expect((await analyst.post(settling, { ...form, rule: 'preferred' })).text).toContain(
      'Preferred claim must be given by this rule',
    )
    const elsewhere = await analyst.post(settling, { ...form, rule: 'preferred', claim_id: '1' })
    expect([elsewhere.status, elsewhere.text.includes('a claim on this field')]).toEqual([422, true])
  })

  test('the record then reads as the claim says, the dispute stays marked, and all of it is in the history', async () => {
    const { id } = await parley.db
      .selectFrom('claim')
      .select('id')
      .where('value', '=', '46')
      .executeTakeFirstOrThrow()
    const reply = await analyst.post(settling, { ...form, rule: 'preferred', claim_id: String(id) })
    expect(reply.status).toBe(303)
    const round = await parley.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect([round.duration_minutes, round.duration_exactness]).toEqual([46, null])
    const reading = await parley.db.selectFrom('reading').selectAll().executeTakeFirstOrThrow()
    expect(reading).toMatchObject({
      rule: 'preferred',
      decided_by: 'Nora',
      decided: '2024-07-01',
      claim_id: id,
    })
    expect((await statusOfLength()).status).toBe('disputed')
  })

  test('a second reader who began earlier is told, and overwrites nothing unseen', async () => {
    const reply = await analyst.post(settling, { ...form, rule: 'disputed', adopt: '' })
    expect([reply.status, reply.text.includes('Somebody else changed this meanwhile')]).toEqual([409, true])
  })

  test('both the reading and what it changed are reverted', async () => {
    for (const record of ['round', 'reading']) {
      const reply = await analyst.post(`/revisions/${await lastRevision(record)}/revert`, {
        reason: 'Too soon.',
      })
      expect(reply.status).toBe(303)
    }
    const round = await parley.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect([round.duration_minutes, round.duration_exactness]).toEqual([120, 'about'])
    const readings = await parley.db
      .selectFrom('reading')
      .select('id')
      .where('withdrawn', 'is', null)
      .execute()
    expect(readings).toEqual([])
  })

  test('whoever had the form of the round open meanwhile is told', async () => {
    const page = await analyst.get('/rounds/1/edit')
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1]
    await analyst.post('/claims/new?record=delegate&id=1&field=role', {
      stance: 'affirms',
      value: 'deputy',
      source_id: '6',
    })
    const { id } = await parley.db
      .selectFrom('claim')
      .select('id')
      .where('value', '=', 'deputy')
      .executeTakeFirstOrThrow()
    const settled = {
      version: '0',
      rule: 'preferred',
      claim_id: String(id),
      adopt: 'read as the preferred claim',
      reason: 'As told.',
    }
    expect((await analyst.post('/readings/new?record=delegate&id=1&field=role', settled)).status).toBe(303)
    const round = await parley.db
      .selectFrom('round')
      .select('version')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect(round.version).toBeGreaterThan(Number(version))
  })

  test('a reading that was reverted cannot come back beside a newer one', async () => {
    const role = { adopt: 'leave the record as it reads', version: '0', rule: 'disputed' }
    const made = await lastRevision('reading')
    await analyst.post(`/revisions/${made}/revert`, { reason: 'Too soon.' })
    const undone = await lastRevision('reading')
    await analyst.post('/readings/new?record=delegate&id=1&field=role', { ...role, reason: 'Nobody knows.' })
    const reply = await analyst.post(`/revisions/${undone}/revert`, { reason: 'After all.' })
    expect([reply.status, reply.text.includes('another reading by now')]).toEqual([409, true])
  })

  test('a code that another issue took meanwhile is not given back', async () => {
    const recode = (id: number, code: string) =>
      recording(parley.db, (db) => changeRecord(db, somebody, issueRecord, id, { code }))
    await recode(3, 'tolls')
    const left = await lastRevision('issue')
    await recode(2, 'fees')
    const reply = await analyst.post(`/revisions/${left}/revert`, { reason: 'As it was.' })
    expect([reply.status, reply.text.includes('Another record took that value')]).toEqual([409, true])
  })
})

test.each([
  [
    'a party under the number of another',
    { asserter_party: 'Kingdom of Torland #99' },
    'Speaks for must be one of that name: write “Kingdom of Torland #2”',
  ],
  ['a person whom nobody knows', { asserter_person: 'Nobody at All' }, 'Speaker must be one on record'],
  [
    'the address of another publisher',
    { source_id: '', publisher: 'Somebody Else', kind: 'article', url: 'https://gazette.example/port-helm' },
    'published by Marrow Gazette: give that number instead',
  ],
  ['a source that is not there', { source_id: '999' }, 'Number must be that of a source on record'],
  [
    'a quote that is too long',
    { quote: 'one two three four five six seven eight nine ten eleven twelve thirteen' },
    'Quote must be a dozen words at most',
  ],
  ['nothing said at all', { value: '' }, 'What it says must be given, or a quote'],
])('a claim is refused with %s, and what was typed stays', async (_what, typed, sentence) => {
  const form = {
    stance: 'affirms',
    value: '120',
    source_id: '6',
    note: 'Typed before.',
    ...typed,
  }
  const { status, text } = await analyst.post(asked, form)
  expect([status, text.includes(sentence), text.includes('Typed before.')]).toEqual([422, true, true])
})

test.each([
  ['a record that is not there', '/claims/new?record=round&id=999&field=date'],
  ['a field that a record does not have', '/claims/new?record=round&id=1&field=mood'],
  ['no kind of record', '/claims/new?record=rumour&id=1'],
])('no claim can be made on %s', async (_what, path) => {
  expect((await analyst.get(path)).status).toBe(404)
})

test('readers are led to sign in first', async () => {
  for (const path of [
    asked,
    '/claims/1/edit',
    '/claims/1/withdraw',
    '/readings/new?record=round&id=1&field=date',
    '/revisions/1/revert',
  ])
    expect([path, (await parley.visit.get(path)).status]).toEqual([path, 303])
})
