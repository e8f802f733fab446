/* What runs inside the page that is measured, the same in ours and in the one with vis-timeline as it comes. */

/** A round that is an element of its own; and what takes the gestures. */
export const DRAWN = '#timeline .vis-item'
export const HELD = '#timeline .vis-panel.vis-center'

export interface Watched {
  /** When the first of it was in a frame. */
  first: number | null
  shift: number
  longTasks: number[]
}

declare global {
  interface Window {
    watched: Watched
    scriptReady?: number
  }
}

/** Runs before the page's own scripts. Rounds may be drawn as elements, or on a canvas over the lanes. */
export function watch(drawn: string): void {
  const watched: Watched = { first: null, shift: 0, longTasks: [] }
  window.watched = watched
  let isPainted = false
  const pen = CanvasRenderingContext2D.prototype
  for (const stroke of ['fill', 'fillRect'] as const) {
    const paint = pen[stroke] as (...given: unknown[]) => void
    Object.assign(pen, {
      [stroke](this: CanvasRenderingContext2D, ...given: unknown[]) {
        isPainted ||= this.canvas.closest('#timeline') !== null
        paint.apply(this, given)
      },
    })
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const found = document.querySelector(drawn)
    const isSeen = isPainted || (found !== null && getComputedStyle(found).visibility === 'visible')
    requestAnimationFrame(() => {
      if (isSeen) watched.first = performance.now()
      else look()
    })
  }
  look()
}

/** From the moment the script could run. */
export function firstAfterScript(): number {
  const loaded = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\/assets\/timeline-/.test(name))
    .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const ready = window.scriptReady ?? Math.max(...loaded, page?.domInteractive ?? 0)
  return (window.watched.first ?? Number.NaN) - ready
}

export interface Driven {
  frames: number[]
  shift: number
  longTasks: number
}

/** Forty steps, one for each frame: ten nearer, ten to the side, ten back, ten away; a rest after each ten. */
export async function drive(held: string): Promise<Driven> {
  const target = document.querySelector(held)
  if (!target) throw new Error(`There is no ${held}.`)
  const box = target.getBoundingClientRect()
  const at = { clientX: box.left + box.width / 2, clientY: box.top + Math.min(box.height, 400) / 2 }
  const frame = () => new Promise<number>(requestAnimationFrame)
  const rest = () => new Promise((resolve) => setTimeout(resolve, 500))
  const { shift, longTasks } = window.watched
  const before = { shift, longTasks: longTasks.length }
  const frames: number[] = []
  const ten = async (act: (step: number) => void) => {
    let last = await frame()
    for (let step = 1; step <= 10; step++) {
      act(step)
      const now = await frame()
      frames.push(now - last)
      last = now
    }
  }
  const common = { ...at, bubbles: true, cancelable: true, view: window }
  // By four fifths: what the library makes of a wheel that turns by 150.
  const wheel = (by: number) =>
    target.dispatchEvent(
      new WheelEvent('wheel', { ...common, ctrlKey: true, deltaY: -by, wheelDeltaY: by } as WheelEventInit),
    )
  const pointer = (type: string, by: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        ...{ ...common, clientX: at.clientX + by, pointerId: 7, pointerType: 'mouse', isPrimary: true },
        ...{ button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1 },
      }),
    )
  const drag = async (to: number) => {
    pointer('pointerdown', 0)
    await ten((step) => pointer('pointermove', (step * to) / 10))
    pointer('pointerup', to)
  }
  for (const block of [
    () => ten(() => wheel(150)),
    () => drag(-400),
    () => drag(400),
    () => ten(() => wheel(-150)),
  ]) {
    await block()
    await rest()
  }
  const { watched } = window
  return {
    ...{ frames, shift: watched.shift - before.shift },
    longTasks: watched.longTasks.length - before.longTasks,
  }
}

export function elements(): number {
  return document.querySelectorAll('#timeline *').length
}
