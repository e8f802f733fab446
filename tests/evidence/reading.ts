/** The words of a page between its main tags, without markup. */
export function wordsOf(text: string): string {
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  return main
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&quot;|&amp;/g, (code) => ({ '&#39;': '’', '&quot;': '"' })[code] ?? '&')
    .replace(/\s+/g, ' ')
}

/** The claims whose rows a page shows, in its order. */
export function claimsShown(text: string): number[] {
  return [...text.matchAll(/<tr id="claim-(\d+)"/g)].map(([, id]) => Number(id))
}
