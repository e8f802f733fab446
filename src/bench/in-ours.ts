/* What runs inside our own page, where vis-timeline as it comes has nothing to compare. */

declare global {
  interface Window {
    /** When an element of a round last came, went or moved, by the frame that showed it. */
    settled: number | null
    hand: Hand
  }
}

export interface Hand {
  /** From each event to the end of its frame. */
  answers: Array<{ kind: string; spent: number }>
  violations: string[]
}

/** Runs before the page's own scripts. */
export function watchSettling(drawn: string): void {
  window.settled = null
  const isRound = (node: Node) =>
    node instanceof Element && (node.matches(drawn) || node.querySelector(drawn) !== null)
  new MutationObserver((changes) => {
    const isOfRounds = changes.some(({ target, addedNodes, removedNodes }) =>
      [target, ...addedNodes, ...removedNodes].some(isRound),
    )
    if (!isOfRounds) return
    requestAnimationFrame(() => {
      window.settled = performance.now()
    })
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] })
}

export function isSettled(): boolean {
  return window.settled !== null && performance.now() - window.settled > 300
}

/**
 * Runs before the page's own scripts. An answer is counted from the timestamp that the browser gave the event to when the page has done
 * its part of the next frame: a message that is sent in the frame's callback arrives when styles, layout and painting are through. What
 * the compositor then takes to bring it to the screen is not in it. The browser itself hands wheel and pointer on once for each
 * frame, so about a frame is waiting.
 */
export function watchHand(): void {
  const hand: Hand = { answers: [], violations: [] }
  window.hand = hand
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    hand.violations.push(`${violatedDirective} ${blockedURI}`),
  )
  const { port1, port2 } = new MessageChannel()
  let waiting: Array<{ kind: string; at: number }> = []
  port1.onmessage = () => {
    const now = performance.now()
    for (const { kind, at } of waiting) hand.answers.push({ kind, spent: now - at })
    waiting = []
  }
  const hear = ({ type, timeStamp }: Event) => {
    waiting.push({ kind: type, at: timeStamp })
    if (waiting.length === 1) requestAnimationFrame(() => port2.postMessage(null))
  }
  for (const kind of ['wheel', 'pointermove', 'keydown'])
    addEventListener(kind, hear, { capture: true, passive: true })
}
