import { capital } from '../kernel/words.ts'
import { pathOfKind } from '../sources/paths.ts'
import type { Place } from './reads.ts'
import { recordNamed } from './records.ts'

/** "Third party" for third_party, "Follow-up" for follow_up. */
export function recordWords(record: string): string {
  return inWords(record.replaceAll('_', '-'))
}

/** "Third parties", "Follow-ups". */
export function kindsWords(record: string): string {
  return inWords(pathOfKind(record))
}

/** Of these names only one is written with a hyphen. */
function inWords(name: string): string {
  return capital(name.startsWith('follow-up') ? name : name.replaceAll('-', ' '))
}

/** The label of a field; empty where a claim is about the record as a whole. */
export function fieldWords(record: string, field: string | null): string {
  return field === null ? '' : (recordNamed(record)?.fields[field]?.label ?? field)
}

/** The label of a field; `field` null or '' is the record as a whole. */
export function fieldOrWhole(record: string, field: string | null): string {
  return fieldWords(record, field || null) || 'As a whole'
}

/** The round a record is part of, or else the page that shows it. */
export function placeLink({ round_id, round, page, page_key, label }: Place) {
  if (round_id !== null) return { href: `/rounds/${round_id}`, label: round ?? '' }
  return page === null ? null : { href: `/${page}/${page_key}`, label }
}
