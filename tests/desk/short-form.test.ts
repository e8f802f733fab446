import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import type { Visit } from '../visit.ts'
import { atHalden, formOn, roundOf, send } from './form.ts'

let open: OpenHouse
let ana: Visit
beforeAll(async () => {
  open = await house()
  ana = await open.signedIn()
})

/** What stands open of the page: all but what is folded away. */
function shown(text: string): string {
  return text.replace(/<details>(?:(?!<details)[\s\S])*?<\/details>/g, '')
}

const named = (text: string) => [...text.matchAll(/ name="([a-z][\w.]*)"/g)].map(([, name]) => name)

test('a new round is asked for in short; the rest is folded away', async () => {
  const { text } = await ana.get('/rounds/new')
  expect(named(shown(text)).filter((name) => !/^(viewport|version|q|known)$/.test(name ?? ''))).toEqual([
    'track_id',
    'title',
    'date',
    'start_time',
    'zone',
    'venue',
    ...[0, 1].flatMap((at) => [
      `delegations.${at}.party`,
      ...['person', 'office', 'role'].map((name) => `delegations.${at}.people.0.${name}`),
    ]),
    'source.publisher',
    'source.title',
    'source.url',
    'source.published',
    'source.kind',
    'source.quote',
    'source.locator',
  ])
  expect(named(text)).toContain('duration_minutes')
})

test('what is filled in or refused does not stay folded', async () => {
  expect(named(shown((await ana.get('/rounds/1/edit')).text))).toContain('summary')
  const refused = await send(ana, '/rounds/new', { ...atHalden, end_time: 'noon' })
  expect(named(shown(refused.text))).toContain('end_time')
  const scheduled = await send(ana, '/rounds/new', { ...atHalden, title: '', status: 'scheduled' })
  expect(named(shown(scheduled.text))).toContain('status')
})

test('the first field that is due has the focus; a round on record has none', async () => {
  const focused = async (path: string) =>
    / name="(\w+)"[^>]* autofocus/.exec((await ana.get(path)).text)?.[1] ?? null
  expect(await focused('/rounds/new')).toBe('track_id')
  expect(await focused('/rounds/new?track=1')).toBe('title')
  expect(await focused('/rounds/new?after=1')).toBe('title')
  expect(await focused('/rounds/1/edit')).toBe(null)
})

test('a round of a track begins in the zone of its last one', async () => {
  const form = { ...atHalden, title: 'The last one', zone: 'Europe/Oslo' }
  expect(roundOf(await send(ana, '/rounds/new', form))).toBeGreaterThan(0)
  expect(formOn(await ana.get('/rounds/new?track=1'))).toMatchObject({
    track_id: '1',
    zone: 'Europe/Oslo',
    status: 'held',
  })
  expect(formOn(await ana.get('/rounds/new?track=999'))).toMatchObject({ zone: '' })
})

test('each list of rows has an id by which its answer is found', async () => {
  const { text } = await send(ana, '/rounds/new', { ...atHalden, _add: 'delegations.1.people' })
  for (const id of ['delegations', 'delegations-1-people', 'proposals'])
    expect(text).toContain(`<div class="rows" id="list-${id}">`)
})
