import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { atHalden, formOn, send } from './form.ts'

const { db, visit, visitor, signedIn } = await house()
const ana = await signedIn()
const revisions = async () => (await db.selectFrom('revision').select('id').execute()).length
const before = await revisions()

const hostile: Record<string, Record<string, string | string[]>> = {
  'a day that does not exist': { date: '2025-02-30' },
  'a leap day in a common year': { date: '2025-02-29' },
  'a month that does not exist': { date: '2025-13-01' },
  'the year nought without a month': { date: '0000-00-00' },
  'a date beyond all calendars': { date: '+275760-09-14' },
  tomorrow: { date: 'tomorrow' },
  'a NUL': { title: 'a\u0000b' },
  'an escape': { summary: '\u001b[31m' },
  'a bidi override': { title: 'a\u202eb' },
  'a list where text is due': { title: ['one', 'two'] },
  'a list of dates': { date: ['2024-01-01', '2024-01-02'] },
  'a title that is too long': { title: 'x'.repeat(121) },
  'a kind of status that is none': { status: 'disputed' },
  'a track that is none': { track_id: '999' },
  'a track beyond all numbers': { track_id: '99999999999999999999' },
  'a link that would run': {
    'source.publisher': 'X',
    'source.kind': 'other',
    'source.url': 'javascript:alert(1)',
  },
  'a country that is none': { venue: 'New', 'new_venue.country': 'Norway' },
  'half a form': { title: '', track_id: '', date: '', status: '' },
}

for (const [name, typed] of Object.entries(hostile)) {
  test(`${name} is refused with 422 and changes nothing`, async () => {
    const reply = await send(ana, '/rounds/new', { ...atHalden, ...typed })
    expect(reply.status).toBe(422)
    expect(reply.text).not.toMatch(/[^\P{Cc}\t\r\n]|\u202e/u)
    expect(await revisions()).toBe(before)
  })
}

test('bytes that are no text are refused with 400', async () => {
  const { _token, _form } = formOn(await ana.get('/rounds/new'))
  for (const title of ['%ED%A0%80', '%FF%FE', '%'])
    expect((await ana.raw('/rounds/new', `_token=${_token}&_form=${_form}&title=${title}`)).status).toBe(400)
  expect(await revisions()).toBe(before)
})

test('a body of ten megabytes is refused with 413', async () => {
  expect((await send(ana, '/rounds/new', { ...atHalden, summary: 'x'.repeat(10_000_000) })).status).toBe(413)
  expect(await revisions()).toBe(before)
})

test('far and open dates with a clock time are shown like any other', async () => {
  for (const date of [
    '../2024-05-01',
    'before 1 May 2024',
    'Y-300000-01-01',
    'Y300000',
    '-9999',
    '9999-12-31',
    '44 BC',
  ]) {
    const reply = await send(ana, '/rounds/new', {
      ...atHalden,
      date,
      start_time: '23:59',
      zone: 'Pacific/Apia',
    })
    expect([date, reply.status]).toEqual([date, 303])
    expect([date, (await visit.get(reply.headers.get('location') ?? '')).status]).toEqual([date, 200])
  }
})

test('odd names of fields do no harm', async () => {
  const odd = {
    '__proto__.x': '1',
    'delegations.__proto__.party': 'x',
    'delegations.-1.party': 'x',
    'a.b.c.d.e.f.g.h.i.j': 'x',
  }
  const reply = await send(ana, '/rounds/new', {
    ...atHalden,
    title: '',
    ...odd,
    delegations: 'x',
    'delegations.1e9.party': 'x',
  })
  expect(reply.status).toBe(422)
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test('a reader is led to sign in', async () => {
  for (const path of ['/rounds/new', '/rounds/1/edit', '/rounds/1/withdraw']) {
    const reply = await visit.get(path)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  }
})

test('the pages of the desk are not kept by browsers', async () => {
  for (const path of ['/rounds/new', '/rounds/1/edit', '/rounds/1/withdraw'])
    expect((await ana.get(path)).headers.get('cache-control')).toBe('no-store')
})

test('a form without the token of its session, or from another site, is refused', async () => {
  const form = { ...formOn(await ana.get('/rounds/new')), ...atHalden, title: 'Forged' }
  const other = await signedIn('editor', 'other')
  const { _token: foreign = '' } = formOn(await other.get('/rounds/new'))
  for (const _token of ['', 'wrong', foreign])
    expect((await ana.post('/rounds/new', { ...form, _token })).status).toBe(403)
  for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1:1'])
    expect((await ana.post('/rounds/new', form, { origin })).status).toBe(403)
  expect((await ana.post('/rounds/new', form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await visitor().post('/rounds/new', form)).status).toBe(401)
  expect(await db.selectFrom('round').select('id').where('title', '=', 'Forged').execute()).toEqual([])
})

test('numbers that name no round are not found', async () => {
  for (const id of ['0', '999', '-1', '1.5', '9007199254740992', 'x'])
    expect((await ana.get(`/rounds/${id}/edit`)).status).toBe(404)
})
