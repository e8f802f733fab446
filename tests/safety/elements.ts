/* A page's markup, read as strictly as we write it. */

export interface Element {
  name: string
  attributes: Record<string, string>
}

const TAG = /^<(?:\/([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<]*")?)*)\s*\/?)>/i
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:="([^"<]*)")?/gi

/** Every element of a page. @throws where "<" begins no tag as our templates write them */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = []
  for (const { index } of html.matchAll(/<(?!!doctype html>)/g)) {
    // The coast of the world is one long attribute.
    const found = TAG.exec(html.slice(index, index + 60_000))
    if (!found) throw new Error(`This is no tag of ours: ${html.slice(index, index + 120)}`)
    const [, , name, attributes = ''] = found
    if (name) elements.push({ name: name.toLowerCase(), attributes: attributesIn(attributes) })
  }
  return elements
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]))
}

/** Names of elements with the names of their attributes: what a page is built of, whatever it says. */
export function shapesOf(html: string): Set<string> {
  return new Set(
    elementsOf(html).flatMap(({ name, attributes }) => [
      name,
      ...Object.keys(attributes).map((attribute) => `${name} ${attribute}`),
    ]),
  )
}

/** Where a page leads: every address in it. */
export function addressesIn(html: string): string[] {
  return elementsOf(html).flatMap(({ attributes: { href, src, action, formaction } }) =>
    [href, src, action, formaction].filter((address) => address !== undefined),
  )
}
