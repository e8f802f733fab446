import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'

const { visit } = await house()
const real = await house(join(ROOT, 'data'))

interface Features {
  type: string
  features: Array<{
    type: string
    id: number
    geometry: { type: string; coordinates: [number, number] } | null
    properties: { venue: string; rounds: number; coordinate_precision: string | null }
  }>
}
const featuresOf = async (query = ''): Promise<Features> =>
  JSON.parse((await visit.get(`/map.geojson${query}`)).text)

/** Where each count of the page leads to, and what it says. */
function countsOn(text: string): Array<[string, number]> {
  return [...text.matchAll(/<a href="(\/rounds\?[^"]*)">([\d,]+)<span/g)].map(([, href = '', count = '']) => [
    href.replaceAll('&amp;', '&'),
    Number(count.replace(',', '')),
  ])
}

test.each([
  '/map',
  '/map?area=world',
  '/map?process=strait-of-marrow',
  '/map?country=CH',
  '/map?venue=4',
  '/map?known=2024-03-20',
])('each count of %s leads to exactly so many rounds', async (path) => {
  const { text } = await visit.get(path)
  const counts = countsOn(text)
  expect(counts.length).toBeGreaterThan(0)
  for (const [href, count] of counts) {
    const list = await visit.get(href.replace('/rounds?', '/rounds.json?'))
    expect([href, JSON.parse(list.text).length]).toEqual([href, count])
  }
})

test('each circle leads to the rounds it counts', async () => {
  const { text } = await visit.get('/map')
  const marks = [...text.matchAll(/<a class="map-mark[^"]*" href="([^"]*)" aria-label="([^"]*)"/g)]
  expect(marks.map(([, , label]) => label)).toEqual(['Çınar Palace: 2 rounds', 'Oskburg: 2 rounds'])
  for (const [, href = ''] of marks)
    expect(JSON.parse((await visit.get(href.replace('/rounds', '/rounds.json'))).text)).toHaveLength(2)
})

test('a point of a city is not drawn as a building, and the list says so', async () => {
  const { text } = await visit.get('/map')
  expect(text).toMatch(/class="map-mark map-wide" href="[^"]*venue=3"/)
  expect(text).toMatch(/class="map-mark map-exact" href="[^"]*venue=1"/)
  expect(wordsOf(text)).toContain('Oskburg Oskburg, Austria the city, not the building 1.5° S, 10.25° E 2')
})

test('venues without coordinates stand apart', async () => {
  const { text } = await visit.get('/map')
  expect(wordsOf(text)).toMatch(
    /Not on the map No coordinates are recorded for 2 venues.*Halden town hall.*Undisclosed place/,
  )
})

test('leaves as GeoJSON, longitude first, without a geometry where nobody gave one', async () => {
  const reply = await visit.get('/map.geojson')
  expect(reply.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
  const { type, features } = await featuresOf()
  expect(type).toBe('FeatureCollection')
  expect(features.find(({ id }) => id === 1)).toEqual({
    type: 'Feature',
    id: 1,
    geometry: { type: 'Point', coordinates: [6.1466, 46.2017] },
    properties: {
      venue: 'Çınar Palace',
      kind: 'palace',
      city: 'Port Helm',
      country: 'CH',
      coordinate_precision: 'building',
      rounds: 2,
    },
  })
  expect(features.find(({ id }) => id === 2)?.geometry).toBeNull()
  expect(features).toHaveLength(4)
  expect((await featuresOf('?country=AT')).features.map(({ id }) => id)).toEqual([3])
  const csv = await visit.get('/map.csv?country=AT')
  expect(csv.text.split('\n')[1]).toBe('3,Oskburg,town or area,Oskburg,AT,-1.5,10.25,city,2')
})

test('an area shows what lies in it, and the way back', async () => {
  const { text } = await visit.get('/map?area=5,45,8,47')
  expect(wordsOf(text)).toMatch(/All these venues The whole world.*1 venue of this area Venue.*Çınar Palace/)
  expect(text).not.toContain('>Oskburg</a>')
  expect(text.match(/class="map-mark /g)).toHaveLength(1)
})

test('says what is wrong with an area, and that nothing was found', async () => {
  const { status, text } = await visit.get('/map?area=here')
  expect([status, text]).toEqual([
    400,
    expect.stringContaining('Area must be world, or west,south,east,north'),
  ])
  expect((await visit.get('/map?q=nothing+of+the+sort')).text).toContain(
    'No venue is recorded for these rounds',
  )
})

test('rounds without a venue are counted, and led to', async () => {
  const { text } = await visit.get('/map')
  expect(wordsOf(text)).toContain('1 round without a venue on record')
  const [, href = ''] = /<a href="([^"]*)">1 round<\/a> without a venue/.exec(text) ?? []
  const list = await visit.get(href.replace('/rounds', '/rounds.json'))
  expect(JSON.parse(list.text).map(({ id }: { id: number }) => id)).toEqual([4])
})

test('several venues close together are one circle, which leads to exactly these', async () => {
  const { text } = await real.visit.get('/map')
  const circles = [
    ...text.matchAll(
      /<a class="map-mark map-several" href="([^"]*)" aria-label="(\d+) venues [^"]*: (\d+) rounds"/g,
    ),
  ]
  expect(circles.length).toBeGreaterThan(2)
  for (const [, href = '', venues, rounds] of circles) {
    const near = (await real.visit.get(href.replaceAll('&amp;', '&').replace('#venues', ''))).text
    expect([href, near]).toEqual([href, expect.stringContaining(`<h2>${venues} venues of this area</h2>`)])
    const onMap = near.slice(0, near.indexOf('id="not-on-the-map"'))
    const sum = countsOn(onMap).reduce((sum, [, count]) => sum + count, 0)
    expect([href, sum]).toEqual([href, Number(rounds)])
  }
})

test('every list of rounds leads to its map and its charts', async () => {
  for (const path of ['/', '/rounds?country=CH', '/people/1', '/venues/1']) {
    const { text } = await visit.get(path)
    const [, map = '', charts = ''] =
      /<a href="(\/map[^"]*)">On the map<\/a> · <a href="(\/charts[^"]*)">/.exec(text) ?? []
    for (const href of [map, charts])
      expect([path, (await visit.get(href.replaceAll('&amp;', '&'))).status]).toEqual([path, 200])
  }
  expect((await visit.get('/people/1')).text).toContain('href="/map?person=1"')
})
