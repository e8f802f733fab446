/* What a citation must hold before it is written. */
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { sourceAt, theSource } from '../sources/reads.ts'
import { readRelays } from '../sources/writes.ts'
import type { sourcePart } from './parts.ts'
import type { Add, RoundEntry } from './rules.ts'

export async function cited(db: Db, { lists }: RoundEntry, add: Add): Promise<void> {
  const source = lists.source[0]
  if (!source) return
  const { source_id, publisher, quote, ...rest } = source.values
  const at = (name: keyof typeof sourcePart.fields) => source.at + name
  const isNew = publisher !== null
  const isDescribed = isNew || Object.values(rest).some((value) => value !== null)
  if (readRelays(rest.relays).some(({ name }, at) => at >= 20 || name.length > 200))
    add(at('relays'), 'Relay chain must have 20 links at most, each of 200 characters or fewer')
  if (quote !== null && quote.split(/\s+/u).length > 12)
    add(at('quote'), 'Quote must be a dozen words at most')
  if (source_id !== null) {
    if (!(await isThere(theSource(db, source_id))))
      add(at('source_id'), 'Number must be that of a source on record')
    const { publisher, title, url, published, kind } = source.values
    if ([publisher, title, url, published, kind].some((value) => value !== null))
      add(at('source_id'), 'Number must be left empty where a new source is described')
    return
  }
  if (!isNew && (isDescribed || quote !== null))
    add(at('publisher'), 'Publisher must be given where a source is cited')
  if (isNew && rest.kind === null) add(at('kind'), 'Kind must be given for a new source')
  const known = rest.url === null ? null : await sourceAt(db, rest.url)
  if (known && fold(known.publisher) !== fold(publisher ?? ''))
    add(
      at('url'),
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
