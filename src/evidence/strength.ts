import { fold } from '../kernel/fold.ts'

/** How much a word commits to, from an offer to a thing done. */
const strengths: Array<[RegExp, number]> = [
  [/^(offers?|offered|propos\w+|suggest\w+|asks?|asked|demands?)\b/, 1],
  [
    /^((is |are )?being (planned|prepared|discussed|considered)|planned|plans?|would|may|could|will consider)/,
    2,
  ],
  [/^(preliminary|tentative|provisional|in principle|prepared|ready)/, 3],
  [/^(agree\w*|accept\w*|approximately|confirm\w*|conclud\w*|reach\w*|struck|clinch\w*|seal\w*)\b/, 4],
  [/^(sign\w*|done|carried out)\b/, 5],
]

/** From 1, an offer, to 5, a thing done; null for a word that tells nothing of it. */
export function strengthOf(certainty: string | null): number | null {
  const word = fold(certainty ?? '')
  return strengths.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
