/* A question as FTS5 asks it. Every word is quoted, so that nobody's typing is read as its syntax. */
import { ANY, NONE } from './document.ts'
import { type FoundKind, indexOf } from './kinds.ts'
import type { Phrase, Term } from './query.ts'

/** A question whose names are known: what is called as a word says leads to the rounds that bear its mark. */
export interface Asked {
  terms: Array<Term & { marks: string[] }>
  /** Any of the marks; of several such, all. */
  fields: Array<{ isNot: boolean; marks: string[] }>
}

/** Columns in which words are looked for; `isByMarks` where a record is found by who and what belongs to it too. */
export interface Within {
  columns: 'name' | 'name words'
  isByMarks: boolean
  /** Letters of which the beginning of a word needs so many. */
  leastBegun: number
}

export const inNames: Within = { columns: 'name', isByMarks: false, leastBegun: 2 }

/** How a kind is looked for. In the words of others two letters begin too much. */
export function withinOf(kind: FoundKind): Within {
  return {
    columns: 'name words',
    isByMarks: kind === 'round',
    leastBegun: indexOf(kind) === 'search' ? 2 : 3,
  }
}

/** `refusing` is where a word may not stand: of what is called so, what is refused is left out wherever it says so. */
export function matchOf({ terms, fields }: Asked, within: Within, refusing = within): string {
  const clauses = (isNot: boolean) => [
    ...terms.filter((term) => term.isNot === isNot).map((term) => clauseOf(term, isNot ? refusing : within)),
    ...fields.filter((field) => field.isNot === isNot).map(({ marks }) => marksOf(marks)),
  ]
  const asked = clauses(false)
  const refused = clauses(true)
  const whole = asked.length > 0 ? asked.join(' AND ') : marksOf([ANY])
  return refused.length > 0 ? `(${whole}) NOT (${refused.join(' OR ')})` : whole
}

function clauseOf(term: Term & { marks: string[] }, { columns, isByMarks, leastBegun }: Within): string {
  const words = `{${columns}} : ${phraseOf(begunFrom(leastBegun, term))}`
  return isByMarks && term.marks.length > 0 ? `(${words} OR ${marksOf(term.marks)})` : `(${words})`
}

/** Alternatives that FTS5 goes through at each row; more are divided among as many groups. */
const SOME = 32

/**
 * A row that bears any of them. FTS5 looks at every alternative of an OR for each row it finds, and makes one OR of those
 * within one another: what keeps the groups apart is that each is asked without a mark that no row bears.
 */
function marksOf(marks: string[]): string {
  const any = (some: string[]) => `marks : (${some.map((mark) => `"${mark}"`).join(' OR ')})`
  if (marks.length <= SOME) return `(${any(marks)})`
  const groups = Array.from({ length: Math.ceil(marks.length / SOME) }, (_, at) =>
    marks.slice(at * SOME, (at + 1) * SOME),
  )
  return `(${groups.map((group) => `(${any(group)} NOT "${NONE}")`).join(' OR ')})`
}

/** What is too short to be a beginning is a word. */
function begunFrom(least: number, phrase: Phrase): Phrase {
  return { ...phrase, isBegun: phrase.isBegun && [...(phrase.words.at(-1) ?? '')].length >= least }
}

/** `where` is "^ " for what stands at the beginning of its column. */
export function phraseOf({ words, isBegun, endings }: Phrase, where: '' | '^ ' = ''): string {
  if (!isBegun || endings === undefined) return `${where}"${words.join(' ')}"${isBegun ? ' *' : ''}`
  return `(${[...words, ...endings].map((word) => `${where}"${word}"`).join(' OR ')})`
}
