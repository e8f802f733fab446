import { faultAt, type ImportFault } from './fault.ts'
import type { Row, Sheet } from './parse.ts'

type Wrong = { column: string; advice: string } | null
type Rule = (values: Row['values']) => Wrong

const named: Rule = ({ venue_id, party_id, person_id }) =>
  [venue_id, party_id, person_id].filter((id) => id !== null).length === 1
    ? null
    : { column: 'venue_id', advice: 'must be given, or party_id or person_id: exactly one of the three' }

const somebody: Rule = ({ party_id, person_id }) =>
  party_id === null && person_id === null
    ? { column: 'party_id', advice: 'must be given, or person_id' }
    : null

const zoned: Rule = ({ start_time, zone }) =>
  start_time && !zone
    ? { column: 'zone', advice: 'must be given with a clock time, such as Europe/Istanbul' }
    : null

const brief: Rule = ({ quote }) =>
  quote && String(quote).split(/\s+/).length > 12
    ? { column: 'quote', advice: 'must be a dozen words at most' }
    : null

/** The form of a new process stands at /processes/new. */
const free =
  (column: string): Rule =>
  (values) =>
    values[column] === 'new' ? { column, advice: 'must be another word: new is the address of a form' } : null

const rules: Record<string, Rule> = {
  process: free('slug'),
  issue: free('code'),
  name: named,
  third_party: somebody,
  round: zoned,
  session: zoned,
  claim: brief,
}

/** What one row may not say. The database holds most of it too; here it is said in words, before it has to refuse. */
export function rowFaults(sheet: Sheet): ImportFault[] {
  const rule = rules[sheet.kind.name]
  if (!rule) return []
  return sheet.rows.flatMap((row) => {
    const wrong = rule(row.values)
    return wrong ? [faultAt(sheet, row, wrong.column, row.values[wrong.column], wrong.advice)] : []
  })
}
