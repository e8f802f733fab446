/* What stands around the timeline and follows it: the table, the chips, the date boxes, the address. */

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
  const reply = await fetch(`/?${query}`, { signal })
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  for (const part of [
    '#rounds',
    '#threads',
    '.chips',
    '.facets:not(:focus-within)',
    '.elsewhere:not([open])',
  ]) {
    const fresh = page.querySelector(part)
    if (fresh) document.querySelector(part)?.replaceWith(fresh)
  }
  for (const name of ['from', 'to']) {
    const [old, now] = [document, page].map((where) =>
      where.querySelector<HTMLInputElement>(`.filters [name=${name}]`),
    )
    if (old && now) old.value = now.value
  }
}

export function markRow(stop: Stop | undefined): void {
  const of = stop?.of
  const id = of && ('round' in of ? `round-${of.round.id}` : `proposal-${of.thread.id}`)
  for (const row of document.querySelectorAll(':is(#rounds, #threads) tr[id]'))
    row.classList.toggle('is-selected', row.id === id)
}
