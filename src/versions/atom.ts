/* Recent changes as a feed, RFC 4287. */
import { createHash } from 'node:crypto'
import { lawfulInXml } from '../kernel/text.ts'
import { type ChangeLine, sayStep } from './changes-lines.ts'

export interface Feed {
  /** Where the site is, such as https://parley.example. */
  origin: string
  /** This feed and the page of the same changes, from the root. */
  self: string
  page: string
  lines: ChangeLine[]
}

export function atomFeed({ origin, self, page, lines }: Feed): string {
  const title = 'Recent changes · Parley'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<title>${escaped(title)}</title>`,
    `<id>${urn(`feed ${page}`)}</id>`,
    `<updated>${lines[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(origin + self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(origin + page)}"/>`,
    '<generator>Parley</generator>',
    ...lines.map((line) => entry(line, origin)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(line: ChangeLine, origin: string): string {
  const { id, at, who, href, reason } = line
  const said = [...line.sums, ...line.steps.map(sayStep)]
  return [
    '<entry>',
    `<title>${escaped(titleOf(said))}</title>`,
    `<id>${urn(`change ${id} ${at}`)}</id>`,
    `<published>${at}</published>`,
    `<updated>${at}</updated>`,
    `<author><name>${escaped(who)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escaped(origin + href)}"/>`,
    `<content type="text">${escaped([...said, reason].filter(Boolean).join('\n'))}</content>`,
    '</entry>',
  ].join('\n')
}

function titleOf([first = 'Nothing', ...rest]: string[]): string {
  return rest.length === 0 ? first : `${first}, and ${rest.length} more`
}

/** The same for the same thing whatever host the feed is asked of. */
function urn(thing: string): string {
  const hash = createHash('sha256').update(`parley ${thing}`).digest('hex')
  const version = `8${hash.slice(13, 16)}`
  const variant = `a${hash.slice(17, 20)}`
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-${version}-${variant}-${hash.slice(20, 32)}`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As text or attribute. */
export function escaped(text: string): string {
  return lawfulInXml(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
