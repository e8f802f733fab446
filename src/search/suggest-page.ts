import { placesByKey, placesOf } from '../catalogue/reads.ts'
import { placeLink } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { kindWords } from './kinds.ts'
import { passageOf } from './passage.ts'
import { readQuestion } from './query.ts'
import { type Begun, namesBegun } from './suggest-reads.ts'
import { textsOf } from './text-reads.ts'

export interface Suggestion {
  name: string
  /** Another of its names, where that is the one which was typed. */
  also: string
  kind: string
  href: string
}

/** Records whose names begin as was typed, or hold words that do: a few, for whoever is still typing. */
export async function suggestionsFor(db: Db, typed: string): Promise<Suggestion[]> {
  const { terms, fields } = readQuestion(typed.slice(0, 200))
  if (terms.length === 0 || fields.length > 0 || terms.some(({ isNot }) => isNot)) return []
  const hits = await namesBegun(db, terms)
  const ids = new Map<string, number[]>()
  for (const { kind, id } of hits) ids.set(kind, [...(ids.get(kind) ?? []), id])
  const places = placesByKey(await placesOf(db, ids))
  const names = await namesOf(db, hits)
  return hits.flatMap(({ kind, id }) => {
    const place = places.get(`${kind} ${id}`)
    const link = place && placeLink(place)
    if (!place || !link) return []
    const isTyped = (name: string) => terms.some((term) => passageOf(name, [term]) !== null)
    const also = isTyped(place.label) ? '' : (names.get(`${kind} ${id}`)?.find(isTyped) ?? '')
    return [{ name: place.label, also, kind: kindWords[kind].one, href: link.href }]
  })
}

/** A round has but one name, and many parts that need not be read for it. */
async function namesOf(db: Db, hits: Begun[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const [kind, some] of groupBy(hits, ({ kind }) => kind)) {
    if (kind === 'round') continue
    for (const text of await textsOf(db, kind, idsOf(some))) names.set(`${kind} ${text.id}`, text.names)
  }
  return names
}
