import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { routesOf } from '../safety/route-rules.ts'

const open = await house()
const { visit } = open
const window = 'from=2023-01-01&to=2024-12-31'

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

test('anybody may show the embedded timeline in a frame, with our own scripts and nothing else', async () => {
  const { status, headers, text } = await visit.get(`/embed?${window}`)
  expect(status).toBe(200)
  expect(headers.get('x-frame-options')).toBeNull()
  const policy = policyOf(headers)
  for (const said of [
    'frame-ancestors *',
    "default-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "style-src 'self'",
  ])
    expect(policy).toContain(said)
  expect(policy).not.toContain('unsafe')
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1]
  for (const [script] of text.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`)
  expect(text).not.toMatch(/<form|<nav|class="bar"|<[^>]+\s(on[a-z]+|style)=/)
})

test('every other page is shown in no frame, nor is an embedded one that says what is wrong', async () => {
  const others = routesOf(open.app)
    .filter((route) => route.startsWith('GET ') && route !== 'GET /embed')
    .map((route) => route.slice(4).replace(/:\w+/g, '1'))
  expect(others.length).toBeGreaterThan(100)
  for (const path of [...others, '/embed?colour=red', '/embed?theme=pink', '/embed/1', '/nothing']) {
    const { headers } = await visit.get(path)
    expect(policyOf(headers), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options'), path).toBe('DENY')
  }
})

test('it sets no cookie and knows nobody, whoever asks', async () => {
  const nora = await open.signedIn('administrator', 'Nora Nordlund')
  expect((await nora.get('/')).text).toContain('Nora Nordlund')
  for (const reader of [visit, nora]) {
    const { headers, text } = await reader.get(`/embed?${window}&lanes=proposals`)
    expect(headers.getSetCookie()).toEqual([])
    expect(headers.get('vary') ?? '').not.toMatch(/cookie/i)
    expect(text).not.toMatch(/Nora|_token|Sign (in|out)|\/account/)
  }
})

test('it names the record and leads to the whole view, in a tab of its own, as of the same day', async () => {
  const { text } = await visit.get(`/embed?${window}&known=2024-01-31&process=strait-of-marrow`)
  expect(text).toContain('<b>Parley</b>, as known on 31 January 2024')
  const [, href = '', rest] = /<a href="([^"]+)"([^>]*)>Open the full view/.exec(text) ?? []
  expect(href).toBe('/?process=strait-of-marrow&amp;from=2023-01-01&amp;to=2024-12-31&amp;known=2024-01-31')
  expect(rest).toBe(' target="_blank" rel="noopener"')
  expect(text).toContain('<base target="_blank">')
  expect((await visit.get(href.replaceAll('&amp;', '&'))).status).toBe(200)
  for (const [, path] of text.matchAll(/<a href="(\/rounds[^"]*)"/g))
    expect(path).toContain('known=2024-01-31')
})

test('without scripts it is the still drawing and the latest rounds', async () => {
  const { text } = await visit.get(`/embed?${window}`)
  const figure = /<figure class="timeline-still">(.*?)<\/figure>/s.exec(text)?.[1] ?? ''
  expect(figure).toContain('<svg class="still"')
  expect(figure).toMatch(/<li><a href="\/rounds\/\d+">/)
})

test('it is as light or dark as its reader likes, or as the address says', async () => {
  const sheets = async (query: string) =>
    [...(await visit.get(`/embed?${query}`)).text.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
      ([, href]) => /\/(\w+)-/.exec(href ?? '')?.[1],
    )
  expect(await sheets('')).toEqual(['style'])
  expect(await sheets('theme=dark')).toEqual(['style', 'dark'])
  expect(await sheets('theme=light')).toEqual(['style', 'light'])
})

test('the timeline offers the line for it, and pictures, of what is in sight; no other list does', async () => {
  const { text } = await visit.get(`/?${window}&lanes=proposals&process=strait-of-marrow&known=2024-01-31`)
  const line = unescaped(/<textarea[^>]*data-copied>(.*?)<\/textarea>/s.exec(text)?.[1] ?? '')
  const src = unescaped(/ src="([^"]+)"/.exec(line)?.[1] ?? '')
  const pinned = 'process=strait-of-marrow&from=2023-01-01&to=2024-12-31&lanes=proposals'
  expect(src).toBe(`${open.origin}/embed?${pinned}&known=2024-01-31`)
  for (const said of ['loading="lazy"', 'referrerpolicy="no-referrer"', ' title="Rounds of talks; '])
    expect(line).toContain(said)
  const pictures = [...text.matchAll(/href="(\/timeline\.(?:svg|png)[^"]*)"/g)].map(([, href]) =>
    unescaped(href ?? ''),
  )
  expect(pictures).toEqual([
    `/timeline.svg?${pinned}&known=2024-01-31`,
    `/timeline.png?${pinned}&known=2024-01-31`,
    `/timeline.png?${pinned}&scale=2&known=2024-01-31`,
  ])
  for (const address of [src.replace(open.origin, ''), ...pictures])
    expect((await visit.get(address)).status, address).toBe(200)
  expect((await visit.get('/rounds')).text).not.toMatch(/\/embed|timeline\.svg/)
})

function unescaped(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
