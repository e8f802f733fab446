/* All rounds as CSV: ours, that of the sqlite3 shell where there is one, and plain lines written by better-sqlite3. */
import { spawn } from 'node:child_process'
import { ask, median } from './asking.ts'
import { type Figure, times } from './figures.ts'
import { CSV_PATH, CSV_SQL } from './measures.ts'
import type { Stage } from './stage.ts'

const HALF = 0.5
/** Of a large record one time tells enough. */
const turnsOf = (rounds: number) => (rounds < 50_000 ? 3 : 1)

export async function csvPart(stages: Stage[]): Promise<Figure[]> {
  const shell = await hasShell()
  const name = shell ? 'the sqlite3 shell' : 'better-sqlite3 (no sqlite3 shell on the PATH)'
  const cells = new Map<number, string>()
  let share = Number.NaN
  for (const stage of stages) {
    const ours = await perSecond(stage, () => bytes(`${stage.application}${CSV_PATH}`))
    const baseline = await perSecond(stage, () => (shell ? byShell(stage) : bytes(`${stage.raw}${CSV_PATH}`)))
    share = ours / baseline
    cells.set(stage.rounds, `${Math.round(ours).toLocaleString('en')} rows/s, ${times(share)}`)
  }
  const goal = { words: `≥ ${times(HALF)} the speed of ${name}`, isReached: share >= HALF }
  return [{ name: 'all rounds as CSV', cells, goal }]
}

/** Rows a second, by the median of a few times. */
async function perSecond({ rounds }: Stage, work: () => Promise<number>): Promise<number> {
  const spent: number[] = []
  for (let turn = 0; turn < turnsOf(rounds); turn++) {
    const began = performance.now()
    const read = await work()
    spent.push(performance.now() - began)
    if (read < rounds * 20) throw new Error('Hardly anything came as CSV.')
  }
  return (rounds / median(spent)) * 1000
}

async function bytes(address: string): Promise<number> {
  return (await ask(address)).body.length
}

function hasShell(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('sqlite3', ['-version'], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** The same columns by one statement. The shell is a program of the machine, so it only ever reads. */
function byShell({ path }: Stage): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('sqlite3', ['-readonly', '-batch', '-csv', '-header', path, CSV_SQL])
    let read = 0
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      read += chunk.length
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(read) : reject(new Error(`sqlite3 ended with ${code}: ${said}`)),
    )
  })
}
