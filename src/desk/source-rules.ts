/* What a citation must hold before it is written. */
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { sourceAt, theSource } from '../sources/reads.ts'
import { readRelays } from '../sources/writes.ts'
import type { Entry } from './part.ts'
import type { sourcePart } from './parts.ts'
import type { Add } from './rules.ts'
import { saidIn } from './writing.ts'

/** A form that ends with its source; without one, where no evidence is due. */
type Citing = Entry & { lists: { source: Array<Entry<typeof sourcePart>> } }

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

export async function cited(db: Db, entry: Citing, add: Add): Promise<void> {
  const source = entry.lists.source[0]
  if (!source) return
  const { source_id, publisher, kind: _, ...rest } = source.values
  const at = (name: keyof typeof sourcePart.fields) => source.at + name
  wordsFaults(source.at, rest, add)
  const isCited = Object.values({ ...rest, kind: source.values.kind }).some((value) => value !== null)
  const quoting = entriesIn(entry).filter(({ values }) => saidIn(values) !== null)
  for (const { at, values } of quoting) if (at !== source.at) wordsFaults(at, values, add)
  if (source_id === null && publisher === null && (isCited || quoting.length > 0))
    add(at('publisher'), 'Publisher must be given where a source is cited')
  await sourceFaults(db, source.values, (name, sentence) => add(at(name), sentence))
}

/** The entry and all beneath it. */
function entriesIn(entry: Entry): Entry[] {
  return [entry, ...Object.values(entry.lists).flatMap((rows) => rows.flatMap(entriesIn))]
}

function wordsFaults(at: string, values: Record<string, Stored>, add: Add): void {
  if (isLong(String(values.quote ?? ''))) add(`${at}quote`, TOO_LONG)
  if (readRelays(values.relays as string | null).some(({ name }, at) => at >= 20 || name.length > 200))
    add(`${at}relays`, 'Relay chain must have 20 links at most, each of 200 characters or fewer')
}

const TOO_LONG = 'Quote must be a dozen words at most'

function isLong(quote: string): boolean {
  return quote.split(/\s+/u).length > 12
}

/** What is wrong with a source and a quote from it, in whichever form they stand. */
export async function sourceFaults(
  db: Db,
  { source_id, publisher, title, url, published, kind, quote }: GivenSource,
  add: (name: keyof GivenSource, sentence: string) => void,
): Promise<void> {
  if (quote !== null && isLong(quote)) add('quote', TOO_LONG)
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
