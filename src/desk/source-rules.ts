/* What a citation must hold before it is written. */
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { sourceAt, theSource } from '../sources/reads.ts'
import { readRelays } from '../sources/writes.ts'
import type { Entry } from './part.ts'
import type { sourcePart } from './parts.ts'
import type { Add } from './rules.ts'

/** A form that ends with its source; without one, where no evidence is due. */
interface Citing {
  lists: { source: Array<Entry<typeof sourcePart>> }
}

/** A source as a form gives it: by its number, or described as a new one. */
export interface GivenSource {
  source_id: number | null
  publisher: string | null
  title: string | null
  url: string | null
  published: string | null
  kind: string | null
  quote: string | null
}

export async function cited(db: Db, { lists }: Citing, add: Add): Promise<void> {
  const source = lists.source[0]
  if (!source) return
  const { source_id, publisher, kind: _, ...rest } = source.values
  const at = (name: keyof typeof sourcePart.fields) => source.at + name
  if (readRelays(rest.relays).some(({ name }, at) => at >= 20 || name.length > 200))
    add(at('relays'), 'Relay chain must have 20 links at most, each of 200 characters or fewer')
  const isCited = Object.values({ ...rest, kind: source.values.kind }).some((value) => value !== null)
  if (source_id === null && publisher === null && isCited)
    add(at('publisher'), 'Publisher must be given where a source is cited')
  await sourceFaults(db, source.values, (name, sentence) => add(at(name), sentence))
}

/** What is wrong with a source and a quote from it, in whichever form they stand. */
export async function sourceFaults(
  db: Db,
  { source_id, publisher, title, url, published, kind, quote }: GivenSource,
  add: (name: keyof GivenSource, sentence: string) => void,
): Promise<void> {
  if (quote !== null && quote.split(/\s+/u).length > 12) add('quote', 'Quote must be a dozen words at most')
  if (source_id !== null) {
    if (!(await isThere(theSource(db, source_id))))
      add('source_id', 'Number must be that of a source on record')
    if ([publisher, title, url, published, kind].some((value) => value !== null))
      add('source_id', 'Number must be left empty where a new source is described')
    return
  }
  if (publisher !== null && kind === null) add('kind', 'Kind must be given for a new source')
  const known = url === null ? null : await sourceAt(db, url)
  if (known && fold(known.publisher) !== fold(publisher ?? ''))
    add(
      'url',
      `Web address is that of source ${known.id}, published by ${known.publisher}: give that number instead`,
    )
}

/** Whether a read that insists finds what it asks for. */
export async function isThere(read: Promise<unknown>): Promise<boolean> {
  try {
    await read
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
