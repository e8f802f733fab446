/* The keys of a form; the page lists them under "Keyboard help". */
import type { Keeper } from './keeper.ts'

export function onKeys(form: HTMLFormElement, keeper: Keeper): void {
  const help = form.querySelector<HTMLElement>('[data-keys]')
  if (help) help.hidden = false
  const acts: Record<string, () => void> = {
    'Main+Enter': () => form.requestSubmit(form.querySelector<HTMLButtonElement>('.form-end .primary')),
    'Main+KeyS': () => keeper.keep(true),
    'Alt+Shift+KeyA': () => addRow(form),
    'Alt+Shift+ArrowDown': () => goToPart(form, 1),
    'Alt+Shift+ArrowUp': () => goToPart(form, -1),
  }
  document.addEventListener('keydown', (event) => {
    const act = acts[chord(event)]
    if (event.target instanceof Element && (event.target.closest('form') ?? form) !== form) return
    if (!act || event.repeat) return
    event.preventDefault()
    act()
  })
}

/** "Main" is Ctrl, or ⌘ on a Mac. By place on the keyboard: Alt makes other letters of the keys. */
function chord({ ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent): string {
  const held = [(ctrlKey || metaKey) && 'Main', altKey && 'Alt', shiftKey && 'Shift']
  return [...held.filter(Boolean), code === 'NumpadEnter' ? 'Enter' : code].join('+')
}

/** To the innermost list that the focus is in and that has room. */
function addRow(form: HTMLFormElement): void {
  const focused = document.activeElement
  let list = focused?.closest('.rows') ?? focused?.closest('.section')?.querySelector('.rows')
  while (list) {
    const button = list.querySelector<HTMLButtonElement>(':scope > .row-buttons > [name=_add]')
    if (button) return form.requestSubmit(button)
    list = list.parentElement?.closest('.rows')
  }
}

/** Each section and each row of a list is a part. */
function goToPart(form: HTMLFormElement, step: 1 | -1): void {
  const starts = [...form.querySelectorAll('.section, .group')].flatMap((part) => firstIn(part) ?? [])
  const parts = [...new Set(starts)]
  const focused = document.activeElement ?? form
  const isBehind = (part: Element) =>
    (focused.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  const next =
    step === 1 ? parts.find(isBehind) : parts.filter((part) => part !== focused && !isBehind(part)).at(-1)
  next?.focus()
}

/** Where something can be typed, rather than a fold or a button before it. */
function firstIn(part: Element): HTMLElement | undefined {
  const all = part.querySelectorAll<HTMLElement>(
    'input:not([type=hidden]), select, textarea, button, summary',
  )
  const shown = [...all].filter((one) => !one.closest('details:not([open]) > :not(summary)'))
  return shown.find((one) => one.matches('input, select, textarea')) ?? shown[0]
}
