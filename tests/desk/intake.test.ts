import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Form, Reply } from '../visit.ts'
import { formOn, readAndPublish, roundOf, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')
const ben = await signedIn('analyst', 'Ben')

const article = `<html><head><title>x</title><script>alert(1)</script></head><body>
<h1>Envoys agree on pilots at Halden</h1>
<p>LATEST</p>
<p>HALDEN, 5 June 2024 — Envoys of Varenia and the Kingdom of Torland met in Halden on Tuesday evening. The meeting began at 8:37 p.m. local time and lasted about 40 minutes.</p>
<p>The Varenian delegation was led by Iva Dvorkin, special envoy of Varenia. “We shall carry pilots on every ship,” Dvorkin told reporters.</p>
<p>The two sides reached a preliminary agreement on pilots, Torland Wire reported, citing a delegate.</p>
<p>Popular Articles</p>
</body></html>`

const pasted = {
  article,
  publisher: 'Halden Post',
  title: 'Envoys agree on pilots',
  url: 'https://halden.example/pilots',
  published: '6 June 2024',
  kind: 'news report',
  reference: '5 June 2024',
}

const placeOf = (reply: Reply) => reply.headers.get('location') ?? ''

/** The numbers of the suggestions of a kind, as the page lists them. */
function ticksFor(page: string, kinds: string[]): Form {
  const rows = [...page.matchAll(/name="take\.(\d+)"[\s\S]*?<b>(\w+)<\/b>/g)]
  return Object.fromEntries(
    rows.flatMap(([, at, kind = '']) => (kinds.includes(kind.toLowerCase()) ? [[`take.${at}`, 'on']] : [])),
  )
}

test('a pasted page is read without its markup and furniture, and kept with its hash', async () => {
  const reply = await send(ana, '/desk/intake', pasted)
  expect([reply.status, placeOf(reply)]).toEqual([303, '/desk/intake/1'])
  const { text } = await ana.get('/desk/intake/1')
  expect(text).not.toContain('alert(1)')
  const shown = text.slice(text.indexOf('id="text-title"'), text.indexOf('What is furniture'))
  expect(shown).toContain('Envoys of')
  expect(shown).not.toMatch(/LATEST|Popular Articles/)
  const kept = await db.selectFrom('intake').selectAll().executeTakeFirstOrThrow()
  expect(kept.text_sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(kept.article).toContain('Popular Articles')
})

test('what is furniture is for the analyst to say, and to take back', async () => {
  const { text } = await ana.get('/desk/intake/1')
  const ticked = [...text.matchAll(/name="dropped" value="(\d+)" checked/g)].map(([, at = '']) => at)
  expect(ticked.length).toBe(2)
  await ana.post('/desk/intake/1/furniture', { dropped: ticked.slice(1) })
  const after = (await ana.get('/desk/intake/1')).text
  expect(after.slice(0, after.indexOf('What is furniture'))).toContain('LATEST')
  await ana.post('/desk/intake/1/furniture', { dropped: ticked })
  expect((await ana.get('/desk/intake/1')).text.includes('name="dropped" value="1" checked')).toBe(true)
})

test('the checks warn beside the text', async () => {
  const words = wordsOf((await ana.get('/desk/intake/1')).text)
  expect(words).toMatch(/Tuesday.*Wednesday/)
})

test('nothing is ticked unasked, and nothing that is not ticked goes into the form', async () => {
  expect((await ana.get('/desk/intake/1')).text).not.toMatch(/name="take\.\d+" checked/)
  const reply = await ana.post('/desk/intake/1', { into: 'new', track: '1' })
  const form = formOn(await ana.get(placeOf(reply)))
  expect(form).toMatchObject({
    track_id: '1',
    title: '',
    date: '',
    start_time: '',
    'delegations.0.party': '',
  })
  expect(form).toMatchObject({
    'source.publisher': 'Halden Post',
    'source.url': 'https://halden.example/pilots',
  })
})

test('what is ticked is in the form with its words, and a round made of it has claims with quote and place', async () => {
  const page = await ana.get('/desk/intake/1')
  const ticks = ticksFor(page.text, ['date', 'time', 'duration', 'person', 'quote', 'relay', 'outcome'])
  const into = placeOf(await ana.post('/desk/intake/1', { ...ticks, into: 'new', track: '1' }))
  expect(into).toMatch(/^\/rounds\/new\?intake=1&track=1&draft=\d+$/)
  const draft = await ana.get(into)
  expect(draft.text).toContain('carry pilots on every ship')
  const form = formOn(draft)
  expect(form).toMatchObject({ date: '2024-06-05', start_time: '20:37', duration_minutes: '40' })
  expect(Object.values(form)).toContain('Iva Dvorkin')
  const saved = await ana.post(into.replace(/&draft=\d+/, ''), {
    ...form,
    title: 'Halden, 5 June 2024',
    zone: 'Europe/Oslo',
  })
  expect([
    saved.status,
    wordsOf(saved.text).slice(wordsOf(saved.text).indexOf('There is a problem')).slice(0, 400),
  ]).toEqual([303, ''])
  const id = roundOf(saved)
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('record', '=', 'round')
    .where('record_id', '=', id)
    .execute()
  expect(claims.find(({ field }) => field === 'start_time')).toMatchObject({
    value: '20:37',
    locator: 'paragraph 1',
  })
  expect(claims.find(({ field }) => field === 'start_time')?.quote).toContain('8:37 p.m.')
  expect(claims.find(({ field, asserter }) => field === null && asserter?.includes('Dvorkin'))).toMatchObject(
    {
      locator: 'paragraph 2',
    },
  )
  const { text_sha256 } = await db.selectFrom('intake').select('text_sha256').executeTakeFirstOrThrow()
  const source = await db
    .selectFrom('source')
    .selectAll()
    .where('url', '=', pasted.url)
    .executeTakeFirstOrThrow()
  const capture = await db
    .selectFrom('capture')
    .selectAll()
    .where('source_id', '=', source.id)
    .executeTakeFirstOrThrow()
  expect(capture.text_sha256).toBe(text_sha256)
})

test('a round that is known already is offered, and what the text says otherwise is a rival claim', async () => {
  await send(ben, '/desk/intake', {
    ...pasted,
    url: 'https://elsewhere.example/pilots',
    publisher: 'Elsewhere',
    article: article.replace('8:37', '8:50'),
  })
  const page = await ben.get('/desk/intake/2')
  const known = /name="into" value="(\d+)"[\s\S]*?Halden, 5 June 2024/.exec(page.text)?.[1] ?? ''
  expect(known).not.toBe('')
  const into = placeOf(
    await ben.post('/desk/intake/2', { ...ticksFor(page.text, ['time', 'duration']), into: known }),
  )
  const form = formOn(await ben.get(into))
  expect(form.start_time).toBe('20:37')
  const sent = await ben.post(into.replace(/&draft=\d+/, ''), form)
  expect(placeOf(sent)).toMatch(/^\/desk\/drafts\//)
  await ana.get(placeOf(sent))
  expect((await readAndPublish(ana, placeOf(sent))).status).toBe(303)
  const times = await db
    .selectFrom('claim')
    .select(['value'])
    .where('record', '=', 'round')
    .where('record_id', '=', Number(known))
    .where('field', '=', 'start_time')
    .orderBy('id')
    .execute()
  expect(times.map(({ value }) => value)).toEqual(['20:37', '20:50'])
  const status = await db
    .selectFrom('field_status')
    .select('status')
    .where('record', '=', 'round')
    .where('record_id', '=', Number(known))
    .where('field', '=', 'start_time')
    .executeTakeFirstOrThrow()
  expect(status.status).toBe('disputed')
})

test('where a round is known the analyst says which one is meant, and the ticks stay', async () => {
  const reply = await ana.post('/desk/intake/2', { 'take.0': 'on', 'as.0': 'host' })
  expect([reply.status, reply.text.includes('Say whether it goes into')]).toEqual([422, true])
  expect(reply.text).toMatch(/name="take\.0" checked/)
})

test('texts are for those who are signed in', async () => {
  for (const path of ['/desk/intake', '/desk/intake/1']) expect((await visit.get(path)).status).toBe(303)
  expect((await ana.get('/desk/intake/99')).status).toBe(404)
})

test.each([
  ['nothing pasted', { article: '' }],
  ['markup without words', { article: '<p></p><script>x</script>' }],
  ['no publisher', { publisher: '' }],
  ['a day that is none', { published: 'someday' }],
])('%s is refused, and what was typed stays', async (_what, typed) => {
  const reply = await send(ana, '/desk/intake', { ...pasted, ...typed })
  expect([reply.status, formOn(reply).title]).toEqual([422, pasted.title])
})

test('a page of a megabyte is read, a larger one is not', async () => {
  const page = (paragraphs: number) => ({
    ...pasted,
    article: '<p>One more sentence about nothing at all.</p>\n'.repeat(paragraphs),
  })
  expect((await send(ana, '/desk/intake', page(18_000))).status).toBe(303)
  expect((await send(ana, '/desk/intake', page(60_000))).status).toBe(413)
  expect((await send(ana, '/rounds/new', { summary: 'x'.repeat(150_000) })).status).toBe(413)
})

test('of two hundred texts of one account the oldest makes room, and none that a draft is taken from', async () => {
  const cat = await signedIn('analyst', 'Cat')
  const first = placeOf(await send(cat, '/desk/intake', pasted))
  const id = Number(first.split('/').at(-1))
  await cat.post(first, { into: 'new' })
  const { id: _, ...row } = await db
    .selectFrom('intake')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await atomically(db, (db) => db.insertInto('intake').values(Array(199).fill(row)).execute())
  expect((await send(cat, '/desk/intake', pasted)).status).toBe(303)
  const kept = await db.selectFrom('intake').select('id').where('account_id', '=', row.account_id).execute()
  expect([kept.length, kept[0]?.id, kept[1]?.id]).toEqual([200, id, id + 2])
})
