/* Parts of speech, by a trained model of English. It is read when the first text comes, not when the program starts. */
import { createRequire } from 'node:module'
import type { ItsHelpers, Model, PartOfSpeech, WinkMethods } from 'wink-nlp'
import type { Sentence } from './sentences.ts'

/** As Universal Dependencies call them. */
export type Part = PartOfSpeech

const require = createRequire(import.meta.url)
/** The model keeps each word that it did not know; after so many it is made anew. */
const KEPT = 200_000
let made: { nlp: WinkMethods; its: ItsHelpers; size: number; read: number } | null = null

function tagger() {
  if (made === null || made.read > KEPT) {
    const winkNLP = require('wink-nlp') as (model: Model, pipe: string[]) => WinkMethods
    const nlp = winkNLP(require('wink-eng-lite-web-model') as Model, ['pos'])
    const { its } = nlp
    const [size = 0] = nlp.readDoc('qzxj').tokens().out(its.uniqueId) as unknown as number[]
    made = { nlp, its, size, read: 0 }
  }
  return made
}

/** Whether the dictionary of the model has a word, in lower case; names of people and most places are not in it. */
export function isEnglish(folded: string): boolean {
  const { nlp, its, size } = tagger()
  const [lexeme = size, more] = nlp.readDoc(folded).tokens().out(its.uniqueId) as unknown as number[]
  return (
    more === undefined &&
    (lexeme < size || (folded.endsWith('s') && folded.length > 4 && isEnglish(folded.slice(0, -1))))
  )
}

const parts = new WeakMap<Sentence, Part[]>()

/** The part of speech of each token of a sentence. */
export function partsOf(sentence: Sentence): readonly Part[] {
  const known = parts.get(sentence)
  if (known) return known
  const read = partsIn(sentence)
  parts.set(sentence, read)
  return read
}

function partsIn({ text, start, tokens }: Sentence): Part[] {
  const model = tagger()
  const { nlp, its } = model
  const plain = lettersOnly(text)
  model.read += tokens.length
  const words = nlp.readDoc(plain).tokens()
  const [values, tags] = [words.out(its.value) as string[], words.out(its.pos) as Part[]]
  const found: Part[] = []
  let [place, at] = [0, 0]
  values.forEach((value, word) => {
    const from = plain.indexOf(value, place)
    place = (from < 0 ? place : from) + value.length
    while (at < tokens.length && (tokens[at]?.start ?? 0) - start < place) {
      found.push(tags[word] as Part)
      at++
    }
  })
  while (found.length < tokens.length) found.push('X')
  return found
}

/** Letter for letter without accents, and with signs that the model knows: what it does not know it parts. */
function lettersOnly(text: string): string {
  return [...text.matchAll(/[\s\S]/gu)]
    .map(({ 0: letter }) => {
      if (letter.length > 1) return '  '
      if (letter === '’' || letter === 'ʼ') return "'"
      if (/[\w\s.,;!?'-]/.test(letter)) return letter
      const [base = ' '] = letter.normalize('NFD')
      return /\w/.test(base) ? base : (LIKE[base] ?? (/\p{L}/u.test(base) ? 'x' : ' '))
    })
    .join('')
}

const LIKE: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ə: 'e',
  ß: 's',
  æ: 'a',
  '“': '"',
  '”': '"',
}
