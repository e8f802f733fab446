/* What the claims on a field answer, and what a machine makes of the answers. */
import type { Kind } from '../fields/kind.ts'
import { groupBy } from '../kernel/group.ts'
import { clip, counted } from '../kernel/words.ts'
import { type Bearers, compare, meaningOf } from '../sources/agreement.ts'
import { sayValue } from '../sources/evidence.ts'
import type { Status } from '../sources/status.ts'
import { originName } from './origin-name.ts'
import type { Told } from './told-reads.ts'

/** One answer, however many give it. */
export interface Answer {
  words: string
  denies: boolean
  /** "2 origins: TASS, the Russian side" */
  origins: string
  claims: string
  first: Told
}

/** More answers than these are not read one against another on a page. */
const COMPARED = 60

/** The different answers of the claims that count, in the order in which they were entered, and how many there are. */
export function answersOf(told: Told[]): { answers: Answer[]; count: number } {
  const counting = told.filter(({ counts }) => counts)
  const groups = groupBy(
    counting,
    ({ affirms, value, value_exactness }) => `${affirms} ${value_exactness} ${value}`,
  )
  const answers = [...groups.values()].slice(0, COMPARED).map((some) => answerOf(some as [Told]))
  return { answers, count: groups.size }
}

function answerOf(some: [Told, ...Told[]]): Answer {
  const [first] = some
  const names = new Map(some.map((one) => [one.origin, nameOf(one)]))
  return {
    words: sayAnswer(first),
    denies: first.affirms === 0,
    origins: `${counted(names.size, 'origin')}: ${listed([...names.values()], 6)}`,
    claims: counted(some.length, 'claim'),
    first,
  }
}

function nameOf(told: Told): string {
  const name = originName(told)
  return told.isUnnamed ? `unnamed, heard by ${name}` : name
}

function sayAnswer(told: Told): string {
  return sayValue({ ...told, weekday_printed: null }) ?? (told.affirms === 1 ? 'Says so' : 'This')
}

/** The answers of which not all can be true. */
export function collisionsIn(answers: Answer[], kind: Kind | undefined, bearers: Bearers): Answer[] {
  const meant = answers.map((answer) => ({
    answer,
    meaning: meaningOf(kind, answer.first, bearers),
  }))
  return meant
    .filter(({ meaning }) => meant.some((other) => compare(meaning, other.meaning) === 'contradict'))
    .map(({ answer }) => answer)
}

/** How the machine came to the status, in a sentence that names what collides. */
export function sayDecided(
  status: Status,
  { collisions, origins, outlets }: { collisions: Answer[]; origins: number; outlets: number },
): string {
  if (status === 'disputed') return sayCollision(collisions)
  if (status === 'inference') return 'No source says it in so many words: the editors worked it out.'
  if (status === 'unsourced') return 'No claim on it is recorded.'
  if (status === 'agreed') return `${capitalNumber(origins)} origins, none against.`
  return outlets > 1 ? 'One origin, however many outlets.' : 'One origin.'
}

function sayCollision(collisions: Answer[]): string {
  const said = (some: Answer[]) => some.map(({ words }) => clip(words, 90))
  const affirmed = said(collisions.filter(({ denies }) => !denies))
  const denied = said(collisions.filter(({ denies }) => denies))
  const [one, other] = affirmed
  if (denied.length > 0 && one !== undefined)
    return `What some affirm, others deny. Denied: ${listed(denied, 4, '; ')}. Affirmed: ${listed(affirmed, 4, '; ')}.`
  if (one === undefined || other === undefined)
    return 'The accounts differ in words; whether they can all be true is for a reader to tell.'
  if (affirmed.length === 2) return `Two accounts cannot both be true: ${one}${joint(one)}${other}.`
  return `${capitalNumber(affirmed.length)} accounts cannot all be true: ${listed(affirmed, 8, '; ')}.`
}

/** Where the first account has commas of its own, a semicolon parts it from the second. */
function joint(one: string): string {
  return /[,;:]/.test(one) ? '; and ' : ' and '
}

function listed(names: string[], most: number, between = ', '): string {
  const rest = names.length - most
  return names.slice(0, most).join(between) + (rest > 0 ? `${between}and ${rest} more` : '')
}

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** "Seven", as a sentence begins; figures beyond twelve. */
export function capitalNumber(number: number): string {
  return numbers[number] ?? String(number)
}
