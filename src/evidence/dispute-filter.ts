import { recordNamed } from '../catalogue/records.ts'
import { fieldWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import type { Fields } from '../fields/kind.ts'
import { pattern, text, whole } from '../fields/kinds.ts'
import { Refusal } from '../kernel/fault.ts'
import { groupBy } from '../kernel/group.ts'
import { quotable } from '../kernel/text.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { processesWithSlugs } from './dispute-reads.ts'
import { subjectKinds } from './setting-reads.ts'

/** The names that the list of disputes takes in its address. A name given twice means either. */
const filterFields = {
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
  record: text({ label: 'Record' }),
  field: text({ label: 'Field' }),
  page: whole({ label: 'Page', min: 1, max: 9999 }),
} satisfies Fields

/** A question put to the disputed fields. Lists are "any of"; different names are "and". */
export interface DisputeFilter {
  process: string[]
  record: string[]
  field: string[]
  page: number
}

/** @throws Refusal 400 for a name or value it does not know */
export function readDisputeFilter(query: Query, besides: readonly string[] = []): DisputeFilter {
  refuseStrangers(query, [...Object.keys(filterFields), ...besides])
  const everything = { process: [], record: [], field: [], page: 1 }
  const filter = { ...everything, ...askedOf(filterFields, ['page'], query) } as DisputeFilter
  const { record, field } = filter
  for (const name of record)
    if (!subjectKinds.includes(name))
      throw new Refusal(
        400,
        `Record ${quotable(name)} is no kind of record. The kinds are ${subjectKinds.join(', ')}.`,
      )
  const known = fieldsAmong(record)
  const kinds = record.join(' or ') || 'any record that can be disputed'
  for (const name of field)
    if (!known.has(name)) throw new Refusal(400, `Field ${quotable(name)} is no field of ${kinds}.`)
  return filter
}

/** The fields of these kinds of record, of all kinds where none is named; each with all that it is called. */
export function fieldsAmong(record: string[]): Map<string, string[]> {
  const named = (record.length === 0 ? subjectKinds : record).flatMap((kind) =>
    Object.keys(recordNamed(kind)?.fields ?? {}).map((name) => ({ name, words: fieldWords(kind, name) })),
  )
  return new Map(
    [...groupBy(named, ({ name }) => name)].map(([name, some]) => [
      name,
      [...new Set(some.map(({ words }) => words))],
    ]),
  )
}

/** @throws Refusal 400 for a process that is not on record */
export async function processIdsOf(db: Db, { process }: DisputeFilter): Promise<number[] | null> {
  if (process.length === 0) return null
  const found = new Map((await processesWithSlugs(db, process)).map(({ slug, id }) => [slug, id]))
  return process.map(
    (slug) =>
      found.get(slug) ??
      (() => {
        throw new Refusal(400, `There is no process ${quotable(slug)} in this record.`)
      })(),
  )
}

/** The filter as pairs of an address. */
export function pairsOf({ process, record, field }: DisputeFilter): Array<[string, string]> {
  const of = (name: string, values: string[]) => values.map((value): [string, string] => [name, value])
  return [...of('process', process), ...of('record', record), ...of('field', field)]
}
