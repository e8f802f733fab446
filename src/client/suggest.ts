/* What is known that begins as is typed into the search box of the page's head: the combobox pattern of ARIA 1.2. */

interface Hit {
  name: string
  also: string
  kind: string
  href: string
}

const REST_MS = 100
const LIST = 'suggestions'

/** Without an answer, or without scripts, the box is a plain form. */
export function suggestAsTyped(): void {
  const form = document.querySelector<HTMLFormElement>('.bar-search')
  const input = form?.querySelector<HTMLInputElement>('[type="search"]')
  if (!form || !input) return
  const [list, told] = [document.createElement('ul'), document.createElement('p')]
  let asking = new AbortController()
  let resting = 0
  let at = -1

  const attributes = (element: Element, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value)
  }
  attributes(list, { id: LIST, role: 'listbox', 'aria-label': 'Suggestions', class: 'lookup' })
  attributes(told, { role: 'status', class: 'visually-hidden' })
  attributes(input, {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': LIST,
  })
  const mark = (to: number) => {
    at = to
    input.removeAttribute('aria-activedescendant')
    for (const [number, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(number === at))
      if (number === at) input.setAttribute('aria-activedescendant', option.id)
    }
  }
  const show = (hits: Hit[]) => {
    list.replaceChildren(
      ...hits.map(({ name, also, kind, href }, number) => {
        const option = document.createElement('li')
        const called = document.createElement('b')
        called.textContent = name
        option.append(called, ` ${also && `${also}, `}${kind}`)
        attributes(option, { id: `${LIST}-${number}`, role: 'option' })
        option.addEventListener('click', () => location.assign(href))
        return option
      }),
    )
    // Not before there is something to read: a page has no empty list and says nothing by itself.
    if (hits.length > 0) form.append(list, told)
    list.hidden = hits.length === 0
    attributes(input, { 'aria-expanded': String(!list.hidden) })
    told.textContent = list.hidden ? '' : `${hits.length} suggestions`
    mark(-1)
  }
  const close = () => {
    clearTimeout(resting)
    asking.abort()
    show([])
  }
  const ask = async () => {
    asking = new AbortController()
    const { signal } = asking
    try {
      const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
      const reply = await fetch(`/search/suggest?${query}`, { signal })
      const { hits } = await reply.json()
      if (document.activeElement === input) show(hits)
    } catch {
      if (!signal.aborted) show([])
    }
  }

  // A press must not take the focus from the input.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  input.addEventListener('blur', close)
  input.addEventListener('input', () => {
    clearTimeout(resting)
    asking.abort()
    if (input.value.trim() === '') close()
    else resting = window.setTimeout(ask, REST_MS)
  })
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event
    const count = list.children.length
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (isComposing || count === 0) return
    // One step beyond either end is the input itself, with what was typed.
    if (step !== 0) mark(((at + 1 + step + count + 1) % (count + 1)) - 1)
    else if (key === 'Enter' && at >= 0) (list.children[at] as HTMLElement).click()
    else if (key === 'Escape') close()
    else return
    event.preventDefault()
  })
  close()
}
