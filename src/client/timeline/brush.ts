import { edtfDay } from '../../kernel/calendar.ts'
import { civilDate, dayNumber, monthLength } from '../../kernel/days.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { dayAt, type Piece, placeOn } from '../../kernel/scale.ts'
import { element } from './label.ts'

type Window = readonly [first: number, last: number]
type Side = 'from' | 'to' | 'both'

/** The window over the strip of all rounds: two handles that are sliders, and what lies between them to be dragged. */
export class Brush {
  readonly #strip: HTMLElement
  readonly #pieces: Piece[]
  readonly #go: (window: Window) => void
  readonly #pane = element('div', 'brush')
  readonly #handles = { from: handle('From'), to: handle('To') }
  #window: Window = [0, 0]

  constructor(strip: HTMLElement, go: (window: Window) => void) {
    this.#strip = strip
    this.#pieces = JSON.parse(strip.dataset.pieces ?? '[]')
    this.#go = go
    this.#pane.append(this.#handles.from, this.#handles.to)
    strip.append(this.#pane)
    for (const side of ['from', 'to'] as const) {
      this.#handles[side].addEventListener('keydown', (event) => this.#onKey(event, side))
      this.#onDrag(this.#handles[side], side)
    }
    this.#onDrag(this.#pane, 'both')
  }

  /** The dates that all rounds lie in; of a scale that is cut, its longest piece. */
  whole(): Window {
    const longest = [...this.#pieces].sort((a, b) => b.last - b.first - (a.last - a.first))[0]
    if (!longest) return this.#window
    const spare = Math.round((longest.last - longest.first) * 0.03)
    return [longest.first - spare, longest.last + spare]
  }

  show(window: Window): void {
    this.#window = window
    const [first, last] = window
    const [from, to] = [placeOn(this.#pieces, first), placeOn(this.#pieces, last + 1)]
    this.#pane.style.insetInlineStart = `${from * 100}%`
    this.#pane.style.inlineSize = `${(to - from) * 100}%`
    for (const [side, day] of [
      ['from', first],
      ['to', last],
    ] as const) {
      const slider = this.#handles[side]
      slider.setAttribute('aria-valuenow', String(day))
      slider.setAttribute('aria-valuetext', sayDate(edtfDay(day)))
      slider.setAttribute('aria-valuemin', String(this.#ends()[0]))
      slider.setAttribute('aria-valuemax', String(this.#ends()[1]))
    }
  }

  #ends(): Window {
    const [first, last] = this.#window
    return [Math.min(this.#pieces[0]?.first ?? 0, first), Math.max(this.#pieces.at(-1)?.last ?? 0, last)]
  }

  /** Arrows a month, Page keys a year, Home and End to the ends. */
  #onKey(event: KeyboardEvent, side: 'from' | 'to'): void {
    const months = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[
      event.key
    ]
    const day = this.#window[side === 'from' ? 0 : 1]
    const end = { Home: this.#ends()[0], End: this.#ends()[1] }[event.key]
    const next = months === undefined ? end : monthsOn(day, months)
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    this.#move(side, this.#window, next - day)
  }

  #move(side: Side, [first, last]: Window, by: number): void {
    const from = side === 'to' ? first : first + by
    const to = side === 'from' ? last : last + by
    const next: Window = side === 'from' ? [Math.min(from, last), last] : [from, Math.max(to, from)]
    this.show(next)
    this.#go(next)
  }

  #onDrag(part: HTMLElement, side: Side): void {
    part.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.stopPropagation()
      event.preventDefault()
      part.setPointerCapture(event.pointerId)
      const { left, width } = this.#strip.getBoundingClientRect()
      const began = this.#window
      const day = (x: number) => dayAt(this.#pieces, (x - left) / width)
      const grip = day(event.clientX)
      const move = (moved: PointerEvent) => this.#move(side, began, day(moved.clientX) - grip)
      part.addEventListener('pointermove', move)
      part.addEventListener('lostpointercapture', () => part.removeEventListener('pointermove', move), {
        once: true,
      })
    })
  }
}

function handle(name: string): HTMLElement {
  const made = element('div', 'brush-handle')
  made.tabIndex = 0
  made.setAttribute('role', 'slider')
  made.setAttribute('aria-label', name)
  return made
}

/** The same day so many months on, or the last of its month. */
function monthsOn(day: number, by: number): number {
  const { year, month, day: date } = civilDate(day)
  const at = year * 12 + month - 1 + by
  const next = { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 }
  return dayNumber({ ...next, day: Math.min(date, monthLength(next.year, next.month)) })
}
