import { civilDate, dayNumber, isoDate, monthLength, two } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { type Chart, type EachRound, Placing, type Step, told } from './chart.ts'

/** How long a column is: in months, and what it is called. */
interface Unit {
  months: number
  word: string
}

const YEAR = 12
const units: Unit[] = [
  { months: 1, word: 'month' },
  { months: 3, word: 'quarter' },
  { months: YEAR, word: 'year' },
  { months: 10 * YEAR, word: 'decade' },
  { months: 100 * YEAR, word: 'century' },
  ...[1000, 10_000, 100_000].map((years) => ({
    months: years * YEAR,
    word: `${years.toLocaleString('en')} years`,
  })),
]
/** More columns than these are not drawn: the next longer unit is taken. */
const COLUMNS = 96
/** Where so many columns in a row hold nothing, the scale is cut; once and no more, so that it still tells of time. */
const CUT = 40
/** A date that leaves open more than this says too little to find it a column. */
const VAGUE_DAYS = 366

/** Rounds over time, by month where they lie close together, else by quarter, year and longer. */
export function monthsChart(each: EachRound): Chart {
  const [unit, columns] = scaleFor(monthsHeld(each))
  const placing = new Placing(columns.map((column) => columnAt(column, unit)))
  each(({ id, first, last }) => placing.place(id, first, last))
  const { parts, open } = placing
  const cut = parts.some(({ isAfterCut }) => isAfterCut)
    ? ' The scale is cut where nothing was held for long.'
    : ''
  return {
    name: 'months',
    title: `Rounds by ${unit.word}`,
    words: `A round counts in the ${unit.word} in which all days lie that its date may mean.${cut}`,
    counts: 'round',
    shape: 'columns',
    parts,
    apart: told([
      { key: 'open', label: `reach over more than one ${unit.word}, or may lie in several`, ids: open },
    ]),
    limit: '',
  }
}

/** Counted in units from the year 0. */
interface Column {
  number: number
  isAfterCut: boolean
}

/** The shortest unit whose columns all find room. */
function scaleFor(held: readonly number[]): [Unit, Column[]] {
  let scale: [Unit, Column[]] = [units[0] as Unit, []]
  for (const unit of units) {
    scale = [unit, columnsOver(held, unit)]
    if (scale[1].length <= COLUMNS && scale[1].filter(({ isAfterCut }) => isAfterCut).length <= 1) break
  }
  return scale
}

/** The months, counted from the year 0, that rounds certainly or nearly lie in, in order. */
function monthsHeld(each: EachRound): number[] {
  const held = new Set<number>()
  // Rounds come in order of time, so most lie in the month of the one before.
  let [from, to] = [0, 0]
  const hold = (day: number) => {
    if (day >= from && day < to) return
    const { year, month, day: date } = civilDate(day)
    from = day - date + 1
    to = from + monthLength(year, month)
    held.add(year * YEAR + month - 1)
  }
  each(({ first, last }) => {
    if (last - first >= VAGUE_DAYS) return
    hold(first)
    if (last !== first) hold(last)
  })
  return [...held].sort((a, b) => a - b)
}

/** All columns that hold something of these months, and those between them but for long gaps. */
function columnsOver(held: readonly number[], { months }: Unit): Column[] {
  const columns: Column[] = []
  for (const month of held) {
    const number = Math.floor(month / months)
    const before = columns.at(-1)?.number ?? number - 1
    const isAfterCut = number - before > CUT
    for (let next = isAfterCut ? number : before + 1; next <= number; next++)
      columns.push({ number: next, isAfterCut: isAfterCut && next === number })
  }
  return columns
}

function columnAt({ number, isAfterCut }: Column, unit: Unit): Step {
  const [from, to] = [firstDay(number, unit), firstDay(number + 1, unit)]
  return { key: keyOf(number, unit), label: sayColumn(number, unit), from, to, isAfterCut }
}

function firstDay(column: number, { months }: Unit): number {
  const month = column * months
  return dayNumber({ year: Math.floor(month / YEAR), month: (((month % YEAR) + YEAR) % YEAR) + 1, day: 1 })
}

/** "2025-07", "2025-q3", "2025", "1640-10-years": the unit is part of it, for the same chart may be drawn by another one later. */
function keyOf(column: number, unit: Unit): string {
  const { year, month } = civilDate(firstDay(column, unit))
  const start = isoDate(firstDay(column, unit)).slice(0, -6)
  if (unit.months === 1) return `${start}-${two(month)}`
  if (unit.months === 3) return `${start}-q${(month + 2) / 3}`
  return unit.months === YEAR ? start : `${year}-${unit.months / YEAR}-years`
}

/** "July 2025", "July to September 2025", "2025", "1640 to 1649". */
function sayColumn(column: number, unit: Unit): string {
  const { year, month } = civilDate(firstDay(column, unit))
  if (unit.months === 1) return sayMonth(year, month)
  if (unit.months === 3) return `${sayMonth(year, month).split(' ')[0]} to ${sayMonth(year, month + 2)}`
  const years = unit.months / YEAR
  return years === 1 ? sayYear(year) : `${sayYear(year)} to ${sayYear(year + years - 1)}`
}

function sayMonth(year: number, month: number): string {
  return sayDate(`${edtfYear(year)}-${two(month)}`)
}

function sayYear(year: number): string {
  return sayDate(edtfYear(year))
}

function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${Math.abs(year) > 9999 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`
}
