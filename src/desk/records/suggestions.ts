/* What the lists behind a record's inputs offer: only those that its form uses. */
import type { Db } from '../../db/tables.ts'
import { documentsIn } from '../../outcomes/reads.ts'
import { issuesByCode, processesByTitle, tracksOf } from '../../processes/reads.ts'
import { roundTitlesIn } from '../../rounds/reads.ts'
import type { Part } from '../part.ts'
import { type Suggestions, suggestions, titlesOf } from '../suggestions.ts'

export async function suggestionsFor(db: Db, part: Part, processId: number | null): Promise<Suggestions[]> {
  const used = usedBy(part)
  const known = suggestions(db, processId, (name) => used.has(name))
  const further: Array<[string, () => Promise<string[]>]> = [
    ['process', async () => (await processesByTitle(db)).map(({ title }) => title)],
    ['issue', async () => (await issuesByCode(db)).map(({ title }) => title)],
    ['round', () => (processId === null ? none() : roundTitlesIn(db, processId))],
    ['track', async () => (processId === null ? [] : titlesOf(await tracksOf(db, [processId])))],
    ['document', async () => (processId === null ? [] : titlesOf(await documentsIn(db, processId)))],
    // They belong to what the address names, or are known by their numbers.
    ...['outcome', 'commitment', 'delegation', 'session', 'claim'].map((one): [string, typeof none] => [
      one,
      none,
    ]),
  ]
  const lists = further
    .filter(([record]) => used.has(record))
    .map(async ([record, titles]) => ({
      id: `known-${record}`,
      options: [...new Set(await titles())].map((value) => ({ value, label: '' })),
    }))
  return [...(await known), ...(await Promise.all(lists))]
}

async function none(): Promise<string[]> {
  return []
}

function usedBy({ fields, lists, suggests }: Part): Set<string> {
  const own = Object.values(fields).flatMap(({ refers }) => refers ?? [])
  const inner = Object.values(lists).flatMap((list) => [...usedBy(list as Part)])
  return new Set([...own, ...Object.values(suggests), ...inner])
}
