/* How much a browser has to fetch. */
import { ask } from './asking.ts'
import { bounded, type Figure } from './figures.ts'
import type { Stage } from './stage.ts'
import { replyOf, type View, windowOf } from './views.ts'

type Packing = 'br' | 'gzip'

/** What goes over the wire, packed as browsers ask for it, or by what they all know. */
export async function bytesPart(stages: Stage[]): Promise<Figure[]> {
  const sized = async (name: string, most: number, bytes: (stage: Stage) => Promise<number>) => {
    const all = new Map<number, number>()
    for (const stage of stages) all.set(stage.rounds, await bytes(stage))
    return bounded(name, all, kilobytes, most * 1000)
  }
  const reply = (view: View, most: number, packing: Packing) =>
    sized(`window of ${view}, reply by ${packing === 'br' ? 'brotli' : packing}`, most, async (stage) =>
      length(replyOf(stage, await windowOf(stage, view)), packing),
    )
  return [
    await sized('scripts and styles of the timeline’s page', 95, scriptsAndStyles),
    await sized('home page, first reply', 60, ({ application }) => length(`${application}/`)),
    await reply('eighty years', 2, 'gzip'),
    await reply('eighty years', 2, 'br'),
    await reply('about 150 rounds', 4, 'gzip'),
    await reply('about 150 rounds', 4, 'br'),
  ]
}

async function scriptsAndStyles({ application }: Stage): Promise<number> {
  const page = String((await ask(`${application}/`)).body)
  let sum = 0
  for (const file of new Set(page.match(/\/assets\/[\w.-]+\.(?:js|css)/g)))
    sum += await length(application + file)
  return sum
}

async function length(address: string, packing: Packing = 'br'): Promise<number> {
  const { body } = await ask(address, { headers: { 'Accept-Encoding': packing } })
  return body.length
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
