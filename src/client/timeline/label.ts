import type { Lane } from '../../timeline/reply.ts'
import { type Group, setOf } from './lanes.ts'

/** What stands beside a lane. A head is a button that shows what is under it; the keys reach it from the lane. */
export function labelOf(
  { of, words, count, lane, thread }: Group,
  more: (lane: string) => string,
): HTMLElement {
  const whole = element('span', 'lane-label')
  if (lane && isHead(lane)) whole.append(headButton(lane))
  else {
    if (thread?.code) whole.append(element('span', `plate plate-${thread.tone}`, thread.code), ' ')
    whole.append(element('span', 'lane-title', words))
  }
  if (count) whole.append(' ', element('small', '', count))
  if (lane) {
    const link = element('a', 'lane-more') as HTMLAnchorElement
    link.href = more(of)
    link.tabIndex = -1
    link.hidden = true
    link.title = 'In the table'
    whole.append(link)
  }
  return whole
}

/** A negotiation, or the head of a set. */
function isHead({ id }: Lane): boolean {
  return id.startsWith('process') || setOf(id) === id
}

function headButton({ id, title, isOpen }: Lane): HTMLElement {
  const button = element('button', 'lane-button') as HTMLButtonElement
  button.append(element('span', 'lane-title', title))
  button.type = 'button'
  button.tabIndex = -1
  button.dataset.lane = id
  button.setAttribute('aria-expanded', String(isOpen))
  return button
}

export function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = words
  return made
}
