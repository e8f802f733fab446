import type { Group } from './lanes.ts'

/** What stands beside a lane. The head of a negotiation is a button that shows its tracks; the keys reach it from the lane. */
export function labelOf(
  { of, words, count, lane, thread }: Group,
  more: (lane: string) => string,
): HTMLElement {
  const whole = element('span', 'lane-label')
  if (lane && of.startsWith('process')) whole.append(headButton(lane.isOpen, lane.process, words))
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

function headButton(isOpen: boolean, process: number, words: string): HTMLElement {
  const button = element('button', 'lane-button') as HTMLButtonElement
  button.append(element('span', 'lane-title', words))
  button.type = 'button'
  button.tabIndex = -1
  button.dataset.process = String(process)
  button.setAttribute('aria-expanded', String(isOpen))
  return button
}

export function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = words
  return made
}
