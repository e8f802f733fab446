/* What makes two records of a kind likely to be one. */
import { isNear, type Point } from './ground.ts'
import { isMisspelt, resemblance } from './spelling.ts'

/** In the order in which they are told: a pair is listed once, by the first that holds. */
export const rules = [
  'name',
  'order',
  'spelling',
  'place',
  'code',
  'address',
  'publication',
  'day',
  'meeting',
] as const
export type Rule = (typeof rules)[number]

/** Something that a record is known by. Records that share the key are compared by what is told with it. */
export interface Trait {
  rule: Rule
  key: string
  told: string
}

/** What a venue tells beside its key. */
export interface ToldOfVenue extends Point {
  name: string
}

const RESEMBLING = 0.6

type Judge = (one: string, other: string) => boolean

/** Whether what two records with one key tell makes them alike. */
const judges: Record<Rule, Judge> = {
  name: noneDiffers,
  order: (one, other) => one !== other,
  spelling: isMisspelt,
  place: isOnePlace,
  code: () => true,
  address: () => true,
  publication: () => true,
  day: noneDiffers,
  meeting: () => true,
}

export function areAlike(rule: Rule, one: string, other: string): boolean {
  return judges[rule](one, other)
}

/** Told is what would tell the two apart, a country or a number; empty where nobody gave it. */
function noneDiffers(one: string, other: string): boolean {
  return one === '' || other === '' || one === other
}

function isOnePlace(one: string, other: string): boolean {
  const [mine, theirs] = [JSON.parse(one), JSON.parse(other)] as [ToldOfVenue, ToldOfVenue]
  return isNear(mine, theirs) && resemblance(mine.name, theirs.name) >= RESEMBLING
}
