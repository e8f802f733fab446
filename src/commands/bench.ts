import { crowd } from '../bench/crowd.ts'
import { type Bench, openBench } from '../bench/opened.ts'
import { buildAssets } from '../build.ts'
import { command, Misuse, say } from './command.ts'

const help = `npm run bench [-- --rounds 100000] [-- --times 15]
Measures pages on made-up records in a temporary folder and prints ratios within the one run: a round with a thousand
claims against one with fifty, and a large record against one of a thousand rounds. Nothing of yours is touched.`

const pages = [
  '/',
  '/rounds',
  '/rounds?evidence=disputed',
  '/rounds?known=1990-01-01',
  '/timeline.json?from=1990-01-01&to=1990-12-31',
  '/rounds/500',
  '/rounds/500/evidence',
  '/disputes',
  '/disputes?known=1990-01-01',
  '/processes/process-12',
  '/changes',
  '/changes?process=process-12',
  '/rounds/500/history',
]
const deskPages = ['/desk', '/rounds/new', '/rounds/500/edit']

await command(help, { rounds: { type: 'string' }, times: { type: 'string' } }, async ({ options }) => {
  const [rounds, times] = [Number(options.rounds ?? 100_000), Number(options.times ?? 15)]
  if (!(rounds >= 1000) || !(times >= 3)) throw new Misuse(help)
  await buildAssets()
  const [small, large] = [await openBench(1000, say), await openBench(rounds, say)]
  try {
    await crowded(small, times)
    say(`\n${rounds.toLocaleString('en')} rounds against 1,000, median of ${times}, in milliseconds`)
    const grown = async (what: string, work: (bench: Bench) => Promise<void>) =>
      tell(
        what,
        await inTurn(
          times,
          () => work(small),
          () => work(large),
        ),
      )
    for (const path of pages) await grown(path, (bench) => bench.get(path))
    for (const path of deskPages) await grown(path, (bench) => bench.atDesk(path))
    await grown('a round with two delegations and a source is saved', (bench) => bench.enter())
  } finally {
    await small.close()
    await large.close()
  }
})

/** The promise: three times at most. */
async function crowded({ db, get }: Bench, times: number): Promise<void> {
  await crowd(db, 10, 50, 1_000_000)
  await crowd(db, 20, 1000, 2_000_000)
  for (const path of ['', '/evidence/duration_minutes']) {
    const both = await inTurn(
      times,
      () => get(`/rounds/10${path}`),
      () => get(`/rounds/20${path}`),
    )
    tell(`/rounds/ID${path}, 1,000 claims on one field against 50`, both)
  }
}

function tell(what: string, [few, many]: [number, number]): void {
  say(`${few.toFixed(1).padStart(8)} ${many.toFixed(1).padStart(8)}  x ${(many / few).toFixed(2)}  ${what}`)
}

/** Medians of two works done by turns, so that both meet the same weather. */
async function inTurn(
  times: number,
  one: () => Promise<void>,
  other: () => Promise<void>,
): Promise<[number, number]> {
  const spent: [number[], number[]] = [[], []]
  await one()
  await other()
  for (let turn = 0; turn < times; turn++) {
    spent[0].push(await timed(one))
    spent[1].push(await timed(other))
  }
  return [median(spent[0]), median(spent[1])]
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
