/*
 * A page read as of an earlier day leads to pages read as of that day. Every link and every form that only asks is
 * given the day here, in one place, so that no page can forget one. Our templates write attributes in double quotes,
 * with every > in them escaped.
 */

/** Links that lead out of the past, or to what has none. */
const OUTSIDE = /^\/(sign-in|assets|desk|claims|readings)\b|\/(edit|withdraw|new)\b|[?;&]known=/

export function carryKnown(html: string, known: string): string {
  return html
    .replace(
      /(<a\b(?![^>]*\bdata-today\b)[^>]*?\shref=")(\/[^"]*)"/g,
      (whole, before: string, href: string) =>
        OUTSIDE.test(href) ? whole : `${before}${withKnown(href, known)}"`,
    )
    .replace(
      /<form\b(?![^>]*\b(?:method="post"|data-today\b))[^>]*>/g,
      (form) => `${form}<input type="hidden" name="known" value="${known}">`,
    )
}

function withKnown(href: string, known: string): string {
  const [path = '', fragment] = href.split('#')
  return `${path}${path.includes('?') ? '&amp;' : '?'}known=${known}${fragment === undefined ? '' : `#${fragment}`}`
}
