import { speech } from '../../titles.ts'
import { callOf, isBackReference, unnamedAt, unnamedBefore } from '../../unnamed.ts'
import type { Chain, Where } from './place.ts'
import { describedBy } from './speaker.ts'

/** What those who are not named do too, besides saying. */
const REPORTING =
  /^(?:report(?:s|ed)?|spoke of|speak of|mention(?:s|ed)|claim|consider(?:s|ed)?|expect(?:s|ed)?|doubt(?:s|ed)?|confided|revealed|disclosed|believes?d?|puts? (?:it|the|its|their)|note|observe|laugh(?:s|ed)|sigh(?:s|ed)?|fear(?:s|ed)?|admit|concede|deny|acknowledge|describe|suggest|recount|grumbled?|speculated?|agree that|joke[sd]?|recall)\b/

/** "It is not clear what officials said" */
const WHAT = /\b(?:what|whatever|both|few|no|neither) $/i

/** "concluded an accord" is no speech. */
const DOING =
  /^(?:concluded(?! (?:that|with)\b)|(?:asked|answered|continued|posted) (?:an?|the|its|their|for|to)\b)/

/** "a source in the delegation said", "said two diplomats": nobody else is named. */
export function spokenUnnamed({ sentence, people }: Where): Chain[] {
  // A question tells nothing; a headline's "sources" are those of the text.
  if (sentence.text.endsWith('?')) return []
  return sentence.tokens.flatMap((token) => {
    const at = token.start - sentence.start
    const said = sentence.text.slice(at, at + 30)
    if (!speech.has(token.folded) && !REPORTING.test(said)) return []
    if (DOING.test(said)) return []
    const before = unnamedBefore.exec(sentence.text.slice(Math.max(0, at - 260), at).trimEnd())?.[1]
    if (before !== undefined) {
      const start = sentence.start + sentence.text.lastIndexOf(before, at)
      // But "what one diplomat called" is told.
      if (!/^call/.test(token.folded) && WHAT.test(sentence.text.slice(0, start - sentence.start))) return []
      return isBackReference(before) || isOfHeadline(sentence, before) || describedBy(people, start)
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
      isOfHeadline(sentence, behind[0]) ||
      !/^(?:[.,;]|$)/.test(sentence.text.slice(from + behind[0].length)) ||
      // "said a researcher at the institute, Anna Voss"
      people.some(({ start }) => start === sentence.start + from + behind[0].length + 2)
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

function isOfHeadline({ isHeadline }: Where['sentence'], words: string): boolean {
  return isHeadline && !words.includes(' ')
}
