import { strengthOf } from '../../evidence/strength.ts'
import { fold } from '../../kernel/fold.ts'
import type { Article, Check, OutcomeMark, Span } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'
import { common } from '../titles.ts'
import { tokensOf } from '../tokens.ts'

/** The headline commits to more than the text beneath it does. */
export function headlineChecks({ article, suggestions }: Examined): Check[] {
  const outcomes = ofKind(suggestions, 'outcome')
  const headline = article.paragraphs.find(({ isHeadline }) => isHeadline)
  if (!headline) return []
  const isIn = ({ start }: Span) => headline.start <= start && start < headline.end
  const subject = subjectsOf(headline.text)
  return outcomes.filter(isIn).flatMap((strong) => {
    const strength = strengthOf(strong.value.certainty)
    if (strength === null) return []
    const weaker = outcomes.filter(
      (one) => !isIn(one) && isWeaker(one, strength) && isAbout(article, one, subject),
    )
    if (weaker.length === 0) return []
    const words = [...new Set(weaker.map((one) => `“${one.words}”`))].join(', then ')
    return [
      {
        check: 'headline' as const,
        says: `The headline says “${strong.words}”; the text beneath it says ${words}.`,
        spans: [strong, ...weaker].map(({ start, end }) => ({ start, end })),
        choices: ['Take the outcome as the text puts it', 'Take both, each with its own words'],
      },
    ]
  })
}

function isWeaker({ value }: OutcomeMark, than: number): boolean {
  const strength = value.outcome === 'no agreement' ? 0 : strengthOf(value.certainty)
  return strength !== null && strength < than
}

/** In a paragraph that shares a matter with the headline, or speaks of the deal itself. An earlier meeting is another matter. */
function isAbout(
  { paragraphs, text }: Article,
  { start, value }: OutcomeMark,
  subject: Set<string>,
): boolean {
  if (value.outcome === 'no agreement') return !EARLIER.test(text.slice(Math.max(0, start - 120), start))
  const paragraph = paragraphs.find((one) => one.start <= start && start < one.end)
  if (!paragraph) return false
  return DEAL.test(paragraph.text) || [...subjectsOf(paragraph.text)].some((word) => subject.has(word))
}

const EARLIER = /\b(?:last|previous|earlier|first|prior) (?:meeting|round|session|talks)\b/i
const DEAL = /\b(?:deal|agreement|accord|treaty|pact)\b/i

const LIGHT =
  /^(?:talk|negotiation|round|agree|agreement|deal|conclude|third|second|first|delegation|side|meeting|new|new)/

/** Words in lower case that carry the matter, without their endings; names of states and towns carry none. */
function subjectsOf(text: string): Set<string> {
  const words = tokensOf(text, 0).map(({ text }) => fold(text).replace(/(?:s|ed|ing)$/, ''))
  return new Set(words.filter((word) => word.length > 3 && !common.has(word) && !LIGHT.test(word)))
}
