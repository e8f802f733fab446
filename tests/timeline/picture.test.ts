import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { linesOf } from '../../src/timeline/labels.ts'
import { themes } from '../../src/timeline/picture-colours.ts'
import { painter } from '../../src/timeline/png.ts'
import { house } from '../house.ts'
import { send } from '../safety/letter.ts'

const { visit, origin } = await house(join(ROOT, 'data'))
const window = 'from=2025-01-01&to=2025-12-31'

test('the picture is a file that says what it is, where it is from and as of which day', async () => {
  const { status, headers, text } = await visit.get(`/timeline.svg?${window}&known=2025-07-24`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('inline; filename="parley-timeline.svg"')
  expect(text).toMatch(
    /<title id="title">Rounds of talks<\/title>\n<desc id="words">1 January 2025 to 31 December 2025: /,
  )
  expect(text).toContain('>Parley · as known on 24 July 2025</text>')
  expect(text).toContain(`>${origin}/?from=2025-01-01&amp;to=2025-12-31&amp;known=2025-07-24</text>`)
  expect(text).toContain('>known on 24 July 2025</text>')
})

test('its policy lets a browser use its own style and nothing else', async () => {
  const policy = (await visit.get(`/timeline.svg?${window}`)).headers.get('content-security-policy')
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+='; frame-ancestors 'none'$/)
})

test('later claims are in no picture of an earlier day', async () => {
  const marks = async (query: string) => (await visit.get(`/timeline.svg?${window}${query}`)).text
  expect(await marks('')).toContain('>Alaska</text>')
  expect(await marks('&known=2025-07-24')).not.toContain('>Alaska</text>')
})

test('it follows filter, lanes, width and theme', async () => {
  const one = await visit.get(`/timeline.svg?${window}&process=oslo-channel&width=640&theme=dark`)
  expect(one.text).toMatch(/<svg [^>]*width="640" /)
  expect(one.text).toContain(`.paper{fill:${themes.dark.paper}}`)
  expect(one.text).not.toContain('Istanbul')
  expect((await visit.get(`/timeline.svg?${window}&lanes=proposals`)).text).toContain('>Proposals</text>')
})

test('the colours are those of the stylesheet', () => {
  for (const [theme, colours] of Object.entries(themes)) {
    const sheet = readFileSync(join(ROOT, `src/client/style/${theme}.css`), 'utf8')
    for (const [name, colour] of Object.entries(colours)) expect(sheet).toContain(`  --${name}: ${colour};\n`)
  }
})

test('a browser that has it asks only whether it is still the same', async () => {
  for (const path of [`/timeline.svg?${window}`, `/timeline.png?${window}&width=400`]) {
    const { etag = '' } = (await send(origin, 'GET', path)).headers
    const headers = { 'if-none-match': etag }
    expect((await send(origin, 'GET', path, { headers })).status).toBe(304)
    expect((await send(origin, 'GET', `${path}&theme=dark`, { headers })).status).toBe(200)
  }
})

test('the same is painted as a PNG, as large as is asked', async () => {
  const svg = (await visit.get(`/timeline.svg?${window}&width=640`)).text
  const height = Number(/ height="(\d+)"/.exec(svg)?.[1])
  for (const scale of [1, 2]) {
    const reply = await fetch(`${origin}/timeline.png?${window}&width=640&scale=${scale}`)
    expect(reply.headers.get('content-type')).toBe('image/png')
    expect(reply.headers.get('content-disposition')).toBe('inline; filename="parley-timeline.png"')
    const png = Buffer.from(await reply.arrayBuffer())
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640 * scale, height * scale])
    expect(png.length).toBeGreaterThan(5000)
  }
})

test('what is no size, no theme, or too much to paint is refused with a sentence', async () => {
  const refused = {
    '/timeline.svg?width=319': 'Width must be a whole number from 320 to 2400.',
    '/timeline.png?width=2401': 'Width must be a whole number from 320 to 2400.',
    '/timeline.png?scale=4': 'Scale must be a whole number from 1 to 3.',
    '/timeline.svg?theme=pink': 'Theme must be one of',
    '/timeline.svg?scale=2': 'There is no filter named scale here.',
    '/timeline.png?width=2400&scale=3&from=1900&to=2026&open=none':
      'million pixels, and 12 million are the most',
    '/embed?width=400': 'There is no filter named',
  }
  for (const [path, sentence] of Object.entries(refused)) {
    const { status, text } = await visit.get(path)
    expect([path, status]).toEqual([path, 400])
    expect(text, path).toContain(sentence)
  }
})

test('while a picture is painted others are answered, and who comes ninth is asked to come again', async () => {
  const svg = (await visit.get(`/timeline.svg?${window}`)).text
  const paint = painter()
  const asked = Array.from({ length: 9 }, () => paint(svg, 1))
  const late = asked.pop()
  await expect(late).rejects.toMatchObject({ status: 503 })
  let turns = 0
  const turn = setInterval(() => turns++, 5)
  await Promise.all(asked)
  clearInterval(turn)
  expect(turns).toBeGreaterThan(50)
  expect((await paint(svg, 1)).length).toBeGreaterThan(5000)
})

test('a picture that cannot be read spoils none that comes after it', async () => {
  const paint = painter()
  await expect(paint('<svg', 1)).rejects.toThrow()
  expect(
    (await paint('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 1)).length,
  ).toBeGreaterThan(50)
})

test('titles are cut to their room: at a blank, in two lines where there are two, in any script', () => {
  const cut = (title: string, height: number) =>
    linesOf({ title, count: '12', height }, 112).map(({ words }) => words)
  expect(cut('Oslo channel', 24)).toEqual(['Oslo channel'])
  expect(cut('Russia–Ukraine direct talks', 24)).toEqual(['Russia…'])
  expect(cut('Northern Ireland multi-party talks', 48)).toEqual(['Northern', 'Ireland…'])
  const [first = '', second = ''] = cut('朝鮮停戰談判與日內瓦會議以及巴黎和平會談', 48)
  expect(first.length).toBeLessThanOrEqual(7)
  expect(second).toMatch(/…$/)
  for (const words of cut('𐌰𐌱𐌲𐌳𐌴𐌵𐌶𐌷𐌹𐌺𐌻𐌼𐌽𐌾𐌿𐍀', 48)) expect(words.isWellFormed()).toBe(true)
})
