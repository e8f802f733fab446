import type { Stored } from '../fields/kind.ts'
import { sayNumber } from '../kernel/words.ts'

/** Texts of others are kept, not published: of them a page tells only that they are there. */
export function isKept(record: string, field: string): boolean {
  return record === 'capture' && field === 'text'
}

export function sayKept(text: Stored): string {
  return `${sayNumber(String(text).length)} characters, kept but not published`
}
