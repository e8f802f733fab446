import { beforeAll, expect, test } from 'vitest'
import { theBrowser } from './browser.ts'
import { type Program, theProgram } from './program.ts'

/* The feed is read by a parser that is not ours. */
let program: Program
beforeAll(async () => {
  program = await theProgram()
}, 60_000)

interface Read {
  faults: number
  root: string
  texts: Record<string, string[]>
  links: Array<{ rel: string | null; href: string | null; within: string }>
}

async function readFeed(): Promise<Read> {
  const page = await (await theBrowser()).newPage()
  await page.goto(`${program.address}/changes`)
  const address = await page.locator('link[rel=alternate]').getAttribute('href')
  const read = await page.evaluate(async (address) => {
    const xml = await (await fetch(address)).text()
    const feed = new DOMParser().parseFromString(xml, 'application/xml')
    const atom = (name: string) => [...feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)]
    const names = ['title', 'id', 'updated', 'published', 'name', 'entry', 'content']
    return {
      faults: feed.getElementsByTagName('parsererror').length,
      root: `${feed.documentElement.namespaceURI} ${feed.documentElement.localName}`,
      texts: Object.fromEntries(names.map((name) => [name, atom(name).map((one) => one.textContent ?? '')])),
      links: atom('link').map((one) => ({
        rel: one.getAttribute('rel'),
        href: one.getAttribute('href'),
        within: one.parentElement?.localName ?? '',
      })),
    }
  }, address ?? '')
  await page.context().close()
  return read
}

test('a parser finds a feed as RFC 4287 asks for it', async () => {
  const { faults, root, texts, links } = await readFeed()
  expect(faults).toBe(0)
  expect(root).toBe('http://www.w3.org/2005/Atom feed')
  const entries = texts.entry?.length ?? 0
  expect(entries).toBeGreaterThan(0)
  for (const name of ['title', 'id', 'updated']) expect(texts[name], name).toHaveLength(entries + 1)
  for (const name of ['name', 'published', 'content']) expect(texts[name], name).toHaveLength(entries)
  for (const at of texts.updated ?? []) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(new Set(texts.id).size).toBe(entries + 1)
  expect(links.filter(({ within, rel }) => within === 'feed' && rel === 'self')).toHaveLength(1)
  expect(links.filter(({ within, rel }) => within === 'entry' && rel === 'alternate')).toHaveLength(entries)
  for (const { href } of links) expect(href?.startsWith(`${program.address}/changes`)).toBe(true)
})
