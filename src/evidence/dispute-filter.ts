import { allRecords, recordNamed } from '../catalogue/records.ts'
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import { numberIn } from '../web/paging.ts'
import { refuseStrangers } from '../web/query.ts'
import { processesWithSlugs } from './dispute-reads.ts'
import { subjectKinds } from './setting-reads.ts'

/** A question put to the disputed fields. Lists are "any of"; different names are "and". */
export interface DisputeFilter {
  process: string[]
  record: string[]
  field: string[]
  page: number
}

/** @throws Refusal 400 for a name or value it does not know */
export function readDisputeFilter(
  query: Record<string, unknown>,
  besides: readonly string[] = [],
): DisputeFilter {
  refuseStrangers(query, ['process', 'record', 'field', 'page', ...besides])
  const record = listIn(query, 'record')
  for (const name of record)
    if (!subjectKinds.includes(name))
      throw new Refusal(
        400,
        `Record ${quotable(name)} is no kind of record. The kinds are ${subjectKinds.join(', ')}.`,
      )
  const field = listIn(query, 'field')
  const kinds = record.length === 0 ? allRecords : record.flatMap((name) => recordNamed(name) ?? [])
  for (const name of field)
    if (!kinds.some(({ fields }) => Object.hasOwn(fields, name)))
      throw new Refusal(400, `Field ${quotable(name)} is no field of ${record.join(' or ') || 'any record'}.`)
  return { process: listIn(query, 'process'), record, field, page: numberIn(query, 'page') }
}

function listIn(query: Record<string, unknown>, name: string): string[] {
  const given = query[name] ?? []
  const typed = (Array.isArray(given) ? given : [given]).map(String).filter((one) => one !== '')
  if (typed.length > 50) throw new Refusal(400, `${name} is given too often.`)
  return typed
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
