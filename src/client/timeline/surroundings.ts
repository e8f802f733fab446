/* What stands around the timeline and follows it: the table, the chips, the date boxes, the address. */

/** The address and the table say which round is selected. */
export function rememberRound(id: number | null): void {
  const here = new URL(location.href)
  if (id === null) here.searchParams.delete('round')
  else here.searchParams.set('round', String(id))
  history.replaceState(null, '', here)
  markRow(id)
}

/** Puts in place what the server makes for this address. */
export async function renewPage(query: URLSearchParams, signal: AbortSignal): Promise<void> {
  const reply = await fetch(`/?${query}`, { signal })
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  for (const part of ['#rounds', '.chips', '.elsewhere:not([open])']) {
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

export function markRow(id: number | null): void {
  for (const row of document.querySelectorAll('#rounds tr[id]'))
    row.classList.toggle('is-selected', row.id === `round-${id}`)
}
