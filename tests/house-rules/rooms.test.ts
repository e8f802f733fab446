import { expect, test } from 'vitest'
import { code, type Import, importsOf, nameOf, roomOf, source } from './files.ts'

/** Rooms import to their left only. */
const rooms = [
  'kernel',
  'fields',
  'db',
  'web',
  'accounts',
  'history',
  'sources',
  'venues',
  'parties',
  'processes',
  'search',
  'rounds',
  'proposals',
  'outcomes',
  'catalogue',
  'likeness',
  'evidence',
  'versions',
  'timeline',
  'map',
  'charts',
  'encounters',
  'saved',
  'exchange',
  'intake',
  'desk',
]
/** The entry puts the house together and may know all of it. */
const entry = /^src\/((commands|bench)\/.*|app|main|build)\.ts$/
/** A page gathers from any room what that room shows of itself. */
const page = /^((.*-)?routes|page|gather|.*-page)\.ts$/
const shown =
  /^((.*-)?reads|view|list|evidence|filter|filter-form|matching|csv|plates|fields|facts|tally|clock|paths|records)\.ts$/

const inner = source.filter((path) => !entry.test(path) && roomOf(path) !== 'client')
const imports = source.flatMap(importsOf)
const own = imports.filter(({ to }) => to.startsWith('src/'))

function say({ from, to }: Import): string {
  return `${from} imports ${to}`
}

function isOwnOrLeft({ from, to }: Import): boolean {
  return rooms.indexOf(roomOf(to)) <= rooms.indexOf(roomOf(from)) && rooms.includes(roomOf(to))
}

test('every room has its place in the row', () => {
  const unknown = inner.map(roomOf).filter((room) => !rooms.includes(room))
  expect([...new Set(unknown)]).toEqual([])
})

test('rooms import to their left; pages gather what other rooms show', () => {
  const wrong = own
    .filter(({ from }) => inner.includes(from))
    .filter((one) => !isOwnOrLeft(one))
    .filter(
      ({ from, to }) => !(page.test(nameOf(from)) && shown.test(nameOf(to)) && rooms.includes(roomOf(to))),
    )
  expect(wrong.map(say)).toEqual([])
})

test('what browsers load knows the types of the rooms and the pure kernel, nothing else', () => {
  const wrong = own
    .filter(({ from }) => roomOf(from) === 'client')
    .filter(({ to, isTypeOnly }) => !isTypeOnly && roomOf(to) !== 'client' && roomOf(to) !== 'kernel')
  expect(wrong.map(say)).toEqual([])
})

test('no files import one another in a circle', () => {
  const next = new Map(source.map((path) => [path, importsOf(path).filter(({ isTypeOnly }) => !isTypeOnly)]))
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const walk = (path: string, trail: string[]) => {
    if (state.get(path) === 'open') circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (state.has(path)) return
    state.set(path, 'open')
    for (const { to } of next.get(path) ?? []) if (next.has(to)) walk(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of source) walk(path, [])
  expect(circles).toEqual([])
})

test('only reads, writes and their like speak to the database', () => {
  const speaking = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/
  const allowed = /^src\/db\/|\/([\w-]*-)?(reads|writes|matching|plates|account|store|rows|check)\.ts$/
  expect(inner.filter((path) => speaking.test(code(path)) && !allowed.test(path))).toEqual([])
})

test('only routes and the web room know HTTP', () => {
  const allowed = /^src\/(web\/.*|accounts\/([\w-]*-)?access|app|main)\.ts$|\/([\w-]*-)?(routes|csv)\.ts$/
  const wrong = imports.filter(({ from, to }) => /^express(-session)?$/.test(to) && !allowed.test(from))
  // The store of sign-ins extends the session library's own.
  expect(wrong.filter(({ from }) => from !== 'src/accounts/store.ts').map(say)).toEqual([])
})

test('the rules themselves see imports of every kind', () => {
  expect(importsOf('src/app.ts').length).toBeGreaterThan(15)
  expect(importsOf('src/rounds/list.ts')).toContainEqual({
    from: 'src/rounds/list.ts',
    to: 'src/rounds/plates.ts',
    isTypeOnly: false,
  })
  expect(importsOf('src/db/atomically.ts')).toEqual([
    { from: 'src/db/atomically.ts', to: 'src/db/tables.ts', isTypeOnly: true },
  ])
})
