/* How much a browser has to fetch. */
import { ask } from './asking.ts'
import { atMost, type Figure } from './figures.ts'
import type { Stage } from './stage.ts'

const packed = { headers: { 'Accept-Encoding': 'br, gzip' } }

/** What goes over the wire, packed as it is for browsers. */
export async function bytesPart(stages: Stage[]): Promise<Figure[]> {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const sized = async (
    name: string,
    most: number,
    bytes: (stage: Stage) => Promise<number>,
  ): Promise<Figure> => {
    const all = new Map<number, number>()
    for (const stage of stages) all.set(stage.rounds, await bytes(stage))
    const cells = new Map([...all].map(([size, count]) => [size, kilobytes(count)]))
    return { name, cells, goal: atMost(`${most} kB`, most * 1000, [...all.values()].at(-1)) }
  }
  const length = async (address: string) => (await ask(address, packed)).body.length
  return [
    await sized('scripts and styles of the timeline’s page', 95, async ({ application }) => {
      const page = String((await ask(`${application}/`)).body)
      const files = new Set(page.match(/\/assets\/[\w.-]+\.(?:js|css)/g))
      let sum = 0
      for (const file of files) sum += await length(application + file)
      return sum
    }),
    await sized('home page, first reply', 60, ({ application }) => length(`${application}/`)),
    await sized('window of eighty years, reply', 4, ({ application }) =>
      length(`${application}/timeline.json?from=1945-01-01&to=2026-12-31`),
    ),
  ]
}
