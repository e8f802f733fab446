/*
 * What somebody typed into a search box, read as a question. A word; "a phrase"; a word* that is only begun, as the last
 * one is anyway; -without this; and field words, as in party:ukraine or venue:"Çırağan Palace". Nothing that can be typed
 * is wrong: what cannot be read is said in a sentence, and the rest is searched.
 */
import { wordsIn } from '../kernel/fold.ts'
import { quotable } from '../kernel/text.ts'

/** Words that stand side by side in this order. */
export interface Phrase {
  words: string[]
  /** The last word is only begun. */
  isBegun: boolean
  /** All words that begin so, where they are few: to ask for them is faster than for a beginning. */
  endings?: string[]
}

export interface Term extends Phrase {
  isNot: boolean
}

/** What may stand before a colon, and what it asks for. */
export const fieldWords = {
  venue: 'where it was',
  party: 'a delegation or third party',
  person: 'who took part',
  process: 'the negotiation',
  track: 'the series',
  country: 'of the venue, TR or Türkiye',
  status: 'held, cancelled …, or disputed',
  evidence: 'disputed, inference, unsourced, agreed, single',
  issue: 'what it was about',
  source: 'cited for it',
  format: 'plenary, telephone …',
  before: 'a date, 2025-07 or July 2025',
  after: 'a date',
  year: '2025',
} as const
export type FieldWord = keyof typeof fieldWords

export interface FieldTerm {
  isNot: boolean
  field: FieldWord
  value: string
}

export interface Question {
  terms: Term[]
  fields: FieldTerm[]
  /** What could not be read, each a sentence. */
  faults: string[]
}

/** Terms beyond these are left out: nobody asks so much, and each costs. */
const MOST = 16
/** A single letter begins too much. */
const LEAST_BEGUN = 2
const LONGEST = 300

interface Piece {
  isNot: boolean
  field: string | null
  text: string
  isQuoted: boolean
  /** A star stands behind it. */
  isStarred: boolean
}

// A minus, a field word with its colon, and a quoted or a bare text. An open quote runs to the end.
const piece =
  /(?<not>[-−–](?=[^\s-]))?(?:(?<field>[\p{L}_]{2,}):(?!\/\/))?(?:"(?<quoted>[^"]*)(?:"|$)(?<star>\*)?|(?<bare>[^\s"]+))?/gu

export function readQuestion(typed: string): Question {
  const pieces = joined(piecesOf(typed.slice(0, LONGEST).replace(/[“”„«»＂]/g, '"')))
  const question: Question = { terms: [], fields: [], faults: [] }
  for (const one of pieces.slice(0, MOST)) place(question, one)
  if (pieces.length > MOST || typed.length > LONGEST)
    question.faults.push(`That is long: the first ${MOST} words were searched.`)
  const last = pieces.at(-1)
  const term = question.terms.at(-1)
  // Somebody may still be typing it.
  if (term && last && last.field === null && !last.isQuoted && pieces.length <= MOST) begin(term)
  return question
}

/** Whether anything is asked. */
export function isAsked({ terms, fields }: Question): boolean {
  return terms.length + fields.length > 0
}

function piecesOf(typed: string): Piece[] {
  return [...typed.matchAll(piece)].flatMap(({ groups = {}, 0: whole }) => {
    const { not, field, quoted, star, bare } = groups
    return whole === ''
      ? []
      : [
          {
            isNot: not !== undefined,
            field: field?.toLowerCase() ?? null,
            text: quoted ?? bare ?? '',
            isQuoted: quoted !== undefined,
            isStarred: star !== undefined || (bare?.endsWith('*') ?? false),
          },
        ]
  })
}

/** "venue: istanbul": the value may follow at a distance. */
function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const one of pieces) {
    const last = whole.at(-1)
    const isValue = last?.field && last.text === '' && !last.isQuoted && one.field === null && !one.isNot
    if (isValue && isFieldWord(last.field ?? ''))
      whole[whole.length - 1] = { ...one, isNot: last.isNot, field: last.field }
    else whole.push(one)
  }
  return whole
}

function place(
  { terms, fields, faults }: Question,
  { isNot, field, text, isQuoted, isStarred }: Piece,
): void {
  if (field === null) {
    const term = { isNot, words: wordsIn(text), isBegun: false }
    if (isStarred) begin(term)
    if (term.words.length > 0) terms.push(term)
  } else if (!isFieldWord(field)) {
    faults.push(
      `“${quotable(field)}:” is no field word and was left out. The field words are ${Object.keys(fieldWords).join(', ')}.`,
    )
  } else if (text.trim() === '' && !isQuoted) {
    faults.push(
      `Nothing stands behind “${field}:”, which was left out. Write it as in ${field}:${exampleOf(field)}.`,
    )
  } else fields.push({ isNot, field, value: text.replace(/\*$/, '').trim() })
}

function begin(term: Term): void {
  term.isBegun = [...(term.words.at(-1) ?? '')].length >= LEAST_BEGUN
}

export function isFieldWord(word: string): word is FieldWord {
  return Object.hasOwn(fieldWords, word)
}

function exampleOf(field: FieldWord): string {
  const examples: Partial<Record<FieldWord, string>> = {
    before: '2025-07',
    after: '2025-07',
    year: '2025',
    status: 'disputed',
    evidence: 'disputed',
    country: 'TR',
    format: 'plenary',
  }
  return examples[field] ?? '"Some name"'
}
