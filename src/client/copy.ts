/*
 * Addresses and citations are copied at one press. Without this, or where the browser keeps its clipboard closed, the
 * text is there to be selected. The page may put a new bar in place of an old one, so the document listens, not the bar.
 */

export function copyTexts(): void {
  // It does not bubble, but can be caught on its way down.
  document.addEventListener('toggle', ({ target }) => opened(target), { capture: true })
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-copy]') : null
    const panel = button?.closest<HTMLElement>('.view-bar details')
    if (panel) void copy(panel)
  })
}

function opened(panel: EventTarget | null): void {
  if (!(panel instanceof HTMLDetailsElement) || !panel.open || !panel.closest('.view-bar')) return
  for (const button of panel.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
  if ('copyOnOpen' in panel.dataset) void copy(panel)
}

/** The panel's text; a line of the panel says what became of it. */
async function copy(panel: HTMLElement): Promise<void> {
  const text = panel.querySelector<HTMLElement>('[data-copied]')
  const told = panel.querySelector('[role="status"]')
  if (!text || !told) return
  try {
    await navigator.clipboard.writeText(isBox(text) ? text.value : text.innerText)
    told.textContent = 'Copied.'
  } catch {
    if (isBox(text)) text.select()
    else getSelection()?.selectAllChildren(text)
    told.textContent = 'Selected: copy it with your keyboard.'
  }
}

function isBox(text: HTMLElement): text is HTMLInputElement | HTMLTextAreaElement {
  return text instanceof HTMLInputElement || text instanceof HTMLTextAreaElement
}
