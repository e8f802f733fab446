/** What the card says of a stop, and where its page is. */
export interface CardWords {
  above: string
  title: string
  /** Of the same line as the title, in small letters. */
  aside: string
  below: string
  open: string
  href: string
}

/** The card of what is selected: what it is, and the way to its page. */
export class Card {
  readonly #panel: HTMLElement
  #card: HTMLElement | null = null

  constructor(panel: HTMLElement) {
    this.#panel = panel
  }

  show({ above, title, aside, below, open, href }: CardWords, beside: Element | null): void {
    this.hide()
    const card = element('div', 'item-card')
    const link = document.createElement('a')
    link.href = href
    link.textContent = title
    const close = element('button', 'button small', 'Close')
    close.addEventListener('click', () => {
      this.hide()
      this.#panel.querySelector<HTMLElement>('#timeline')?.focus()
    })
    const actions = element('div', 'actions')
    const opening = link.cloneNode() as HTMLAnchorElement
    opening.textContent = open
    actions.append(opening, close)
    const head = element('p', '')
    head.append(link)
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
  #place(card: HTMLElement, beside: Element | null): void {
    const panel = this.#panel.getBoundingClientRect()
    const item = beside?.getBoundingClientRect()
    card.style.top = `${(item ? item.bottom - panel.top : 60) + 6}px`
    card.style.left = `${Math.max(8, Math.min((item ? item.left - panel.left : 8) - 12, panel.width - 370))}px`
  }
}

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = words
  return made
}
