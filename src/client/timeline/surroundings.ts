/* What stands around the timeline and follows it: the table, the chips, the date boxes, the address. */
import { addressFor, credentials } from './embedded.ts'
import type { Stop } from './keys.ts'

/** The address says which round is selected, the tables what is. */
export function rememberRound(stop: Stop | undefined): void {
  const here = new URL(location.href)
  if (typeof stop?.id === 'number') here.searchParams.set('round', String(stop.id))
  else here.searchParams.delete('round')
  history.replaceState(null, '', here)
  markRow(stop)
}

/** Puts in place what the server makes for this address. */
export async function renewPage(query: URLSearchParams, signal: AbortSignal): Promise<void> {
  const reply = await fetch(addressFor(query), { signal, credentials })
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  for (const part of [
    '#rounds',
    '#threads',
    '.chips',
    '.facets:not(:focus-within)',
    '.elsewhere:not([open])',
    '.lanes-choice',
    '.timeline-still',
  ]) {
    const fresh = page.querySelector(part)
    const old = document.querySelector(part)
    if (fresh && old) putInPlace(fresh, old)
  }
  for (const name of ['from', 'to']) {
    const [old, now] = [document, page].map((where) =>
      where.querySelector<HTMLInputElement>(`.filters [name=${name}]`),
    )
    if (old && now) old.value = now.value
  }
}

/** Whoever stood on a part of the old stands on the same part of the new. */
function putInPlace(fresh: Element, old: Element): void {
  const active = old.contains(document.activeElement) ? document.activeElement : null
  const [label, name, value] = ['aria-label', 'name', 'value'].map((one) => active?.getAttribute(one))
  old.replaceWith(fresh)
  const quoted = (words: string) => JSON.stringify(words)
  if (label) fresh.querySelector<HTMLElement>(`[aria-label=${quoted(label)}]`)?.focus()
  else if (name)
    fresh.querySelector<HTMLElement>(`[name=${quoted(name)}][value=${quoted(value ?? '')}]`)?.focus()
}

export function markRow(stop: Stop | undefined): void {
  for (const row of document.querySelectorAll(':is(#rounds, #threads) tr[id]'))
    row.classList.toggle('is-selected', row.id === rowOf(stop))
}

/** What the table says came of a round; empty where it stands on another page. */
export function resultOf(stop: Stop): string {
  return document.querySelector(`#${rowOf(stop)} [data-label="Result"]`)?.textContent?.trim() ?? ''
}

function rowOf(stop: Stop | undefined): string {
  const of = stop?.of
  if (!of || 'bin' in of || 'head' in of) return 'none'
  return 'round' in of ? `round-${of.round.id}` : `${of.thread.kind}-${of.thread.id}`
}
