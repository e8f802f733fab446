import { speech } from '../../titles.ts'
import { callOf, isBackReference, unnamedAt, unnamedBefore } from '../../unnamed.ts'
import type { Chain, Where } from './place.ts'

/** "a source in the delegation said", "said two diplomats": nobody else is named. */
export function spokenUnnamed({ sentence }: Where): Chain[] {
  return sentence.tokens.flatMap((token) => {
    if (!speech.has(token.folded)) return []
    const at = token.start - sentence.start
    const before = unnamedBefore.exec(sentence.text.slice(Math.max(0, at - 160), at).trimEnd())?.[1]
    if (before !== undefined) {
      const start = sentence.start + sentence.text.lastIndexOf(before, at)
      return isBackReference(before)
        ? []
        : [{ start, end: token.end, chain: [{ name: callOf(before), isNamed: false }] }]
    }
    const from = token.end - sentence.start + 1
    const behind = /^(?:told|tells|thanked|asked|urged)$/.test(token.folded)
      ? null
      : unnamedAt.exec(sentence.text.slice(from, from + 160))
    if (
      !behind ||
      isBackReference(behind[0]) ||
      !/^(?:[.,;]|$)/.test(sentence.text.slice(from + behind[0].length))
    )
      return []
    const start = sentence.start + from
    return [
      {
        start: token.start,
        end: start + behind[0].length,
        chain: [{ name: callOf(behind[0]), isNamed: false }],
      },
    ]
  })
}
