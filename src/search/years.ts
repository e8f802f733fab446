/* Years as marks, so that "before 1950" asks for some dozen marks instead of looking at every date. */
import { civilDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'

const scales = { year: 1, decade: 10, century: 100 } as const
type Scale = keyof typeof scales
/** Years are marked one by one; of what lasted longer the first and the last. */
const EACH = 60
/** What is of an earlier or a later century has the first or the last of these, which every question asks for. */
const CENTURIES = [-30, 40] as const
const EARLIER = 'yearsbefore'
const LATER = 'yearsafter'

/** Marks of a span of days, each end of which may be open. */
export function yearMarks(earliest: number, latest: number): string[] {
  const [first, last] = [yearOf(earliest), yearOf(latest)]
  const years = first === null || last === null || last - first > EACH ? [first, last] : range(first, last)
  const ends = [...(first === null ? [EARLIER] : []), ...(last === null ? [LATER] : [])]
  return [...new Set([...ends, ...years.flatMap((year) => (year === null ? [] : marksOf(year)))])]
}

function marksOf(year: number): string[] {
  return (Object.keys(scales) as Scale[]).map((scale) => markOf(scale, at(year, scale)))
}

/** Astronomical: 0 is 1 BCE. */
export function yearMark(year: number): string {
  return markOf('year', year)
}

/** Marks of which whatever began before this day has one; so may what began later in its year. */
export function marksBefore(day: number): string[] {
  const { year } = civilDate(day)
  const [century, decade] = [Math.floor(year / scales.century), Math.floor(year / scales.decade)]
  const [first, last] = CENTURIES
  const centuries = marksFrom('century', first, Math.min(Math.max(century - 1, first), last))
  if (isFar(year)) return [EARLIER, ...centuries]
  return [
    EARLIER,
    ...centuries,
    ...marksFrom('decade', century * 10, decade - 1),
    ...marksFrom('year', decade * 10, year),
  ]
}

/** Marks of which whatever ended after this day has one; so may what ended earlier in its year. */
export function marksAfter(day: number): string[] {
  const { year } = civilDate(day)
  const [century, decade] = [Math.floor(year / scales.century), Math.floor(year / scales.decade)]
  const [first, last] = CENTURIES
  const centuries = marksFrom('century', Math.max(Math.min(century + 1, last), first), last)
  if (isFar(year)) return [LATER, ...centuries]
  return [
    LATER,
    ...marksFrom('year', year, decade * 10 + 9),
    ...marksFrom('decade', decade + 1, century * 10 + 9),
    ...centuries,
  ]
}

function isFar(year: number): boolean {
  const century = Math.floor(year / scales.century)
  return century < CENTURIES[0] || century > CENTURIES[1]
}

function marksFrom(scale: Scale, first: number, last: number): string[] {
  return range(first, last).map((number) => markOf(scale, number))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
}

function yearOf(day: number): number | null {
  return Math.abs(day) >= OPEN ? null : civilDate(day).year
}

function at(year: number, scale: Scale): number {
  const number = Math.floor(year / scales[scale])
  return scale === 'century' ? Math.min(Math.max(number, CENTURIES[0]), CENTURIES[1]) : number
}

function markOf(scale: Scale, number: number): string {
  return number < 0 ? `${scale}before${-number}` : `${scale}${number}`
}
