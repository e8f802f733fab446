/* What the server takes: each page at each size by turns, beside the raw engine where it has an answer. */
import { ask, median, timed } from './asking.ts'
import { atMost, type Figure, milliseconds, times } from './figures.ts'
import { type Measure, measures } from './measures.ts'
import { CROWDED, type Stage } from './stage.ts'

/** Server time is to grow by half at most. */
const GROWTH = 1.5
/** Once in so many turns a round is saved; each save is another one. */
const SAVES = 5
/** Turns that do not count: code that has just been loaded runs slowly, and a server runs for days. */
const WARM = 40

export async function serverPart(stages: Stage[], turns: number): Promise<Figure[]> {
  // A program that has just started still counts its rounds.
  for (const { application } of stages) await ask(`${application}/rounds`)
  const figures: Figure[] = []
  for (const measure of measures) figures.push(await measured(stages, measure, turns))
  figures.push(await saved(stages, Math.min(turns, SAVES)))
  for (const path of ['', '/evidence/duration_minutes'])
    figures.push(await crowdedPage(stages[0], path, turns))
  return figures
}

async function measured(stages: Stage[], measure: Measure, turns: number): Promise<Figure> {
  const ours = await byTurns(stages, turns, (stage, turn) => ({
    address: stage.application + stage.addressOf(measure, turn),
    ...(measure.isAtDesk ? { headers: stage.headers } : {}),
  }))
  const raw = measure.raw
    ? await byTurns(stages, turns, (stage, turn) => ({ address: stage.raw + stage.addressOf(measure, turn) }))
    : new Map<number, number>()
  const ratios = new Map([...raw].map(([size, spent]) => [size, (ours.get(size) ?? Number.NaN) / spent]))
  const cells = new Map(
    [...ours].map(([size, spent]) => {
      const ratio = ratios.get(size)
      return [size, milliseconds(spent) + (ratio === undefined ? '' : `, ${times(ratio)} raw`)]
    }),
  )
  const growth = grown(ours)
  const goal = measure.goal
    ? atMost(`${times(measure.goal)} raw`, measure.goal, [...ratios.values()].at(-1))
    : Number.isFinite(growth)
      ? atMost(`${times(GROWTH)} growth`, GROWTH, growth)
      : undefined
  return {
    name: measure.name,
    cells,
    ...(Number.isFinite(growth) ? { growth: times(growth) } : {}),
    ...(goal ? { goal } : {}),
  }
}

/** Not a number where there is but one size to tell it from. */
function grown(bySize: Map<number, number>): number {
  const medians = [...bySize.values()]
  return medians.length < 2 ? Number.NaN : (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN)
}

interface Asking {
  address: string
  method?: string
  headers?: Record<string, string>
  body?: string
  expected?: number
}

/** Medians by size. The sizes take turns, so that all of them meet the same weather. */
async function byTurns(
  stages: Stage[],
  turns: number,
  asking: (stage: Stage, turn: number) => Asking,
  warm = WARM,
): Promise<Map<number, number>> {
  const spent = new Map<number, number[]>(stages.map(({ rounds }) => [rounds, []]))
  for (let turn = -warm; turn < turns; turn++)
    for (const stage of stages) {
      const { address, expected, ...init } = asking(stage, turn < 0 ? (turn + warm) % turns : turn)
      const time = await timed(address, init, expected)
      if (turn >= 0) spent.get(stage.rounds)?.push(time)
    }
  return new Map([...spent].map(([size, all]) => [size, median(all)]))
}

let entered = 0

async function saved(stages: Stage[], turns: number): Promise<Figure> {
  const asking = ({ application, headers }: Stage) => ({
    ...{ address: `${application}/rounds/new`, method: 'POST', expected: 303 },
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(newRound(++entered))),
  })
  const spent = await byTurns(stages, turns, asking, 1)
  const cells = new Map([...spent].map(([size, time]) => [size, milliseconds(time)]))
  return {
    name: 'a round with two delegations and a source is saved',
    cells,
    growth: times(grown(spent)),
  }
}

function newRound(number: number): Record<string, string> {
  return {
    ...{
      track_id: '1',
      title: `Entered ${number}`,
      date: '2025-06-05',
      status: 'held',
      venue: 'A house by the sea',
    },
    ...{ 'delegations.0.party': 'Norway', 'delegations.0.people.0.person': `Head ${number}` },
    ...{ 'delegations.0.people.0.role': 'head', 'delegations.1.party': 'Oman' },
    ...{ 'source.publisher': 'Outlet 1', 'source.kind': 'news report' },
  }
}

/** A promise of ours: three times at most. */
async function crowdedPage(stage: Stage | undefined, path: string, turns: number): Promise<Figure> {
  if (!stage) throw new Error('There is no record to measure.')
  const on = async (id: number) =>
    (
      await byTurns([stage], turns, ({ application }) => ({ address: `${application}/rounds/${id}${path}` }))
    ).get(stage.rounds) ?? Number.NaN
  const ratio = (await on(CROWDED.many)) / (await on(CROWDED.few))
  return {
    name: `${path === '' ? 'a round' : 'a field'} with 1,000 claims on the field against 50`,
    cells: new Map([[stage.rounds, times(ratio)]]),
    goal: atMost(times(3), 3, ratio),
  }
}
