/* An institution that closes a sentence as where it is known from: "…, the Foreign Ministry reported." */
import { subjectOf } from '../../subject.ts'
import { speech } from '../../titles.ts'
import type { Chain, Where } from './place.ts'

const INSTITUTION =
  /^(?:ministry|government|administration|army|military|presidency|commission|council|secretariat|authority|authorities|embassy|office|mission|police|prosecutor|coastguard|cabinet|parliament)$/
/** What may still stand behind the verb: "said on Friday", "announced in a statement". */
const LAST =
  /^(?: (?:late |early )?(?:on \p{Lu}\p{L}+|in an? [\p{L} ]{3,40}|\p{Lu}\p{L}+day|later|earlier|yesterday|today))*[.]?$/u

/** "…, the Foreign Ministry reported.": whoever closes the sentence is where it is known from. */
export function closing({ sentence, people }: Where): Chain[] {
  return sentence.tokens.flatMap((token, at): Chain[] => {
    if (!speech.has(token.folded) && !/^report(?:s|ed)$/.test(token.folded)) return []
    if (!LAST.test(sentence.text.slice(token.end - sentence.start))) return []
    const subject = subjectOf(sentence, at)
    const [first, head] = subject ? [sentence.tokens[subject.from], sentence.tokens[subject.head]] : []
    if (!subject || !first || !head || first.gap !== ', ' || !INSTITUTION.test(head.folded)) return []
    const [start, end] = [first.start, sentence.tokens[subject.to - 1]?.end ?? head.end]
    if (people.some((one) => one.start < end && start < one.end)) return []
    const name = sentence.text.slice(start - sentence.start, end - sentence.start)
    return [{ start, end: token.end, chain: [{ name, isNamed: true }] }]
  })
}
