import { expect, test } from 'vitest'
import { house } from '../house.ts'

const { visit } = await house()

test('a party shows the numbers that other data sets know it by, with evidence', async () => {
  const { text } = await visit.get('/parties/1')
  expect(text).toMatch(/Gleditsch–Ward.*901.*Single source.*Osk Valley Archive/s)
  expect(text).toContain('<bdi lang="en">Varenia</bdi>')
  expect(text).not.toContain('Correlates of War')
})

test('a party was a delegation here and a mediator there', async () => {
  expect((await visit.get('/parties/2')).text).toContain('<b>Delegation</b>')
  const { text } = await visit.get('/parties/3')
  expect(text).toContain('<b>Mediator</b>')
  expect(text).toContain('<b>Chair</b>')
})

test('parties and venues are listed', async () => {
  expect((await visit.get('/parties')).text).toMatch(/League of Ports.*LOP.*Organisation/s)
  expect((await visit.get('/venues')).text).toMatch(/Çınar Palace.*Port Helm.*Switzerland.*Palace/s)
})

test('a venue shows where it lies, how exactly, and who says so', async () => {
  const { text } = await visit.get('/venues/1')
  expect(text).toMatch(/46.2017° N, 6.1466° E.*Of the building.*Single source.*Marrow Gazette/s)
  expect(text).toContain('Cinar Palace')
  expect((await visit.get('/venues/3')).text).toContain('1.5° S, 10.25° E')
})

test('an undisclosed venue is a venue, and a session there counts', async () => {
  const { text } = await visit.get('/venues/4')
  expect(text).toContain('Undisclosed')
  expect(text).not.toContain('Coordinates')
  expect(text).toContain('Port Helm, 14 March 2024')
})

test.each(['/parties/1', '/venues/1'])('%s has its rounds as CSV', async (path) => {
  const { status, text } = await visit.get(`${path}.csv?flavour=spreadsheet`)
  expect(status).toBe(200)
  expect(text.trim().split('\r\n')).toHaveLength(3)
})
