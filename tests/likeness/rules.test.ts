import { expect, test } from 'vitest'
import { fold } from '../../src/kernel/fold.ts'
import { plainAddress } from '../../src/likeness/address.ts'
import { cellsNear, isNear } from '../../src/likeness/ground.ts'
import { distance, isMisspelt, resemblance, unordered } from '../../src/likeness/spelling.ts'

test.each([
  ['Rustem Umerov', 'Rustem Umierov'],
  ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
  ['Sergei Lavrov', 'Sergey Lavrov'],
  ['Iva Dvorkin', 'Iva Dworkin'],
  ['Vladimir Medinsky', 'Vladimir Medinskiy'],
  ['John Hume', 'John Home'],
])('%s and %s may be one', (one, other) => {
  expect(isMisspelt(fold(one), fold(other))).toBe(true)
  expect(isMisspelt(fold(other), fold(one))).toBe(true)
})

test.each([
  ['Iva Dvorkin', 'Iva Dvorkin'],
  ['Iva Dvorkin', 'Eva Dvorkin'],
  ['Petra Osk', 'Peter Oak'],
  ['Robert Smith', 'Robert Sherman'],
  ['George Mitchell', 'George Mitchell Jr of Waterville'],
])('%s and %s are not one name written in two ways', (one, other) => {
  expect(isMisspelt(fold(one), fold(other))).toBe(false)
})

test('the order of words and the marks between them make no other name', () => {
  expect(unordered(fold('Aydın, Işık'))).toBe(unordered(fold('Işık Aydın')))
})

test('letters to change are counted', () => {
  expect(distance('', 'abc')).toBe(3)
  expect(distance('kitten', 'sitting')).toBe(3)
  expect(distance('dvorkin', 'dvorkin')).toBe(0)
})

test('a name that holds another resembles it; one that shares a common word does not', () => {
  expect(resemblance('ciragan palace', 'ciragan palace kempinski')).toBeGreaterThan(0.6)
  expect(resemblance('ciragan palace', 'dolmabahce palace')).toBeLessThan(0.6)
})

test('what does not change where an address leads is no part of it', () => {
  const plain = plainAddress('https://gazette.example/port-helm?id=3')
  for (const same of [
    'http://www.gazette.example/port-helm/?id=3',
    'https://gazette.example/port-helm?utm_source=x&id=3&fbclid=abc#top',
    'https://GAZETTE.example:443/port-helm/?id=3&gclid=9',
  ])
    expect(plainAddress(same)).toBe(plain)
  for (const another of [
    'https://gazette.example/port-helm?id=4',
    'https://gazette.example/Port-Helm?id=3',
    'https://gazette.example:8080/port-helm?id=3',
  ])
    expect(plainAddress(another)).not.toBe(plain)
})

test('two points that are near share a cell, on either side of its edge and far north', () => {
  for (const latitude of [-1.5, 0, 46.2, 69.9])
    for (const shift of [0, 0.0017, -0.0017])
      for (const longitude of [0, 6.14999, 28.999]) {
        const [one, other] = [
          { latitude, longitude },
          { latitude: latitude + shift, longitude },
        ]
        expect(isNear(one, other)).toBe(true)
        expect(cellsNear(one).some((cell) => cellsNear(other).includes(cell))).toBe(true)
      }
  const east = { latitude: 69.9, longitude: 6.005 }
  const edge = { latitude: 69.9, longitude: 6.0005 }
  expect(isNear(east, edge)).toBe(true)
  expect(cellsNear(east).some((cell) => cellsNear(edge).includes(cell))).toBe(true)
  expect(isNear({ latitude: 46.2, longitude: 6.14 }, { latitude: 46.2, longitude: 6.143 })).toBe(false)
})
