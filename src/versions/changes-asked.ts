import { allRecords } from '../catalogue/records.ts'
import type { Db } from '../db/tables.ts'
import type { Fields } from '../fields/kind.ts'
import { pattern, text } from '../fields/kinds.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import { theProcess } from '../processes/reads.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import type { Narrowed } from './saving-reads.ts'
import { beforeIn } from './turning.ts'

const filterFields = {
  who: text({ label: 'Who', max: 80 }),
  record: text({ label: 'Record' }),
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
} satisfies Fields

/** What is asked of the recent changes. */
export interface ChangesAsked {
  narrowed: Narrowed
  /** The process by its slug; all empty where nothing is asked. */
  typed: { who: string; record: string; process: string }
  before: number | null
}

/** @throws Refusal 400 or 404 for a name or value that it does not know */
export async function readChangesAsked(db: Db, query: Query): Promise<ChangesAsked> {
  refuseStrangers(query, [...Object.keys(filterFields), 'before'])
  const single = Object.keys(filterFields)
  const typed = { who: '', record: '', process: '', ...askedOf(filterFields, single, query) }
  const kinds = allRecords.map(({ name }) => name)
  if (typed.record !== '' && !kinds.includes(typed.record))
    throw new Refusal(
      400,
      `Record ${quotable(typed.record)} is no kind of record. The kinds are ${kinds.join(', ')}.`,
    )
  const process_id = typed.process === '' ? null : (await theProcess(db, typed.process)).id
  const narrowed = { who: typed.who || null, record: typed.record || null, process_id }
  return { narrowed, typed, before: beforeIn(query) }
}

/** As pairs of an address. */
export function pairsOf({ typed }: ChangesAsked): Array<[string, string]> {
  return Object.entries(typed).filter(([, value]) => value !== '')
}
