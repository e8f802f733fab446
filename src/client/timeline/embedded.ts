/* In a frame of another page the timeline keeps to itself: that page's Back button, its place and the reader's cookies are not ours. */
const isEmbedded = document.body.classList.contains('bare')

/** What the window asks of the server goes without cookies. */
export const credentials: RequestCredentials = isEmbedded ? 'omit' : 'same-origin'

/** The address of this page that asks for this. */
export function addressFor(query: URLSearchParams): string {
  const theme = new URLSearchParams(location.search).get('theme')
  const whole = new URLSearchParams(theme ? [...query, ['theme', theme]] : [...query])
  return `${location.pathname}?${whole}`
}

export function keepAddress(way: 'pushState' | 'replaceState', address: string): void {
  history[isEmbedded ? 'replaceState' : way](null, '', address)
}

export function leadTo(address: string): void {
  if (isEmbedded) window.open(address, '_blank', 'noopener')
  else location.assign(address)
}
