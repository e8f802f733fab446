/*
 * The shape of a stance, of what was done with a proposal or of where it stands, as views/parts/event-shape draws it. Words that come to the
 * same have the same shape; the word is always printed or read aloud beside it.
 */

interface Shape {
  shape: string
  /** How the keys put it. */
  label: string
  words: readonly string[]
}

const shapes: readonly Shape[] = [
  { shape: 'made', label: 'demands, proposes', words: ['demands', 'made'] },
  { shape: 'restated', label: 'restates', words: ['restated'] },
  { shape: 'amended', label: 'amends', words: ['amended'] },
  { shape: 'accepted', label: 'supports, accepts', words: ['supports', 'accepted'] },
  {
    shape: 'accepted-with-conditions',
    label: 'accepts with conditions',
    words: ['accepts with conditions', 'accepted with conditions'],
  },
  { shape: 'deferred', label: 'defers', words: ['deferred'] },
  { shape: 'rejected', label: 'opposes, rejects', words: ['opposes', 'rejected'] },
  { shape: 'refuses-to-discuss', label: 'refuses to discuss', words: ['refuses to discuss'] },
  { shape: 'silent', label: 'no answer', words: ['silent', 'unanswered'] },
  { shape: 'withdrawn', label: 'withdraws', words: ['withdrawn'] },
  { shape: 'superseded', label: 'superseded', words: ['superseded'] },
  { shape: 'deadline', label: 'deadline', words: ['open'] },
  { shape: 'lapsed', label: 'deadline lapsed', words: ['lapsed'] },
]

const byWord = new Map(shapes.flatMap(({ shape, words }) => words.map((word) => [word, shape])))

/** Empty for a word that has none. */
export function shapeOf(word: string): string {
  return byWord.get(word) ?? ''
}

/** The key of a matrix: no deadline stands in one. */
export const matrixKey = shapes.filter(({ shape }) => shape !== 'deadline')

/** The key of the proposals' lanes, from which the script takes its shapes: nobody refuses to discuss there. */
export const lanesKey = shapes.filter(({ shape }) => shape !== 'refuses-to-discuss')
