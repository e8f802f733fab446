/* What runs inside our page while it is gone through by keys. */

/** A round of what came with the page. */
export interface Round {
  id: number
  /** Which lane from the top. */
  lane: number
  day: number
  name: string
  /** It has an element in the window. */
  isOnScreen: boolean
}

/** Where the keys stand: on a round or on the head of a lane, and what was read aloud since the last key. */
export interface Place {
  id: number | null
  lane: number | null
  spoken: string[]
}

interface Drawing extends Element {
  'vis-item'?: { id: number | string }
}

declare global {
  interface Window {
    spoken: string[]
  }
}

/** Runs before the page's own scripts. It speaks once a second at most: to hear all of it, one need not wait. */
export function sayAtOnce(): void {
  const later = window.setTimeout.bind(window)
  const hasten = (work: () => void, ms?: number, ...given: unknown[]) =>
    later(work, ms === 1000 ? 0 : ms, ...given)
  window.setTimeout = hasten as typeof window.setTimeout
  window.spoken = []
  addEventListener('DOMContentLoaded', () => {
    const status = document.querySelector('.timeline-status')
    if (!status) return
    new MutationObserver(() => window.spoken.push(status.textContent ?? '')).observe(status, {
      childList: true,
    })
  })
}

/** The library keeps at each element which round it draws. */
export function roundsOfPage(drawn: string): Round[] {
  const panel = document.querySelector('#timeline .vis-panel.vis-center')?.getBoundingClientRect()
  const isSeen = ({ left, right }: DOMRect) => panel && right >= panel.left && left <= panel.right
  const onScreen = new Set(
    [...document.querySelectorAll<Drawing>(drawn)]
      .filter((element) => isSeen(element.getBoundingClientRect()))
      .map((element) => element['vis-item']?.id),
  )
  const { rounds } = JSON.parse(
    document.querySelector<HTMLElement>('section.timeline')?.dataset.reply ?? '',
  ) as { rounds: Record<'id' | 'lane' | 'after', number[]> & { label: string[] } }
  let day = 0
  return rounds.id.map((id, nth) => {
    day += rounds.after[nth] ?? 0
    const [lane, name] = [rounds.lane[nth] ?? 0, rounds.label[nth] ?? '']
    return { id, lane, day, name, isOnScreen: onScreen.has(id) }
  })
}

/** The address says which round is chosen; the head of a lane has the focus. */
export async function here(): Promise<Place> {
  await new Promise((resolve) => setTimeout(resolve, 20))
  const round = new URLSearchParams(location.search).get('round')
  const head = document.activeElement?.closest('#timeline .vis-label') ?? null
  const lane = head ? [...document.querySelectorAll('#timeline .vis-label')].indexOf(head) : null
  return { id: round === null ? null : Number(round), lane, spoken: window.spoken.splice(0) }
}
