import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ResvgRenderOptions } from '@resvg/resvg-js'
import { Refusal } from '../kernel/fault.ts'
import { ROOT } from '../kernel/root.ts'

/** A picture of so many pixels takes two seconds and 50 MB. */
const MOST_PIXELS = 12_000_000
/** Whoever comes while so many wait comes again later. */
const MOST_WAITING = 8
/** Nothing within those pixels takes so long. */
const PATIENCE_MS = 20_000

const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']
const letters: ResvgRenderOptions['font'] = {
  loadSystemFonts: false,
  fontFiles: fonts.map((file) => join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf', file)),
  defaultFontFamily: 'DejaVu Sans',
}

/** @throws Refusal 400 */
export function refuseLarge({ width, height }: { width: number; height: number }, scale: number): void {
  const pixels = Math.ceil(width * scale) * Math.ceil(height * scale)
  if (pixels <= MOST_PIXELS) return
  const [has, most] = [pixels, MOST_PIXELS].map((many) => Math.ceil(many / 1e6))
  throw new Refusal(
    400,
    `This picture would have ${has} million pixels, and ${most} million are the most: ask for a smaller scale or width, or for fewer lanes.`,
  )
}

/** Turns an SVG into a PNG. */
export type Painter = (svg: string, scale: number) => Promise<Uint8Array>

/** Paints one picture after another, each in a thread of its own, so that everybody else is answered meanwhile. */
export function painter(): Painter {
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()
  return async (svg, scale) => {
    if (waiting >= MOST_WAITING)
      throw new Refusal(503, 'Too many pictures are being drawn right now: try again in a moment.')
    waiting++
    const mine = before.then(() => paint(svg, scale)).finally(() => waiting--)
    before = mine.catch(() => {})
    return mine
  }
}

function paint(svg: string, scale: number): Promise<Uint8Array> {
  const options: ResvgRenderOptions = { font: letters, fitTo: { mode: 'zoom', value: scale } }
  const worker = new Worker(new URL('./png-worker.mjs', import.meta.url), {
    workerData: { svg, options },
    execArgv: [],
  })
  const late = setTimeout(() => worker.terminate(), PATIENCE_MS)
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The painter ended with ${code}.`)))
  }).finally(() => clearTimeout(late))
}
