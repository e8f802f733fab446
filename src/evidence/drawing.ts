/* Where the boxes and lines of a tracing stand; in units of the drawing, 860 wide. */
import { groupBy } from '../kernel/group.ts'
import { clip } from '../kernel/words.ts'
import type { Way } from './tracing.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
  name: string
  note: string
  /** Where its words stand. */
  textX: number
  nameY: number
  noteY: number
  tone: string
  isNamed: boolean
}

export interface Drawing {
  height: number
  outlets: Box[]
  passers: Box[]
  origins: Box[]
  /** Paths, each with its arrow head. */
  lines: string[]
}

const ROW = 44
const HEAD = 28
const columns = {
  outlet: { x: 0, width: 200 },
  passer: { x: 270, width: 190 },
  origin: { x: 540, width: 320 },
}

export function draw(ways: Way[]): Drawing {
  const rows = byOrigin(ways)
  const outlets = stacked(
    groupBy(rows, ({ outlet }) => outlet),
    (_, at) => at,
  )
  const middle = (some: Way[]) => mean(some.map(({ outlet }) => outlets.get(outlet) ?? 0))
  const passers = stacked(
    groupBy(
      rows.filter(({ passed }) => passed !== ''),
      ({ passed }) => passed,
    ),
    middle,
  )
  const origins = stacked(
    groupBy(rows, ({ origin }) => origin.key),
    middle,
  )
  const at = (found: Map<string, number>, key: string) => HEAD + (found.get(key) ?? 0) * ROW + ROW / 2
  const box = (y: number, { x, width }: { x: number; width: number }, name: string, height = 30): Box => ({
    x,
    y: y - height / 2,
    width,
    height,
    name: clip(name, Math.floor(width / 8)),
    note: '',
    textX: x + 10,
    nameY: y + 5,
    noteY: y + 13,
    tone: '',
    isNamed: true,
  })
  const nodes = [...new Map(rows.map(({ origin }) => [origin.key, origin])).values()]
  const last = Math.max(...outlets.values(), ...passers.values(), ...origins.values())
  return {
    height: HEAD + (last + 1) * ROW,
    outlets: [...outlets.keys()].map((name) => box(at(outlets, name), columns.outlet, name)),
    passers: [...passers.keys()].map((name) => box(at(passers, name), columns.passer, name)),
    origins: nodes.map((origin) => ({
      ...box(at(origins, origin.key), columns.origin, origin.name, 38),
      note: clip(origin.note, 50),
      nameY: at(origins, origin.key) + (origin.note === '' ? 5 : -3),
      tone: origin.tone,
      isNamed: origin.isNamed,
    })),
    lines: [...new Set(rows.flatMap((way) => linesOf(way)))],
  }

  function linesOf({ outlet, passed, origin }: Way): string[] {
    const { outlet: first, passer, origin: end } = columns
    const from = { x: first.x + first.width, y: at(outlets, outlet) }
    const to = { x: end.x, y: at(origins, origin.key) }
    if (passed === '') return [line(from, to)]
    const y = at(passers, passed)
    return [line(from, { x: passer.x, y }), line({ x: passer.x + passer.width, y }, to)]
  }
}

/** Ways to the same origin stand together, so that few lines cross. */
function byOrigin(ways: Way[]): Way[] {
  return [...groupBy(ways, ({ origin }) => origin.key).values()].flat()
}

/** A row for each name: where it wants to be, or the next one that is free. */
function stacked(
  groups: Map<string, Way[]>,
  wants: (some: Way[], at: number) => number,
): Map<string, number> {
  let free = 0
  const wanted = [...groups].map(([name, some], at) => ({ name, row: wants(some, at) }))
  wanted.sort((one, other) => one.row - other.row)
  return new Map(
    wanted.map(({ name, row }): [string, number] => {
      const taken = Math.max(free, row)
      free = taken + 1
      return [name, taken]
    }),
  )
}

function mean(rows: number[]): number {
  return rows.reduce((sum, row) => sum + row, 0) / rows.length
}

interface Point {
  x: number
  y: number
}

function line(from: Point, to: Point): string {
  const bend = (from.x + to.x) / 2
  const curve = `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`
  return `${curve}m-7 -4.5l7 4.5l-7 4.5`
}
