import type { Fields, Kind, Stored, Values } from '../fields/kind.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'

/** What an address says after its question mark, as yet unread. */
export type Query = Record<string, unknown>

/** So many values of one name are taken as "any of"; more is no question that a person asks. */
const MOST = 50

/** `known`, the day as of which everything is read, is taken everywhere. @throws Refusal 400 for a name not among these */
export function refuseStrangers(query: Query, names: readonly string[]): void {
  const stranger = Object.keys(query).find((name) => name !== 'known' && !names.includes(name))
  if (stranger === undefined) return
  const taken =
    names.length === 0 ? 'The only filter is known.' : `The filters are ${names.join(', ')} and known.`
  throw new Refusal(400, `There is no filter named ${quotable(stranger)} here. ${taken}`)
}

/** What was given for a name; nothing where it was left empty. @throws Refusal 400 for a value the field does not take */
export function valuesOf<F extends Fields, N extends keyof F & string>(
  fields: F,
  single: readonly string[],
  name: N,
  given: unknown,
): Array<Values<F>[N]> {
  const kind = fields[name] as Kind
  const typed = [given ?? []].flat().filter((one) => one !== '')
  if (typed.length > (single.includes(name) ? 1 : MOST))
    throw new Refusal(400, `${kind.label} is given too often.`)
  return typed.map((one) => {
    const read = readOne(kind, String(one))
    if ('fault' in read) throw new Refusal(400, `${kind.label} ${read.fault}.`)
    return read.value as Values<F>[N]
  })
}

/** What is asked by these names: of a single one its value, of any other a list. Names left empty are left out. */
export function askedOf(
  fields: Fields,
  single: readonly string[],
  query: Query,
): Record<string, Stored | Stored[]> {
  const asked: Record<string, Stored | Stored[]> = {}
  for (const name of Object.keys(fields)) {
    const values = valuesOf(fields, single, name, query[name])
    const [first] = values
    if (first !== undefined) asked[name] = single.includes(name) ? first : values
  }
  return asked
}
