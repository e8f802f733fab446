import edtf from 'edtf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLeap } from '../../src/kernel/days.ts'
import { type Bounds, boundsOf, OPEN, parseEdtf } from '../../src/kernel/edtf.ts'

/*
 * An independent reader of EDTF, the library of that name, is asked for the bounds of the same text.
 * Left out is where it is known to err: seasons (it has calendar quarters), 29 February of a common year (it
 * rolls over to 1 March), the years 0 to 99 (Date takes them for 1900 to 1999), unknown digits before year 0
 * (its bounds change places), intervals that begin within their own end (it refuses 2022/2022).
 */
const DAY = 86_400_000

const recent = fc.integer({ min: 100, max: 9999 }).map((number) => String(number).padStart(4, '0'))
const ancient = fc.integer({ min: 1, max: 9999 }).map((number) => `-${String(number).padStart(4, '0')}`)
const year = fc.oneof(recent, ancient)
const twoDigits = (max: number) =>
  fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'))
const month = twoDigits(13)
const day = twoDigits(32)
const joined = (mark: string, ...parts: Array<fc.Arbitrary<string>>) =>
  fc.tuple(...parts).map((texts) => texts.join(mark))

const certain = fc
  .oneof(year, joined('-', year, month), joined('-', year, month, day))
  .filter((text) => !isRolledOver(text))
const qualified = joined('', certain, fc.constantFrom('', '?', '~', '%'))
const unspecified = fc.oneof(
  recent.map((text) => text.replace(/\d$/, 'X')),
  recent.map((text) => text.replace(/\d\d$/, 'XX')),
  recent.map((text) => `${text}-XX`),
  joined('-', recent, month, fc.constant('XX')),
  recent.map((text) => `${text}-XX-XX`),
)
const interval = fc.oneof(
  joined('/', qualified, qualified).filter((text) => !beginsWithinItsEnd(text)),
  qualified.map((from) => `${from}/..`),
  qualified.map((to) => `../${to}`),
)

function isRolledOver(text: string): boolean {
  const leapDay = /^(-?\d{4})-02-29/.exec(text)
  return leapDay !== null && !isLeap(Number(leapDay[1]))
}

function beginsWithinItsEnd(interval: string): boolean {
  const [from, to] = interval.split('/').map(ours)
  return Boolean(from && to && to.earliest <= from.earliest && from.earliest <= to.latest)
}

function oracle(text: string): Bounds | null {
  try {
    const { min, max } = edtf(text)
    return {
      earliest: min === -Infinity ? -OPEN : Math.floor(min / DAY),
      latest: max === Infinity ? OPEN : Math.floor(max / DAY),
    }
  } catch {
    return null
  }
}

function ours(text: string): Bounds | null {
  const date = parseEdtf(text)
  if (!date) return null
  const { earliest, latest } = boundsOf(date)
  return { earliest, latest }
}

test('any point in time is read as the edtf library reads it, or refused by both', () => {
  fc.assert(
    fc.property(fc.oneof(qualified, unspecified), (text) => {
      expect(ours(text)).toEqual(oracle(text))
    }),
    { numRuns: 2000 },
  )
})

test('any interval is read as the edtf library reads it, or refused by both', () => {
  fc.assert(
    fc.property(interval, (text) => {
      expect(ours(text)).toEqual(oracle(text))
    }),
    { numRuns: 2000 },
  )
})

test('no text whatever makes the reading fail, or gives bounds in the wrong order', () => {
  const alphabet = [...'0123456789-XY/.[],?~% ']
  const noise = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 24 })
  fc.assert(
    fc.property(fc.oneof(noise, fc.string()), (text) => {
      const date = parseEdtf(text)
      if (!date) return
      const { earliest, latest } = boundsOf(date)
      expect(earliest).toBeLessThanOrEqual(latest)
    }),
    { numRuns: 3000 },
  )
})
