import { cpus } from 'node:os'
import { hangUp } from '../bench/asking.ts'
import { csvPart } from '../bench/csv-part.ts'
import { type Figure, tableOf } from '../bench/figures.ts'
import { serverPart } from '../bench/server-part.ts'
import { openStage, type Stage, seconds } from '../bench/stage.ts'
import { buildAssets } from '../build.ts'
import { command, Misuse, say } from './command.ts'

const help = `npm run bench [-- --sizes 100,1000,10000,100000] [--only server|csv|browser] [--times 15] [--claims 2] [--bare]
Measures made-up records in a temporary folder, each beside what it is compared with in the one run: SQLite and node:http
without the application, the sqlite3 shell, and in a real browser vis-timeline with the same rounds. Prints ratios, growth and
what was wanted. With --bare the records are rounds and nothing else, and only the browser looks at them: --sizes 1000000 --bare.
Nothing of yours is touched.`

const parts = ['server', 'csv', 'browser'] as const
const options = {
  sizes: { type: 'string' },
  only: { type: 'string' },
  times: { type: 'string' },
  claims: { type: 'string' },
  bare: { type: 'boolean' },
} as const

await command(help, options, async ({ options }) => {
  const sizes = String(options.sizes ?? '100,1000,10000,100000')
    .split(',')
    .map(Number)
  const turns = Number(options.times ?? 15)
  const claims = Number(options.claims ?? 2)
  const isBare = options.bare === true
  const only = parts.filter((part) => part === (options.only ?? part) && (part === 'browser' || !isBare))
  // Fewer have no room for the rounds that are looked at.
  const isWrong = sizes.some((size) => !(size >= 100) || size % 1 !== 0) || !(turns >= 1) || !(claims >= 0)
  if (isWrong || only.length === 0) throw new Misuse(help)
  const began = performance.now()
  await buildAssets()
  const stages: Stage[] = []
  try {
    for (const rounds of sizes.sort((a, b) => a - b))
      stages.push(await openStage({ rounds, claims, seed: 1, isBare }, turns, say))
    const shown = shownOf(stages)
    const figures: Figure[] = []
    if (only.includes('server')) figures.push(...(await serverPart(shown, turns)))
    if (only.includes('csv')) figures.push(...(await csvPart(shown)))
    if (only.includes('browser')) figures.push(...(await browserFigures(stages, turns)))
    const [cpu] = cpus()
    say(
      `\n${cpus().length} cores (${cpu?.model.trim()}), Node ${process.versions.node}; medians of ${turns}; ${seconds(began)} in all\n`,
    )
    say(
      tableOf(
        shown.map(({ rounds }) => rounds),
        figures,
      ),
    )
  } finally {
    for (const stage of stages) stage.close()
    hangUp()
  }
})

/** A hundred rounds only tell what the first picture of them takes. */
function shownOf(stages: Stage[]): Stage[] {
  const shown = stages.filter(({ rounds }) => rounds >= 1000)
  return shown.length > 0 ? shown : stages
}

/** The browser is a tool of the tests, and not there where only the program is installed. */
async function browserFigures(stages: Stage[], turns: number): Promise<Figure[]> {
  const { browserPart } = await import('../bench/browser-part.ts')
  return browserPart(stages, turns)
}
