/* The names of the record that a text holds. The text asks, a batch at a time; no table is loaded, however large. */
import { idsEnding } from '../catalogue/called-reads.ts'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { idsNamed, partiesWithIds } from '../parties/reads.ts'
import { venuesWithIds } from '../venues/reads.ts'
import type { Article, KnownPerson, Lexicon } from './article.ts'
import { namesIn, statesIn } from './lexicon.ts'
import type { State } from './states.ts'

/** Far below what SQLite takes in one statement. */
const AT_ONCE = 2000

type Named = Map<string, number[]>

export async function lexiconFor(db: Db, article: Article): Promise<Lexicon> {
  const names = namesIn(article)
  const states = statesIn(article)
  const folded = [...new Set([...names.keys(), ...states.map(({ name }) => fold(name))])]
  const [people, surnames, parties, venues, outlets, ofStates] = [
    await named(db, 'person', folded),
    await bySurname(db, folded),
    await named(db, 'party', folded),
    await named(db, 'venue', folded),
    await outletsAmong(db, [...names.values()]),
    await partiesOfStates(db, states),
  ]
  for (const [name, ids] of ofStates) if (!parties.has(name)) parties.set(name, ids)
  return {
    people: await joined(people, (ids) => peopleWithIds(db, ids)),
    surnames: await joined(surnames, (ids) => peopleWithIds(db, ids)),
    parties: await joined(parties, async (ids) =>
      (await partiesWithIds(db, ids)).map(({ id, name }) => ({ id, name })),
    ),
    venues: await joined(venues, async (ids) =>
      (await venuesWithIds(db, ids)).map(({ id, name, city, kind }) => ({
        id,
        name,
        city,
        isTown: kind === 'town or area',
      })),
    ),
    outlets,
  }
}

async function named(db: Db, record: 'person' | 'party' | 'venue', folded: string[]): Promise<Named> {
  const found: Named = new Map()
  for (const some of batchesOf(folded))
    for (const { id, name_folded } of await idsNamed(db, record, some)) {
      const ids = found.get(name_folded) ?? []
      if (!ids.includes(id)) found.set(name_folded, [...ids, id])
    }
  return found
}

/** "Dvorkin" of a text that never says "Iva". */
async function bySurname(db: Db, folded: string[]): Promise<Named> {
  const words = folded.filter((name) => name.length > 2 && !name.includes(' '))
  const found = await Promise.all(batchesOf(words).map((some) => idsEnding(db, 'person', some)))
  return new Map(found.flatMap((some) => [...some]))
}

async function outletsAmong(db: Db, printed: string[]): Promise<Map<string, string>> {
  const outlets = new Map<string, string>()
  for (const some of batchesOf(printed)) {
    const rows = await db
      .selectFrom('source')
      .select('publisher')
      .where('publisher', 'in', some)
      .where('withdrawn', 'is', null)
      .distinct()
      .execute()
    for (const { publisher } of rows) outlets.set(fold(publisher), publisher)
  }
  return outlets
}

/** "Moscow" is the Russian Federation of the record, whatever the record calls it. */
async function partiesOfStates(db: Db, states: State[]): Promise<Named> {
  const codes = new Map(
    states.flatMap(({ alpha3, name }) => (alpha3 === null ? [] : [[alpha3, fold(name)] as const])),
  )
  const rows = await db
    .selectFrom('party')
    .select(['id', 'iso_alpha3'])
    .where('iso_alpha3', 'in', [...codes.keys()])
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
  const found: Named = new Map()
  for (const { id, iso_alpha3 } of rows) {
    const name = codes.get(iso_alpha3 ?? '')
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), id])
  }
  return found
}

async function peopleWithIds(db: Db, ids: number[]): Promise<KnownPerson[]> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const offices = await db
    .selectFrom('office')
    .leftJoin('party', 'party.id', 'office.party_id')
    .where('person_id', 'in', ids)
    .where('office.withdrawn', 'is', null)
    .select([
      'person_id',
      'title',
      'party.id as party_id',
      'party.name as party',
      'held',
      'held_earliest as earliest',
      'held_latest as latest',
    ])
    .orderBy('person_id')
    .orderBy('held_earliest')
    .orderBy('office.id')
    .execute()
  const held = groupBy(offices, ({ person_id }) => person_id)
  return people.map((person) => ({
    ...person,
    offices: (held.get(person.id) ?? []).map(({ person_id: _, ...office }) => office),
  }))
}

/** Folded names beside the records they are names of. */
async function joined<T extends { id: number }>(
  names: Named,
  rowsOf: (ids: number[]) => Promise<T[]>,
): Promise<Map<string, T[]>> {
  const rows = new Map<number, T>()
  for (const ids of batchesOf([...new Set([...names.values()].flat())]))
    for (const row of await rowsOf(ids)) rows.set(row.id, row)
  return new Map([...names].map(([name, ids]) => [name, ids.flatMap((id) => rows.get(id) ?? [])]))
}

function batchesOf<T>(all: T[]): T[][] {
  const batches: T[][] = []
  for (let from = 0; from < all.length; from += AT_ONCE) batches.push(all.slice(from, from + AT_ONCE))
  return batches
}
