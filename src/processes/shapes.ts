/*
 * The shape of a stance or of what was done with a proposal, as views/processes/shape draws it. Words that come to the
 * same have the same shape; the word is always printed or read aloud beside it.
 */

interface Shape {
  shape: string
  /** How the legend puts it. */
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
  { shape: 'silent', label: 'no answer', words: ['silent'] },
  { shape: 'withdrawn', label: 'withdraws', words: ['withdrawn'] },
  { shape: 'superseded', label: 'superseded', words: ['superseded'] },
  { shape: 'lapsed', label: 'deadline lapsed', words: ['lapsed'] },
]

const byWord = new Map(shapes.flatMap(({ shape, words }) => words.map((word) => [word, shape])))

/** Empty for a word that has none. */
export function shapeOf(word: string): string {
  return byWord.get(word) ?? ''
}

export const legend = shapes.map(({ shape, label }) => ({ shape, label }))
