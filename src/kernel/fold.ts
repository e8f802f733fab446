// Letters that carry no removable accent in Unicode, yet are typed without one.
const plain: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ə: 'e',
  ς: 'σ',
  // Persian and Arabic keyboards write one letter as two; the last two and the stretch are often left out or swapped.
  ی: 'ي',
  ک: 'ك',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  '’': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** The form in which words are compared: no accents, no case. "Çırağan" and "Ciragan" fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter)
}

// These scripts put no space between words: each sign is a word, and what is typed as one run a phrase of them.
const sign =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]--[\\p{P}\\p{S}\\p{M}]]\\p{M}*'
const run = new RegExp(`${sign}|(?:(?!${sign})[\\p{L}\\p{N}\\p{M}])+`, 'gv')

/** A word of a text, folded, and where it stands there. */
export interface Placed {
  word: string
  start: number
  end: number
}

/** The words of a text as search compares them. What folds to two words, as "Зов’єв", stands as both in one place. */
export function placedWords(text: string): Placed[] {
  return [...text.matchAll(run)].flatMap(({ 0: run, index }) =>
    (fold(run).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({
      word,
      start: index,
      end: index + run.length,
    })),
  )
}

export function wordsIn(text: string): string[] {
  return placedWords(text).map(({ word }) => word)
}

/** Words of a name at which its tails begin. */
const WORDS = 20

/** "iva dvorkin", "dvorkin": the folded name, whole and from each of its words to its end. */
export function tailsOf(name: string): string[] {
  const whole = fold(name).trim()
  if (whole === '') return []
  const starts = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index).filter((at) => at > 0)
  return [whole, ...starts.slice(0, WORDS).map((at) => whole.slice(at))]
}
