import type { Db } from '../db/tables.ts'
import { clip } from '../kernel/words.ts'
import { partiesWithIds } from '../parties/reads.ts'
import { sourcesWithIds } from '../sources/reads.ts'
import { sayPlace } from '../venues/words.ts'
import type { FacetName } from './census/facets.ts'

/** How the records behind these values are called; one that does not stand is left out. One query for each facet. */
export async function calledIn(db: Db, facet: FacetName, values: string[]): Promise<Map<string, string>> {
  const read = names[facet as keyof typeof names]
  return new Map(values.length === 0 || !read ? [] : await read(db, values))
}

type Called = Array<[value: string, label: string]>

const names = {
  process: slugs,
  issue: issues,
  track: tracks,
  party: parties,
  person: people,
  mediator: mediators,
  venue: venues,
  source: sources,
}

async function slugs(db: Db, values: string[]): Promise<Called> {
  const rows = await db
    .selectFrom('process')
    .select(['slug', 'title'])
    .where('slug', 'in', values)
    .where('withdrawn', 'is', null)
    .execute()
  return rows.map(({ slug, title }) => [slug, title])
}

async function issues(db: Db, values: string[]): Promise<Called> {
  const rows = await db
    .selectFrom('issue')
    .select(['code', 'title'])
    .where('code', 'in', values)
    .where('withdrawn', 'is', null)
    .execute()
  return rows.map(({ code, title }) => [code, title])
}

async function tracks(db: Db, values: string[]): Promise<Called> {
  const rows = await db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'process_id')
    .select(['track.id', 'track.title', 'process.title as process'])
    .where('track.id', 'in', values.map(Number))
    .where('track.withdrawn', 'is', null)
    .execute()
  return rows.map(({ id, title, process }) => [
    String(id),
    title.includes(process) ? title : `${title}, ${process}`,
  ])
}

async function parties(db: Db, values: string[]): Promise<Called> {
  return (await partiesWithIds(db, values.map(Number))).map(({ id, name }) => [String(id), name])
}

async function people(db: Db, values: string[]): Promise<Called> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', values.map(Number))
    .where('withdrawn', 'is', null)
    .execute()
  return rows.map(({ id, name }) => [String(id), name])
}

/** Values are "party-1" and "person-2". */
async function mediators(db: Db, values: string[]): Promise<Called> {
  const of = (kind: string) =>
    values.flatMap((value) => new RegExp(`^${kind}-(\\d+)$`).exec(value)?.[1] ?? [])
  const as = (kind: string, called: Called): Called => called.map(([id, name]) => [`${kind}-${id}`, name])
  return [...as('party', await parties(db, of('party'))), ...as('person', await people(db, of('person')))]
}

async function venues(db: Db, values: string[]): Promise<Called> {
  const rows = await db
    .selectFrom('venue')
    .select(['id', 'name', 'city', 'country'])
    .where('id', 'in', values.map(Number))
    .where('withdrawn', 'is', null)
    .execute()
  return rows.map(({ id, name, city }) => {
    const place = sayPlace({ city, country: null })
    return [String(id), name.includes(place) ? name : `${name}, ${place}`]
  })
}

/** By publisher; of one publisher there may be many. */
async function sources(db: Db, values: string[]): Promise<Called> {
  const rows = await sourcesWithIds(db, values.map(Number))
  return rows
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, publisher, title }) => [String(id), title ? `${publisher}: ${clip(title, 60)}` : publisher])
}
