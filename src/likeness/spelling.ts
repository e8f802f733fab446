/* How alike two names are, as they are folded: no accents, no case. */

export function wordsIn(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** The words without their order: "Dvorkin, Iva" and "Iva Dvorkin" are one. */
export function unordered(folded: string): string {
  return wordsIn(folded).sort().join(' ')
}

// Letters that different ways of writing a foreign name take for one another.
const sameSound: Array<[RegExp, string]> = [
  [/[kc]h/g, 'h'],
  [/ph/g, 'f'],
  [/[ckq]/g, 'k'],
  [/[wv]/g, 'v'],
  [/[sz]/g, 's'],
  [/(.)\1/g, '$1'],
]

/** What is left of a word when vowels and ways of spelling are taken away: "zelensky" and "zelenskyy" are "slnsk". */
export function skeleton(word: string): string {
  const first = word.charAt(0)
  const rest = word.slice(1).replace(/[aeiouyj'’]/g, '')
  return sameSound.reduce((bare, [sound, letter]) => bare.replace(sound, letter), first + rest)
}

/** As many letters of a name may differ; names that sound alike may differ in one more. */
const LETTERS_FOR_ONE = 6

/** Two names that may be one, written in two ways: the same initial, about the same length, a few letters apart. */
export function isMisspelt(one: string, other: string): boolean {
  if (one === other || one.charAt(0) !== other.charAt(0)) return false
  const shorter = Math.min(one.length, other.length)
  const soundsAlike = skeletonOf(one) === skeletonOf(other)
  const allowed = Math.floor(shorter / LETTERS_FOR_ONE) + (soundsAlike ? 1 : 0)
  if (Math.abs(one.length - other.length) > allowed) return false
  return distance(one, other) <= allowed
}

export function skeletonOf(name: string): string {
  return wordsIn(name).map(skeleton).join(' ')
}

/** Letters to add, drop or change until one is the other (Levenshtein). */
export function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let at = 1; at <= other.length; at++) {
      const changed = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1)
      line.push(Math.min(changed, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[other.length] ?? 0
}

/** From 0 to 1: the share of pairs of neighbouring letters that two names have in common (Dice). */
export function resemblance(one: string, other: string): number {
  const [mine, theirs] = [pairsIn(one), pairsIn(other)]
  const total = mine.length + theirs.length
  const left = [...theirs]
  const shared = mine.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return total === 0 ? 0 : (2 * shared.length) / total
}

function pairsIn(name: string): string[] {
  return wordsIn(name).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
  )
}
