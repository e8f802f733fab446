/* A round in whose own words a term does not stand was found by who was there, or where, or in which negotiation. */
import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import type { Texts } from './document.ts'
import type { Asked } from './expression.ts'
import { type FoundKind, isFoundKind } from './kinds.ts'
import { type Piece, passageOf } from './passage.ts'
import { processesOfTracks } from './subject-reads.ts'
import { textsOf } from './text-reads.ts'

/** Named of one round. */
const MOST = 6

/** For each round, the records by whose names it was found, each with the name that was. */
export async function throughOf(
  db: Db,
  rounds: Texts[],
  terms: Asked['terms'],
): Promise<Map<number, Piece[]>> {
  const marks = new Map(rounds.map((round) => [round.id, marksOf(round, terms)]))
  const names = await namesOf(db, new Set([...marks.values()].flat()))
  const named = (mark: string): Piece[] => {
    const [label = '', ...others] = names.get(mark) ?? []
    const found = passageOf(label, terms)
    const also = found ? null : others.flatMap((name) => passageOf(name, terms) ?? [])
    return [
      { text: `${recordWords(mark.replace(/\d+$/, ''))}: `, isFound: false },
      ...(found ?? [{ text: label, isFound: false }]),
      ...(also && also.length > 0 ? [{ text: ', ', isFound: false }, ...also] : []),
      { text: '. ', isFound: false },
    ]
  }
  return new Map([...marks].flatMap(([id, some]) => (some.length > 0 ? [[id, some.flatMap(named)]] : [])))
}

/** The marks that stand for a term which the round itself does not hold. */
function marksOf({ names, words, marks }: Texts, terms: Asked['terms']): string[] {
  const isSaid = (term: Asked['terms'][number]) =>
    [...names, ...words].some((text) => passageOf(text, [term]) !== null)
  const leading = new Set(terms.filter((term) => !isSaid(term)).flatMap(({ marks }) => marks))
  return [...new Set(marks.filter((mark) => leading.has(mark)))].slice(0, MOST)
}

async function namesOf(db: Db, marks: Set<string>): Promise<Map<string, string[]>> {
  const ids = new Map<FoundKind, number[]>()
  for (const mark of marks) {
    const [, kind = '', id = ''] = /^([a-z]+)(\d+)$/.exec(mark) ?? []
    if (isFoundKind(kind)) ids.set(kind, [...(ids.get(kind) ?? []), Number(id)])
  }
  const names = new Map<string, string[]>()
  for (const [kind, some] of ids)
    for (const text of await textsOf(db, kind, some)) names.set(kind + text.id, text.names)
  // A track is found by the names of its process too.
  for (const { id, title, conflict_name } of await processesOfTracks(db, ids.get('track') ?? []))
    names.get(`track${id}`)?.push(title, conflict_name ?? '')
  return names
}
