import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { house } from '../house.ts'

const { visit, db } = await house()

test('the people are listed by name, with the office recorded last', async () => {
  const { status, text } = await visit.get('/people')
  expect(status).toBe(200)
  expect(text).toMatch(/Işık Aydın.*Iva Dvorkin.*Jonas Brandt/s)
  expect(text).toMatch(/Iva Dvorkin.*Foreign Minister.*from 20 April 2024/s)
})

test('a person has their names in other scripts, tagged with the language', async () => {
  const { text } = await visit.get('/people/1')
  expect(text).toContain('<bdi lang="uk">Іва Дворкін</bdi>')
  expect(text).toContain('Ukrainian (Latin) <code>uk-Latn</code>')
})

test('an office stands with its dates and with who says so', async () => {
  const { text } = await visit.get('/people/1')
  expect(text).toMatch(/Deputy Foreign Minister.*June 2021.*Single source.*Marrow Gazette/s)
})

test('the rounds of a person say what they were there', async () => {
  const { text } = await visit.get('/people/1')
  expect(text).toContain('2 rounds, with the part taken')
  expect(text).toContain('Head, Deputy Foreign Minister')
  expect(text).toContain('Member, Deputy Foreign Minister')
  expect((await visit.get('/people/3')).text).toContain('Mediator, Secretary-General')
})

test('the CSV of a person holds the rounds of the page', async () => {
  expect((await visit.get('/people/1')).text).toContain('href="/people/1.csv"')
  const { status, text, headers } = await visit.get('/people/1.csv')
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toContain('parley-people-1.csv')
  expect(text.trim().split('\n')).toHaveLength(3)
})

test('filters of the address narrow both alike', async () => {
  const { text } = await visit.get('/people/1?from=2024-04')
  expect(text).toContain('1 round, with the part taken')
  expect(text).toContain('href="/people/1.csv?from=2024-04"')
  expect((await visit.get('/people/1.csv?from=2024-04')).text.trim().split('\n')).toHaveLength(2)
})

test('somebody without rounds or offices still has a page', async () => {
  const { status, text } = await visit.get('/people/5')
  expect(status).toBe(200)
  expect(text).toContain('No rounds recorded')
  expect(text).toContain('No office recorded')
})

test('a filter that the page does not know gets a sentence', async () => {
  const reply = await visit.get('/people/1?colour=red')
  expect(reply.status).toBe(400)
  expect(reply.text).toContain('There is no filter named colour')
  expect((await visit.get('/people/1?person=2')).status).toBe(400)
  expect((await visit.get('/people?person=2')).status).toBe(400)
})

test.each(['0', '99', 'abc', '1e3', '99999999999999999999'])('there is no person %s', async (id) => {
  expect((await visit.get(`/people/${id}`)).status).toBe(404)
  expect((await visit.get(`/people/${id}.csv`)).status).toBe(404)
})

test('a withdrawn person answers with the reason', async () => {
  await atomically(db, (db) =>
    db.updateTable('person').set({ withdrawn: 'entered twice' }).where('id', '=', 4).execute(),
  )
  const reply = await visit.get('/people/4')
  expect(reply.status).toBe(410)
  expect(reply.text).toContain('entered twice')
  expect((await visit.get('/people')).text).not.toContain('Petra Osk')
})
