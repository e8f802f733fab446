import { civilDate } from '../../kernel/days.ts'
import { OPEN } from '../../kernel/edtf.ts'

/** A date that may mean more years than this tells none. */
const MANY = 30

/** The years in which a round may have lain; none where nobody gave an end. */
export function yearsOf({ first, last }: { first: number; last: number }): string[] {
  if (first === -OPEN || last === OPEN) return []
  const [from, to] = [civilDate(first).year, civilDate(last).year]
  if (to - from > MANY) return []
  return Array.from({ length: to - from + 1 }, (_, nth) => String(from + nth))
}
