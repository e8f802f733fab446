import { partsOf } from '../../grammar.ts'
import { speech } from '../../titles.ts'
import { callOf, isBackReference, unnamedFrom, unnamedSubject } from '../../unnamed.ts'
import type { Chain, Where } from './place.ts'
import { describedBy } from './speaker.ts'

/** What those who are not named do too, besides saying. */
const REPORTING =
  /^(?:report(?:s|ed)?|spoke of|speak of|mention(?:s|ed)|claim|consider(?:s|ed)?|expect(?:s|ed)?|doubt(?:s|ed)?|confided|revealed|disclosed|believes?d?|puts? (?:it|the|its|their)|note|observe|laugh(?:s|ed)|sigh(?:s|ed)?|fear(?:s|ed)?|admit|concede|deny|acknowledge|describe|suggest|recount|grumbled?|speculated?|agree that|joke[sd]?|indicate[sd]?|complain|think|maintain(?:s|ed)?|reckon(?:s|ed)?|suspect(?:s|ed)?|predict|counter(?:s|ed)|contend(?:s|ed)?|caution|remember(?:s|ed)?|doubts?|insist|swears?|swore|recall (?:that|how)|assured|assures?)\b/

/** "It is not clear what officials said" */
const WHAT = /\b(?:what|whatever|both|few|no|neither) $/i

/** "concluded an accord" is no speech. */
const DOING =
  /^(?:concluded(?! (?:that|with)\b)|(?:asked|answered|continued|posted) (?:an?|the|its|their|for|to)\b)/

/** "a source in the delegation said", "said two diplomats": nobody else is named. */
export function spokenUnnamed({ sentence, people }: Where): Chain[] {
  // A question tells nothing; a headline's "sources" are those of the text.
  if (sentence.text.endsWith('?') || sentence.isHeadline) return []
  return sentence.tokens.flatMap((token, index) => {
    const at = token.start - sentence.start
    const said = sentence.text.slice(at, at + 30)
    if (!speech.has(token.folded) && !REPORTING.test(said)) return []
    // "an earlier claim by"
    if (DOING.test(said) || isNoun(sentence, index) || isSuffered(sentence, index)) return []
    const subject = unnamedSubject(sentence, at)
    if (subject !== null) {
      const { words: before } = subject
      const start = sentence.start + subject.start
      // But "what one diplomat called" is told.
      if (
        !/^call/.test(token.folded) &&
        !/^t(?:old|ells) (?:me|us)\b/.test(said) &&
        WHAT.test(sentence.text.slice(0, start - sentence.start))
      )
        return []
      return isBackReference(before) || isOfHeadline(sentence, before) || describedBy(people, start)
        ? []
        : [{ start, end: token.end, chain: [{ name: callOf(before), isNamed: false }] }]
    }
    const from = token.end - sentence.start + 1
    // "“It is over,” said two waiters"; "suggested a break" tells what was said.
    const behind =
      /^(?:told|tells|thanked|asked|urged)$/.test(token.folded) || !/[,"”’'?!–—] ?$/.test(token.gap)
        ? null
        : unnamedFrom(sentence, from)
    if (
      !behind ||
      isBackReference(behind) ||
      isOfHeadline(sentence, behind) ||
      !/^(?:[.,;]|$)/.test(sentence.text.slice(from + behind.length)) ||
      (token.gap === ', ' && endsWithVerb(sentence, from + behind.length)) ||
      // "said a researcher at the institute, Anna Voss"
      people.some(({ start }) => start === sentence.start + from + behind.length + 2)
    )
      return []
    const start = sentence.start + from
    return [
      {
        start: token.start,
        end: start + behind.length,
        chain: [{ name: callOf(behind), isNamed: false }],
      },
    ]
  })
}

/** "…, said two men died" tells what was said. */
function endsWithVerb(sentence: Where['sentence'], end: number): boolean {
  const last = sentence.tokens.findIndex((token) => token.end - sentence.start >= end)
  return last > 0 && partsOf(sentence)[last] === 'VERB'
}

/** "Tenders must be called", "two officials were told" */
function isSuffered({ tokens }: Where['sentence'], at: number): boolean {
  const before = /ly$/.test(tokens[at - 1]?.folded ?? '') ? at - 2 : at - 1
  return (
    /^(?:be|been|being|was|were|is|are|am)$/.test(tokens[before]?.folded ?? '') &&
    !/ing$/.test(tokens[at]?.folded ?? '')
  )
}

function isNoun(sentence: Where['sentence'], at: number): boolean {
  const parts = partsOf(sentence)
  // "who took notes for both sides"
  if (parts[at] === 'NOUN' && parts[at - 1] === 'VERB') return true
  const determiner = parts[at - 1] === 'ADJ' || parts[at - 1] === 'ADV' ? at - 2 : at - 1
  // "A police report"
  const isCompound = parts[at - 1] === 'NOUN' && /^an?$/.test(sentence.tokens[at - 2]?.folded ?? '')
  return (
    parts[at] === 'NOUN' &&
    (isCompound ||
      /^(?:an?|the|its|their|this|that|his|her)$/.test(sentence.tokens[determiner]?.folded ?? ''))
  )
}

function isOfHeadline({ isHeadline }: Where['sentence'], words: string): boolean {
  return isHeadline && !words.includes(' ')
}
