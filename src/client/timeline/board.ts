/* The picture over the lanes: bins, rounds that are not in the page yet, and the days that matter. Drawn anew for each frame that moves. */
import type { PlacedBin } from './scene.ts'

/** A lane as it stands in the page, in pixels from the top of the picture. */
export interface Strip {
  id: string
  top: number
  height: number
}

/** A round without an element of its own. */
export interface Bar {
  lane: string
  row: number
  from: number
  to: number
  isHollow: boolean
  isFaded: boolean
}

export interface Line {
  at: number
  words: string
  isDashed: boolean
}

export interface Picture {
  strips: Strip[]
  /** Milliseconds at the left and the right edge. */
  start: number
  end: number
  bins: ReadonlyMap<string, readonly PlacedBin[]>
  /** Which bin is selected. */
  chosen: string | number | null
  most: number
  bars: Bar[]
  lines: Line[]
  row: number
}

const DISPUTED = 1
const ANNOUNCED = 2
const MARK = 12

export class Board {
  readonly #canvas = document.createElement('canvas')
  readonly #pen: CanvasRenderingContext2D | null
  #family: string | null = null
  #colours: Record<'ink' | 'ink2' | 'paper' | 'link' | 'edge', string> | null = null

  constructor(panel: Element) {
    this.#canvas.className = 'timeline-board'
    this.#canvas.setAttribute('aria-hidden', 'true')
    this.#pen = this.#canvas.getContext('2d')
    panel.append(this.#canvas)
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.#colours = null
    })
  }

  draw(picture: Picture): void {
    const pen = this.#pen
    const { width, height } = this.#fit()
    if (!pen || width === 0) return
    pen.clearRect(0, 0, width, height)
    const x = (ms: number) => ((ms - picture.start) / (picture.end - picture.start)) * width
    for (const line of picture.lines) this.#line(pen, line, x(line.at), { width, height })
    for (const strip of picture.strips) this.#bins(pen, picture, strip, x, width)
    for (const bar of picture.bars) this.#bar(pen, picture, bar, x, width)
  }

  width(): number {
    return this.#canvas.parentElement?.clientWidth ?? 0
  }

  /** How wide words are, in the type of the drawing. */
  measure(words: string): number {
    if (!this.#pen) return words.length * 7
    this.#pen.font = this.#font(700)
    return this.#pen.measureText(words).width
  }

  #font(weight: number, px = 13): string {
    this.#family ??= getComputedStyle(this.#canvas).fontFamily
    return `${weight} ${px}px ${this.#family}`
  }

  #fit(): { width: number; height: number } {
    const [width, height] = [this.width(), this.#canvas.parentElement?.clientHeight ?? 0]
    // A picture of many lanes on a fine screen would take more memory than it is worth.
    const fine = Math.min(devicePixelRatio || 1, Math.sqrt(8_000_000 / Math.max(1, width * height)))
    const [w, h] = [Math.round(width * fine), Math.round(height * fine)]
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w
      this.#canvas.height = h
      this.#pen?.setTransform(fine, 0, 0, fine, 0, 0)
    }
    return { width, height }
  }

  #colour(name: 'ink' | 'ink2' | 'paper' | 'link' | 'edge'): string {
    if (!this.#colours) {
      const style = getComputedStyle(this.#canvas)
      const read = (one: string) => style.getPropertyValue(`--${one}`).trim() || 'currentColor'
      this.#colours = {
        ink: read('ink'),
        ink2: read('ink2'),
        paper: read('paper'),
        link: read('link'),
        edge: read('edge'),
      }
    }
    return this.#colours[name]
  }

  #line(
    pen: CanvasRenderingContext2D,
    { at, words, isDashed }: Line,
    x: number,
    { width, height }: { width: number; height: number },
  ): void {
    if (!Number.isFinite(at) || x < -200 || x > 10_000) return
    pen.strokeStyle = this.#colour('link')
    pen.lineWidth = 1.5
    pen.setLineDash(isDashed ? [5, 4] : [])
    pen.beginPath()
    pen.moveTo(x, 0)
    pen.lineTo(x, height)
    pen.stroke()
    pen.setLineDash([])
    pen.font = this.#font(400, 11)
    // Near the end the words stand before the line.
    const isLate = x + 8 + pen.measureText(words).width > width
    pen.textAlign = isLate ? 'right' : 'left'
    pen.textBaseline = 'bottom'
    pen.fillStyle = this.#colour('link')
    pen.fillText(words, isLate ? x - 4 : x + 4, height - 2)
  }

  #bins(
    pen: CanvasRenderingContext2D,
    { bins, chosen, most }: Picture,
    { id, top, height }: Strip,
    x: (ms: number) => number,
    width: number,
  ): void {
    const room = height - 20
    const base = top + height - 4
    pen.textAlign = 'center'
    pen.textBaseline = 'bottom'
    pen.font = this.#font(400, 11)
    for (const bin of bins.get(id) ?? []) {
      const { from, to } = bin
      const isChosen = bin.id === chosen
      const [left, right] = [x(from), x(to)]
      if (right < 0 || left > width) continue
      const wide = Math.max(2, right - left - (right - left > 4 ? 1 : 0))
      const tall = 4 + (room - 4) * (Math.log1p(bin.count) / Math.log1p(most))
      pen.fillStyle = this.#colour(isChosen ? 'link' : 'ink')
      pen.fillRect(left, base - tall, wide, tall)
      this.#flags(pen, bin, left + wide / 2, base, wide)
      if (wide >= 10) {
        pen.fillStyle = this.#colour('ink2')
        pen.fillText(String(bin.count), left + wide / 2, base - tall - 1)
      }
      if (isChosen) this.#ring(pen, left - 3, base - tall - 3, wide + 6, tall + 6)
    }
  }

  /** A diamond says that accounts differ on something here, a ring that something was only announced. */
  #flags(pen: CanvasRenderingContext2D, { flags }: PlacedBin, x: number, base: number, wide: number): void {
    if (wide < 5) return
    pen.fillStyle = this.#colour('paper')
    pen.strokeStyle = this.#colour('paper')
    if (flags & DISPUTED) {
      pen.beginPath()
      pen.moveTo(x, base - 1)
      pen.lineTo(x + 2, base - 3)
      pen.lineTo(x, base - 5)
      pen.lineTo(x - 2, base - 3)
      pen.fill()
    }
    if (!(flags & ANNOUNCED)) return
    pen.fillStyle = this.#colour('link')
    pen.fillRect(x - Math.min(wide, 12) / 2, base + 1, Math.min(wide, 12), 2)
  }

  #ring(pen: CanvasRenderingContext2D, left: number, top: number, wide: number, tall: number): void {
    pen.strokeStyle = this.#colour('link')
    pen.lineWidth = 2
    pen.strokeRect(left, top, wide, tall)
  }

  #bar(
    pen: CanvasRenderingContext2D,
    { strips, row: rowHeight }: Picture,
    { lane, row, from, to, isHollow, isFaded }: Bar,
    x: (ms: number) => number,
    width: number,
  ): void {
    const strip = strips.find(({ id }) => id === lane)
    const [left, right] = [x(from), x(to)]
    if (!strip || right < -MARK || left > width) return
    const wide = Math.max(MARK, right - left)
    const middle = strip.top + 2 + rowHeight * row + rowHeight / 2
    pen.globalAlpha = isFaded ? 0.5 : 1
    pen.fillStyle = pen.strokeStyle = this.#colour('ink')
    pen.beginPath()
    pen.roundRect(
      right - left < MARK ? (left + right) / 2 - MARK / 2 : left,
      middle - MARK / 2,
      wide,
      MARK,
      MARK / 2,
    )
    if (isHollow) {
      pen.setLineDash([3, 3])
      pen.lineWidth = 2
      pen.stroke()
      pen.setLineDash([])
    } else pen.fill()
    pen.globalAlpha = 1
  }
}
