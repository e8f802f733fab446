/* Rows come and go in place: the server answers with the whole page, and only what is new of it is taken. */

/** `changed` is told the list whose rows came or went. */
export function changeRowsInPlace(form: HTMLFormElement, changed: (list: HTMLElement) => void): void {
  form.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || !/^_(add|remove)$/.test(button.name)) return
    if (button.dataset.plain !== undefined) return
    event.preventDefault()
    change(form, button, changed).catch(() => sendPlain(form, button))
  })
}

/** As it would be without scripts. */
function sendPlain(form: HTMLFormElement, button: HTMLButtonElement): void {
  button.dataset.plain = ''
  form.requestSubmit(button)
}

async function change(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  changed: (list: HTMLElement) => void,
): Promise<void> {
  const list = listOf(button)
  if (list.getAttribute('aria-busy') === 'true') return
  list.setAttribute('aria-busy', 'true')
  const before = valuesIn(list)
  try {
    const fresh = (await answerTo(form, button)).getElementById(list.id)
    if (!fresh) throw new Error('The answer holds no such list.')
    const typed = typedSince(before, valuesIn(list))
    if (button.name === '_add') appendRow(list, fresh)
    else replaceRows(list, fresh, renamed(typed, button.value))
    const focused = list.querySelector<HTMLElement>('[autofocus]')
    focused?.removeAttribute('autofocus')
    changed(list)
    focused?.focus()
  } finally {
    list.removeAttribute('aria-busy')
  }
}

/** A row's own button stands in the row, within the list that it belongs to. */
function listOf(button: HTMLButtonElement): HTMLElement {
  const list = button.closest<HTMLElement>('.rows')
  if (!list) throw new Error('The button stands in no list.')
  return list
}

async function answerTo(form: HTMLFormElement, { name, value }: HTMLButtonElement): Promise<Document> {
  const body = new URLSearchParams([...new FormData(form)] as Array<[string, string]>)
  body.set(name, value)
  const reply = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/html' }, body })
  if (!reply.ok) throw new Error(`The server answered ${reply.status}.`)
  return new DOMParser().parseFromString(await reply.text(), 'text/html')
}

/** What stands already stays as it is, with all that was typed into it; behind it comes the new row. */
function appendRow(list: HTMLElement, fresh: HTMLElement): void {
  const [rows, all] = [rowsIn(list), rowsIn(fresh)]
  list.querySelector(':scope > .row-buttons')?.remove()
  list.append(...all.slice(rows.length), ...fresh.querySelectorAll(':scope > .row-buttons'))
}

/** The rows behind the one that went are numbered anew, so the whole list is new. */
function replaceRows(list: HTMLElement, fresh: HTMLElement, typed: Map<string, string>): void {
  list.replaceChildren(...fresh.childNodes)
  for (const input of inputsIn(list)) input.value = typed.get(input.name) ?? input.value
}

function rowsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > .group')]
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function inputsIn(list: HTMLElement): Input[] {
  return [...list.querySelectorAll<Input>('input, select, textarea')]
}

function valuesIn(list: HTMLElement): Map<string, string> {
  return new Map(inputsIn(list).map(({ name, value }) => [name, value]))
}

/** What was typed while the answer was on its way. */
function typedSince(before: Map<string, string>, now: Map<string, string>): Map<string, string> {
  return new Map([...now].filter(([name, value]) => before.get(name) !== value))
}

/** The names of inputs once "delegations.1" is gone: what was "delegations.2.party" is "delegations.1.party". */
function renamed(typed: Map<string, string>, gone: string): Map<string, string> {
  const [, list = '', place = ''] = /^(.+)\.(\d+)$/.exec(gone) ?? []
  const names = [...typed].flatMap(([name, value]): Array<[string, string]> => {
    const [, at = '', rest = ''] = name.startsWith(`${list}.`)
      ? (/^(\d+)(\..*)$/.exec(name.slice(list.length + 1)) ?? [])
      : []
    if (at === '') return [[name, value]]
    if (at === place) return []
    return [[`${list}.${Number(at) > Number(place) ? Number(at) - 1 : at}${rest}`, value]]
  })
  return new Map(names)
}
