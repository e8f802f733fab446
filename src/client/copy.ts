/*
 * Addresses and citations are copied at one press. Without this, or where the browser keeps its clipboard closed, the
 * text is there to be selected.
 */

/** Panels of the bar over a list: each holds a text, and a line that says what became of it. */
export function copyTexts(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('.view-bar details')) {
    const text = panel.querySelector<HTMLElement>('[data-copied]')
    if (!text) continue
    const button = panel.querySelector<HTMLElement>('[data-copy]')
    if (button) button.hidden = false
    button?.addEventListener('click', () => void copy(panel, text))
    if ('copyOnOpen' in panel.dataset)
      panel.addEventListener('toggle', () => {
        if (panel.open) void copy(panel, text)
      })
  }
}

async function copy(panel: HTMLElement, text: HTMLElement): Promise<void> {
  const words = text instanceof HTMLInputElement ? text.value : (text.textContent ?? '')
  const told = panel.querySelector('[role="status"]')
  try {
    await navigator.clipboard.writeText(words)
    if (told) told.textContent = 'Copied.'
  } catch {
    if (text instanceof HTMLInputElement) text.select()
    else getSelection()?.selectAllChildren(text)
    if (told) told.textContent = 'Selected: copy it with your keyboard.'
  }
}
