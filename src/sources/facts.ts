import type { Evidence } from './evidence.ts'

/** A field of a record as its page prints it. */
export interface Fact {
  label: string
  value: string
  href: string | null
  note: string
  /** Null where no evidence is due: nobody asserts the address of a source. */
  evidence: Evidence | null
}

interface Besides {
  note?: string
  href?: string | null
  evidence?: Evidence | null
}

/** One fact, or none where nothing is recorded; spread it into a list. */
export function fact(
  label: string,
  value: string | number | null,
  { note = '', href = null, evidence = null }: Besides = {},
): Fact[] {
  if (value === null || value === '') return []
  return [{ label, value: String(value), href, note, evidence }]
}

/** The name a page already bears as its heading: a fact of its own only where somebody asserts it. */
export function assertedName(name: string, evidence: Evidence | null): Fact[] {
  return evidence ? fact('Name', name, { evidence }) : []
}
