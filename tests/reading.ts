/** What a reader reads of a piece of a page: no markup, and each gap a single space. */
export function plain(html: string): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&#34;|&amp;/g, (code) => ({ '&#39;': "'", '&#34;': '"' })[code] ?? '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a page between its main tags. */
export function wordsOf(text: string): string {
  return plain(text.slice(text.indexOf('<main'), text.indexOf('</main>')))
}
