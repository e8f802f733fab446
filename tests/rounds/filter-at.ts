import { type Filter, readFilter } from '../../src/rounds/filter.ts'

/** The filter that an address of a list asks with. */
export function filterAt(href: string): Filter {
  const query: Record<string, string[]> = {}
  const { searchParams } = new URL(href, 'http://own.invalid')
  for (const name of searchParams.keys()) query[name] = searchParams.getAll(name)
  return readFilter(query, ['on', 'lanes'])
}
