/* A record as search sees it, and what it means that it meets a question. */
import { wordsIn } from '../kernel/fold.ts'
import type { Asked, Within } from './expression.ts'
import type { Phrase } from './query.ts'
import { yearMarks } from './years.ts'

/** What a record is found by, as it stands in the record. */
export interface Texts {
  id: number
  names: string[]
  words: string[]
  /** "venue5", "statusheld": a mark stays when what it stands for is called otherwise. */
  marks: string[]
  /** First and last day, and the date in EDTF. */
  days: string[]
}

/** The same as the index holds it: folded words, a blank between any two. */
export interface Document {
  id: number
  name: string
  words: string
  marks: string
}

/** Every row bears it, so that all that is not something can be asked for. */
export const ANY = 'anyrow'
/** No row bears it. */
export const NONE = 'norow'
/** The longest text of others that is looked through. */
const LONGEST = 400_000

export function documentOf({ id, names, words, marks, days }: Texts): Document {
  const years = days.flatMap((one) => {
    const [earliest, latest] = one.split(' ').map(Number)
    return yearMarks(earliest ?? 0, latest ?? 0)
  })
  return {
    id,
    name: folded(names),
    words: folded(words),
    marks: [...new Set([ANY, ...marks.map(markOf), ...years])].join(' '),
  }
}

function folded(texts: string[]): string {
  return texts.map((text) => wordsIn(text.slice(0, LONGEST)).join(' ')).join(' ')
}

/** "statusheadsonly": one word to the index, whatever it holds. */
export function markOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Whether a record meets a question: what the index answers, told once more in plain words. */
export function meets(asked: Asked, document: Document, { isByMarks, leastBegun }: Within): boolean {
  const marks = new Set(document.marks.split(' '))
  const bears = (some: string[]) => some.some((mark) => marks.has(mark))
  const has = ({ marks, words, isBegun }: Asked['terms'][number]) => {
    const phrase = { words, isBegun: isBegun && [...(words.at(-1) ?? '')].length >= leastBegun }
    return holds(document.name, phrase) || holds(document.words, phrase) || (isByMarks && bears(marks))
  }
  return (
    asked.terms.every((term) => has(term) !== term.isNot) &&
    asked.fields.every(({ isNot, marks }) => bears(marks) !== isNot)
  )
}

function holds(text: string, { words, isBegun }: Phrase): boolean {
  return ` ${text} `.includes(` ${words.join(' ')}${isBegun ? '' : ' '}`)
}
