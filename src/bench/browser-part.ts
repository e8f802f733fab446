/* What somebody at a browser has of it: our page beside vis-timeline with the same rounds, over the same windows. */
import type { Browser } from 'playwright-core'
import { median } from './asking.ts'
import { bytesPart } from './bytes-part.ts'
import { launchBrowser } from './chromium.ts'
import { atMost, type Figure, type Goal, milliseconds, p95, times } from './figures.ts'
import { handPart } from './hand-part.ts'
import { drive, elements, firstAfterScript, HELD } from './in-browser.ts'
import { keysPart } from './keys-part.ts'
import { opened, PATIENCE_MS } from './opened.ts'
import type { Stage } from './stage.ts'
import { pageOf, type View, views, windowOf } from './views.ts'
import { warmPart } from './warm-part.ts'

/** At most so many loads of a page. */
const LOADS = 3
/** With more rounds vis-timeline is not waited for: it takes four times as long for twice as many. */
const NAIVE = 10_000

interface Seen {
  first: number
  frame: number
  longTasks: number
  elements: number
  shift: number
}

export async function browserPart(stages: Stage[], turns: number): Promise<Figure[]> {
  const loads = Math.min(turns, LOADS)
  const browser = await launchBrowser()
  try {
    const figures: Figure[] = []
    for (const view of views) {
      const ours = new Map<number, Seen>()
      const naive = new Map<number, Seen | null>()
      for (const stage of stages) {
        const window = await windowOf(stage, view)
        ours.set(stage.rounds, await seen(browser, pageOf(stage, window), loads))
        const theirs = `${stage.raw}/naive#${window.from}/${window.to}`
        if (stage.rounds <= NAIVE) naive.set(stage.rounds, await patiently(seen(browser, theirs, 1)))
      }
      figures.push(...figuresOf(view, ours, naive))
    }
    for (const stage of stages.slice(-1))
      for (const part of [warmPart, handPart, keysPart]) figures.push(...(await part(browser, stage, loads)))
    return [...figures, ...(await bytesPart(stages))]
  } finally {
    await browser.close()
  }
}

async function patiently(work: Promise<Seen>): Promise<Seen | null> {
  try {
    return await work
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return null
    throw error
  }
}

/** The first picture of a few loads; the gestures once. */
async function seen(browser: Browser, address: string, loads: number): Promise<Seen> {
  const firsts: number[] = []
  for (let load = 1; load < loads; load++) {
    const page = await opened(browser, address)
    firsts.push(await page.evaluate(firstAfterScript))
    await page.close()
  }
  const page = await opened(browser, address)
  firsts.push(await page.evaluate(firstAfterScript))
  await page.waitForTimeout(1000)
  const count = await page.evaluate(elements)
  const { frames, longTasks, shift } = await page.evaluate(drive, HELD)
  await page.close()
  return {
    first: median(firsts),
    frame: Math.round(p95(frames) * 10) / 10,
    longTasks,
    elements: count,
    shift,
  }
}

const said: Record<keyof Seen, { name: string; say: (value: number) => string }> = {
  first: { name: 'first rounds drawn after the script is ready', say: milliseconds },
  frame: { name: 'frame, 95 of 100, zooming and panning', say: milliseconds },
  longTasks: { name: 'long tasks meanwhile', say: String },
  elements: { name: 'elements', say: String },
  shift: { name: 'layout shift meanwhile', say: (value) => value.toFixed(2) },
}

/** What is wanted at the largest size. */
function goalOf(what: keyof Seen, view: View, value: number | undefined): Goal {
  if (what === 'first') return atMost('200 ms', 200, value)
  if (what === 'frame') return atMost('16.8 ms', 16.8, value)
  if (what === 'longTasks') return atMost('0', 0, value)
  if (what === 'shift') return atMost('0.1', 0.1, value)
  return view === 'eighty years' ? atMost('400', 400, value) : atMost('1,000', 1000, value)
}

function figuresOf(view: View, ours: Map<number, Seen>, naive: Map<number, Seen | null>): Figure[] {
  return (Object.keys(said) as Array<keyof Seen>).map((what) => {
    const { name, say } = said[what]
    const cells = new Map(
      [...ours].map(([size, mine]) => {
        const theirs = naive.get(size)
        const beside = theirs
          ? say(theirs[what])
          : theirs === null
            ? `over ${PATIENCE_MS / 1000} s`
            : 'not tried'
        return [size, `${say(mine[what])} · ${beside}`]
      }),
    )
    const growth = what === 'first' && ours.size > 1 ? { growth: times(grown(ours)) } : {}
    return {
      name: `${view}: ${name}`,
      cells,
      ...growth,
      goal: goalOf(what, view, [...ours.values()].at(-1)?.[what]),
    }
  })
}

function grown(ours: Map<number, Seen>): number {
  const firsts = [...ours.values()].map(({ first }) => first)
  return (firsts.at(-1) ?? Number.NaN) / (firsts[0] ?? Number.NaN)
}
