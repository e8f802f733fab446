import type { Thread } from '../../timeline/threads.ts'
import type { Stop } from './keys.ts'
import { stepId } from './scene.ts'

/** Width of a mark and of the shape in it, as the stylesheet has them. */
const MARK_PX = 24
const SHAPE_PX = 16

/** First and last day that a thread is drawn over. */
export function extentOf({ steps, tail }: Thread): [number, number] {
  const first = steps[0]?.at ?? 0
  return [first, Math.max(first + 1, steps.at(-1)?.at ?? first, tail?.to ?? first)]
}

/** A thread on its lane: a line with the shapes of what was done, each where it lies between first and last. */
export function strip(thread: Thread, chosen: Stop['id'] | null): HTMLElement {
  const [first, last] = extentOf(thread)
  const per = (day: number) => ((day - first) / (last - first)) * 100
  const made = part('strip', `party-${thread.tone}`)
  let before = first
  const draw = (to: number, kind: string) => {
    const line = part('strip-line', `is-${kind}`)
    line.style.insetInlineStart = `${per(before)}%`
    line.style.inlineSize = `${per(to) - per(before)}%`
    made.append(line)
    before = to
  }
  for (const { at, line } of thread.steps) draw(at, line)
  if (thread.tail) draw(thread.tail.to, thread.tail.kind)
  let aside = 0
  thread.steps.forEach(({ at, shape, tone }, nth) => {
    const mark = part('strip-mark', `party-${tone}`)
    mark.dataset.stop = stepId(thread, nth)
    mark.style.insetInlineStart = `${per(at)}%`
    // What happened on one day stands side by side.
    const shift = SHAPE_PX * thread.steps.slice(0, nth).filter((step) => step.at === at).length
    mark.style.marginInlineStart = `${shift - MARK_PX / 2}px`
    aside = Math.max(aside, shift)
    markStrip(mark, chosen)
    mark.append(shapeNamed(shape))
    made.append(mark)
  })
  const word = part('strip-word')
  word.textContent = thread.word
  word.style.marginInlineStart = `${aside}px`
  made.append(word)
  return made
}

export function markStrip(mark: HTMLElement, chosen: Stop['id'] | null): void {
  mark.classList.toggle('is-selected', mark.dataset.stop === chosen)
}

/** The shapes are drawn once, in the key beneath the timeline, and copied from there. */
function shapeNamed(shape: string): Node {
  const drawn = document.querySelector(`.thread-key [data-shape="${CSS.escape(shape)}"] svg`)
  return drawn?.cloneNode(true) ?? document.createTextNode('•')
}

function part(...classes: string[]): HTMLElement {
  const made = document.createElement('span')
  made.className = classes.join(' ')
  return made
}
