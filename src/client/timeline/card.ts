import { element } from './label.ts'

/** What the card says of a stop, and where its page is. */
export interface CardWords {
  above: string
  title: string
  /** Beneath the title, in small letters. */
  aside: string
  below: string
  open: string
  /** Null where it opens here, in the timeline. */
  href: string | null
}

/** The card of what is selected: what it is, and the way to it. */
export class Card {
  readonly #panel: HTMLElement
  readonly #leave: () => void
  readonly #open: () => void
  #card: HTMLElement | null = null

  constructor(panel: HTMLElement, leave: () => void, open: () => void) {
    this.#panel = panel
    this.#leave = leave
    this.#open = open
  }

  show({ above, title, aside, below, open, href }: CardWords, beside: DOMRect | null): void {
    this.hide()
    const card = element('div', 'item-card')
    const head = element('p', '')
    head.append(href === null ? element('b', '', title) : link(title, href))
    const close = element('button', 'button small', 'Close')
    close.addEventListener('click', () => this.#leave())
    const opening = href === null ? element('button', 'button small', open) : link(open, href)
    if (href === null) opening.addEventListener('click', () => this.#open())
    const actions = element('div', 'actions')
    actions.append(opening, close)
    card.append(
      element('p', 'small', above),
      head,
      element('p', 'small', aside),
      element('p', '', below),
      actions,
    )
    this.#place(card, beside)
    this.#panel.append(card)
    this.#card = card
  }

  hide(): void {
    this.#card?.remove()
    this.#card = null
  }

  /** Beneath the item, within the panel. Set through the object model, which a strict policy allows. */
  #place(card: HTMLElement, item: DOMRect | null): void {
    const panel = this.#panel.getBoundingClientRect()
    card.style.top = `${(item ? item.bottom - panel.top : 60) + 6}px`
    card.style.left = `${Math.max(8, Math.min((item ? item.left - panel.left : 8) - 12, panel.width - 370))}px`
  }
}

function link(words: string, href: string): HTMLElement {
  const made = element('a', '', words) as HTMLAnchorElement
  made.href = href
  return made
}
