/* People who speak and are not named: "a source", "two senior officials", "one of the mediators", "Turkish media reports". */

import { BEHIND, UNNAMED } from './unnamed-words.ts'

/** A stretch of text that names a source without a name, from its beginning. */
export const unnamedAt = new RegExp(`^${UNNAMED}\\b${BEHIND}`, 'u')
/** The same at the end of a stretch, before its verb. */
export const unnamedBefore = new RegExp(
  `(?:^|[\\s“"(])(${UNNAMED}\\b${BEHIND}),?(?: (?:also|later|has|had|have|privately|[\\p{Ll}]+ly))?$`,
  'u',
)

/** Without what is told of them behind a comma: "a diplomat, speaking on condition of anonymity", and without when. */
export function callOf(words: string): string {
  return (words.split(/,| and (?=an? (?:copy|draft|document|recording|transcript|note|memo)\b)/)[0] ?? words)
    .replace(/ and (?:do(?:es)? not|did not|asked|spoke|requested|declined|insisted)\b.*$/, '')
    .replace(/ (?:(?:I|we) (?:spoke|talked)|interviewed|contacted|reached) .*$/, '')
    .replace(/ as (?:saying|telling)\b.*$/, '')
    .replace(/ (?:is|was|were|are|has been|have been) (?:quoted|cited|reported) as$/, '')
    .replace(/ \p{Ll}+(?:ed|ks|ds|es|gs) and$/u, '')
    .replace(/(?: (?:has|had|have|also|later|then))+$/, '')
    .replace(
      / (?:late |early )?on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day.*|condition of anonymity.*)$/i,
      '',
    )
}

/** "the source" speaks of somebody who was heard before. */
export function isBackReference(words: string): boolean {
  if (/^(?:both|the (?:two|three|four|other)) (?:men|women|people)\b/i.test(words)) return true
  return /^(?:the|this|that|these|those) (?:same |second |agency[’']s |outlet[’']s )?(?:sources?|officials?|diplomats?|interlocutors?|delegates?|advis[eo]r|aide|insider|man|woman|witness|people|agency|outlet)(?: of the agency)?(?:,|$)/i.test(
    words,
  )
}
