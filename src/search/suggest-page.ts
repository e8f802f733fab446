import { placesByKey, placesOf } from '../catalogue/reads.ts'
import { placeLink } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { kindWords } from './kinds.ts'
import { readQuestion } from './query.ts'
import { namesBegun } from './suggest-reads.ts'

export interface Suggestion {
  name: string
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
  return hits.flatMap(({ kind, id }) => {
    const place = places.get(`${kind} ${id}`)
    const link = place && placeLink(place)
    return place && link ? [{ name: place.label, kind: kindWords[kind].one, href: link.href }] : []
  })
}
