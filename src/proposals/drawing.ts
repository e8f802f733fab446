import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import type { Course } from './course.ts'
import type { Step } from './steps.ts'

/** The thread as a picture: shapes on a line, each at its place in time. Places are in per cent of the width. */
export interface Drawing {
  /** Of the line: the proposer's. */
  tone: string
  marks: Mark[]
  lines: Line[]
  /** The days under the line, the first and the last that fit. */
  days: Array<{ x: string; words: string }>
}

interface Mark {
  x: string
  tone: string
  shape: string
  /** Printed above; empty where the one before it leaves no room. */
  words: string
  isLow: boolean
}

/** Dashed over years without an event, dotted over silence, fading where nothing later is known. */
export type LineKind = 'solid' | 'dashed' | 'dotted' | 'fading'

interface Line {
  from: string
  to: string
  kind: LineKind
}

const LEFT = 3
const RIGHT = 88
const GAP = 2.4
const LONG_DAYS = 400
/** Per cent of the width that a letter of a label takes, in the narrowest window that shows the picture. */
const LETTER = 1.05

export function drawingOf(course: Course, steps: Step[], tone: string): Drawing | null {
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return null
  const end = runsTo(course, last)
  const place = (at: number) =>
    end === first.at ? LEFT : LEFT + ((at - first.at) / (end - first.at)) * (RIGHT - LEFT)
  const places = spread(steps.map(({ at }) => place(at)))
  const tail = end > last.at ? Math.max(place(end), (places.at(-1) ?? 0) + GAP) : null
  return {
    tone,
    marks: marksOf(steps, places),
    lines: linesOf(course, steps, places, tail),
    days: daysOf(steps, places),
  }
}

/** A clock that runs is drawn to the day it is read, else the thread ends with its last step. */
export function runsTo({ standing, day }: Course, last: Step): number {
  return standing.unanswered ? Math.max(day, last.at) : last.at
}

/** Moved apart where they would touch: first from the left, then back from the right end. */
function spread(places: number[]): number[] {
  const apart: number[] = []
  for (const place of places) apart.push(Math.max(place, (apart.at(-1) ?? -GAP) + GAP))
  let right = Math.max(RIGHT, GAP * (places.length - 1))
  for (let at = apart.length - 1; at >= 0; at--) {
    apart[at] = Math.min(apart[at] ?? 0, right)
    right = (apart[at] ?? 0) - GAP
  }
  return apart
}

/** Labels stand in two rows; one that finds no room in either is left to the list. */
function marksOf(steps: Step[], places: number[]): Mark[] {
  const taken = [0, 0]
  return steps.map(({ shape, label, plate }, nth) => {
    const x = places[nth] ?? 0
    const row = taken.findIndex((end) => end <= x)
    if (row >= 0) taken[row] = x + label.length * LETTER + 1
    return { x: per(x), tone: plate?.tone ?? 'grey', shape, words: row < 0 ? '' : label, isLow: row === 0 }
  })
}

function linesOf(course: Course, steps: Step[], places: number[], tail: number | null): Line[] {
  const between = steps.slice(1).map(
    (step, nth): Line => ({
      from: per(places[nth] ?? 0),
      to: per(places[nth + 1] ?? 0),
      kind: lineTo(step, steps[nth]),
    }),
  )
  const end = per(places.at(-1) ?? 0)
  if (tail !== null) return [...between, { from: end, to: per(tail), kind: 'dotted' }]
  return isSettled(course, steps)
    ? between
    : [...between, { from: end, to: per((places.at(-1) ?? 0) + 9), kind: 'fading' }]
}

/** The line that leads to a step from the one before it. */
export function lineTo(step: Step, before: Step | undefined): LineKind {
  if (step.shape === 'silent') return 'dotted'
  return before && step.at - before.at > LONG_DAYS ? 'dashed' : 'solid'
}

/** Nothing more is to come. */
export function isSettled({ standing }: Course, steps: Step[]): boolean {
  return (
    steps.at(-1)?.record === null ||
    ['accepted', 'withdrawn', 'superseded', 'lapsed'].includes(standing.state)
  )
}

/** A day stands under each shape that leaves room for it. */
function daysOf(steps: Step[], places: number[]): Drawing['days'] {
  let taken = 0
  return steps.flatMap(({ at }, nth) => {
    const x = places[nth] ?? 0
    const words = sayDate(isoDate(at))
    if (x < taken) return []
    taken = x + words.length * LETTER + 1
    return [{ x: per(x), words }]
  })
}

function per(place: number): string {
  return `${Math.round(place * 100) / 100}%`
}
