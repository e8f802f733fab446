import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dayNumber } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { drawingOf } from '../../src/timeline/drawing.ts'
import type { Reply } from '../../src/timeline/reply.ts'
import { house } from '../house.ts'

const { visit } = await house(join(ROOT, 'data'))

async function drawn(from: number, to: number, besides = '') {
  const window = {
    first: dayNumber({ year: from, month: 1, day: 1 }),
    last: dayNumber({ year: to, month: 12, day: 31 }),
  }
  const reply: Reply = JSON.parse(
    (await visit.get(`/timeline.json?from=${text(from)}&to=${text(to)}${besides}`)).text,
  )
  return {
    reply,
    drawing: drawingOf(reply, window, { at: dayNumber({ year: 2024, month: 7, day: 1 }), words: 'today' }),
  }
}

/** A year as EDTF has it. */
function text(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

/** Where the parts of a path begin. */
const begins = (path: string) => [...path.matchAll(/M([\d.-]+)/g)].map(([, x]) => Number(x))

test('every lane of the reply is drawn, one beneath the other, with what lies in it', async () => {
  for (const [from, to] of [
    [1940, 2026],
    [2025, 2025],
  ] as const) {
    const { reply, drawing } = await drawn(from, to)
    expect(drawing.lanes.map(({ title }) => title)).toEqual(reply.lanes.map(({ title }) => title))
    drawing.lanes.forEach(({ y, height }, nth) => {
      expect(drawing.lanes[nth + 1]?.y ?? drawing.height - 16).toBe(y + height)
    })
    for (const { solid, faded, hollow, count, isHead } of drawing.lanes) {
      const marks = begins(solid + faded + hollow)
      expect(marks.length > 0).toBe(count !== '0' && !isHead)
      for (const x of marks) expect(x >= drawing.left && x <= drawing.width).toBe(true)
    }
  }
})

test('the picture says in words what it shows, and the day that matters only where it lies in it', async () => {
  const { drawing } = await drawn(1940, 2026)
  expect(drawing.words).toBe('1 January 1940 to 31 December 2026: 168 rounds of 12 negotiations, by year')
  expect(drawing.days).toHaveLength(1)
  expect((await drawn(2025, 2025)).drawing.days).toEqual([])
})

test('a round only announced is hollow, one whose day nobody gave is faded', async () => {
  const { drawing } = await drawn(2025, 2025)
  expect(drawing.lanes.some(({ hollow }) => hollow !== '')).toBe(true)
  const oslo = await drawn(1992, 1993, '&process=oslo-channel')
  expect(oslo.drawing.lanes.some(({ faded }) => faded !== '')).toBe(true)
})

test('without scripts the page holds the drawing, and far years have their names', async () => {
  const { text } = await visit.get('/?from=1640&to=1650&lanes=proposals')
  expect(text).toContain('<figure class="timeline-still"><svg')
  expect(text).toMatch(/aria-label="1 January 1640 to 31 December 1650: \d+ rounds of 1 negotiation"/)
  expect((await drawn(-60, -40)).drawing.ticks.map(({ words }) => words)).toContain('51 BCE')
})

test('what came of a proposal stands before its line where there is no room behind it', async () => {
  const names = async (to: number) => {
    const { drawing } = await drawn(1940, to, '&lanes=proposals&process=russia-ukraine-direct-talks')
    return drawing.lanes.filter(({ thread }) => thread).flatMap(({ names }) => names)
  }
  const [late, early] = [await names(2026), await names(2200)]
  expect(late.length).toBeGreaterThan(3)
  expect(late.every(({ isLate }) => isLate)).toBe(true)
  expect(early.some(({ isLate }) => isLate)).toBe(false)
  for (const { x, words, isLate } of [...late, ...early])
    expect(x + (isLate ? 0 : words.length * 6)).toBeLessThan(1208)
})

test('no name of a round is cut by the end of the picture, however narrow: there it stands before its mark', async () => {
  const window = {
    first: dayNumber({ year: 2025, month: 2, day: 1 }),
    last: dayNumber({ year: 2026, month: 2, day: 28 }),
  }
  const reply: Reply = JSON.parse(
    (await visit.get('/timeline.json?from=2025-02-01&to=2026-02-28&lanes=proposals')).text,
  )
  for (const width of [1208, 640, 288]) {
    const { lanes, left } = drawingOf(reply, window, { at: 0, words: '' }, width)
    const names = lanes.filter(({ thread }) => !thread).flatMap(({ names }) => names)
    expect(names.find(({ words }) => words === 'Geneva 3')?.isLate).toBe(true)
    expect(names.find(({ words }) => words === 'Istanbul 1')?.isLate).toBe(false)
    for (const { x, words, isLate } of lanes.flatMap(({ names }) => names)) {
      expect([words, isLate ? x - words.length * 6 > left : x + words.length * 6 < width]).toEqual([
        words,
        true,
      ])
    }
  }
})
