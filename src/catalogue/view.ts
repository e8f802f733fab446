import { capital } from '../kernel/words.ts'
import type { Place } from './reads.ts'
import { recordNamed } from './records.ts'

/** "Third party" for third_party. */
export function recordWords(record: string): string {
  return capital(record.replaceAll('_', ' '))
}

/** The label of a field; empty where a claim is about the record as a whole. */
export function fieldWords(record: string, field: string | null): string {
  return field === null ? '' : (recordNamed(record)?.fields[field]?.label ?? field)
}

/** The round a record is part of, or else the page that shows it. */
export function placeLink({ round_id, round, page, page_key, label }: Place) {
  if (round_id !== null) return { href: `/rounds/${round_id}`, label: round ?? '' }
  return page === null ? null : { href: `/${page}/${page_key}`, label }
}
