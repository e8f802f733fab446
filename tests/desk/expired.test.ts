import { expect, test } from 'vitest'
import { house, PASSWORD } from '../house.ts'
import type { Form, Reply } from '../visit.ts'
import { atHalden, formOn } from './form.ts'

const { db, signedIn, visitor } = await house()
const ana = await signedIn('editor', 'Ana')

/** What the sign-in page sends, with the hidden texts it carries. */
function signIn(reply: Reply, name = 'Ana'): Form {
  return { ...formOn(reply), name, password: PASSWORD }
}

async function outOfTime(): Promise<void> {
  await ana.get('/rounds/new')
  await ana.post('/sign-out')
}

test('a form whose sign-in ran out comes back filled after signing in, and is one record', async () => {
  const form = { ...formOn(await ana.get('/rounds/new')), ...atHalden, summary: 'Line one\nLine “two”' }
  await outOfTime()
  const refused = await ana.post('/rounds/new', form)
  expect([refused.status, refused.text.includes('Nothing that you typed is lost')]).toEqual([401, true])
  expect(await db.selectFrom('draft').select('id').execute()).toEqual([])
  const wrong = await ana.post('/sign-in', { ...signIn(refused), password: 'not the password' })
  expect(wrong.status).toBe(422)
  const back = await ana.post('/sign-in', signIn(wrong))
  expect([back.status, back.headers.get('location')]).toEqual([303, '/rounds/new?draft=1'])
  const again = await ana.get('/rounds/new?draft=1')
  expect(formOn(again)).toMatchObject({ ...atHalden, summary: 'Line one\nLine “two”' })
  expect((await ana.post('/rounds/new', formOn(again))).status).toBe(303)
  const made = await db.selectFrom('round').select('title').where('title', '=', atHalden.title).execute()
  expect(made).toHaveLength(1)
})

test('who signs in as somebody else has the text as a draft of their own', async () => {
  const form = { ...formOn(await ana.get('/rounds/new')), ...atHalden, title: 'Whose is it' }
  await ana.post('/rounds/new', { ...form, _act: 'keep' })
  await outOfTime()
  await signedIn('analyst', 'Ben')
  const refused = await ana.post('/rounds/new', form)
  const back = await ana.post('/sign-in', signIn(refused, 'Ben'))
  expect(back.headers.get('location')).toMatch(/^\/rounds\/new\?draft=\d+$/)
  const drafts = await db
    .selectFrom('draft')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['account.name', 'draft.typed'])
    .orderBy('draft.id')
    .execute()
  const held = drafts.filter(({ typed }) => typed.includes('Whose is it'))
  expect(held.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
})

test('a form that was opened before signing in anew comes back to be sent once more', async () => {
  const cara = await signedIn('editor', 'Cara')
  const form = { ...formOn(await cara.get('/rounds/new')), ...atHalden, title: 'From the day before' }
  const reply = await cara.post('/rounds/new', { ...form, _token: 'an older one' })
  expect([reply.status, formOn(reply).title]).toEqual([403, 'From the day before'])
  expect((await cara.post('/rounds/new', formOn(reply))).status).toBe(303)
})

test('what is no form of the desk is refused as ever', async () => {
  const reply = await visitor().post('/sign-out', { _form: 'x' })
  expect(reply.status).toBe(403)
  const odd = await visitor().post('///', { _form: 'x' })
  expect(odd.status).toBe(403)
})

test('an address that cannot be read leads nowhere, whatever was typed', async () => {
  await ana.post('/sign-out')
  await ana.get('/sign-in')
  const odd = { name: 'Ana', password: PASSWORD, next: '/rounds/%ff/edit', 'typed.title': 'Of nothing' }
  const reply = await ana.post('/sign-in', odd)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/'])
})
