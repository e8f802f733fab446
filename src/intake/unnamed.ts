/* People who speak and are not named: "a source", "two senior officials", "one of the mediators", "Turkish media reports". */

import { isEnglish, partsOf } from './grammar.ts'
import type { Sentence } from './sentences.ts'
import { phraseAt, type Subject, subjectOf } from './subject.ts'
import { isHead } from './titles.ts'
import { BEHIND, UNNAMED } from './unnamed-words.ts'

/** A stretch of text that names a source without a name, from its beginning. */
export const unnamedAt = new RegExp(`^${UNNAMED}\\b${BEHIND}`, 'u')
/** The same at the end of a stretch, before its verb. */
export const unnamedBefore = new RegExp(
  `(?:^|[\\s“"(])(${UNNAMED}\\b${BEHIND}),?(?: (?:also|later|has|had|have|was|were|is|are|privately|[\\p{Ll}]+ly))?$`,
  'u',
)

/** Who has the verb at this place of the sentence, if nobody names them. */
export function unnamedSubject(sentence: Sentence, at: number): { start: number; words: string } | null {
  const verb = sentence.tokens.findIndex(({ start }) => start >= sentence.start + at)
  const subject = verb < 0 ? null : subjectOf(sentence, verb)
  if (subject && isNew(sentence, subject) && !isOfBody(sentence, subject)) {
    const start = (sentence.tokens[subject.from]?.start ?? 0) - sentence.start
    if (AS.test(sentence.text.slice(0, start)) || isRole(sentence, start, at)) return null
    return {
      start,
      words: sentence.text.slice(start, (sentence.tokens[subject.to - 1]?.end ?? 0) - sentence.start),
    }
  }
  const words = unnamedBefore.exec(sentence.text.slice(Math.max(0, at - 260), at).trimEnd())?.[1]
  if (words === undefined) return null
  const start = sentence.text.lastIndexOf(words, at)
  const isPart = AS.test(sentence.text.slice(0, start)) || isRole(sentence, start, at)
  return isPart ? null : { start, words }
}

/** Who is called from this place of the sentence on and not named: "according to two waiters". */
export function unnamedFrom(sentence: Sentence, at: number): string | null {
  const from = sentence.tokens.findIndex(({ start }) => start >= sentence.start + at)
  const first = sentence.tokens[from]
  if (!first || first.start !== sentence.start + at) return null
  const phrase = phraseAt(sentence, from)
  if (phrase && isNew(sentence, phrase) && !PAPERS.test(sentence.tokens[phrase.head]?.folded ?? ''))
    return sentence.text.slice(at, (sentence.tokens[phrase.to - 1]?.end ?? 0) - sentence.start)
  return unnamedAt.exec(sentence.text.slice(at, at + 160))?.[0] ?? null
}

/** They are cited, and are not people. */
const PAPERS =
  /^(?:reports?|documents?|drafts?|notes?|memos?|memorandum|cables?|copy|copies|readouts?|summary|stud(?:y|ies)|estimates?|data|figures?|images?|photos?|videos?|footage|recordings?|transcripts?|minutes|emails?|e-mails?|messages?|posts?|articles?|interviews?|accounts?|records?|lists?|decrees?|orders?|rules?|traditions?|principles?|terms|programmes?|calendars?|sites?)$/

/** "the Restoration Council, a grouping of factions, said": what a named body is. */
function isOfBody(sentence: Sentence, { from, to }: Subject): boolean {
  const { tokens } = sentence
  if (!/^\)?, $/.test(tokens[from]?.gap ?? '') || !tokens[from - 1]?.isCapital) return false
  // ", an official privy to the talks said": with no pause before the verb it is somebody of their own.
  if (
    tokens[to]?.gap === ' ' &&
    !tokens.slice(from, to).some(({ folded }) => /^(?:that|which|who)$/.test(folded))
  )
    return false
  let first = from - 1
  while (first > 0 && !/[,;:—–(“”"]/.test(tokens[first]?.gap ?? '')) first--
  if (/\(/.test(tokens[first]?.gap ?? '')) first = 0
  return /^(?:DET|PROPN)$/.test(partsOf(sentence)[first] ?? '') && !/day$/.test(tokens[first]?.folded ?? '')
}

/** "acting as a mediator, said" */
const AS = /\b(?:(?:acting|working|serving|described|known|seen) as|of|by|from|against|called|named) $/

/** "Voss, who sat in as an observer, told" */
function isRole({ text }: Sentence, start: number, verb: number): boolean {
  return /, who [^“”"]* as $/.test(text.slice(0, start)) && /, $/.test(text.slice(0, verb))
}

const INDEFINITE =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|another|unnamed|unidentified|dozens|hundreds)$/
const DEFINITE =
  /^(?:the|this|that|these|those|its|his|her|their|our|my|your|both|all|no|neither|either|each|every|any|what|whatever|which|few|nothing|nobody)$/
/** They are not people and say nothing of what somebody told. */
const THINGS =
  /^(?:statements?|polls?|surveys?|letters?|texts?|days?|weeks?|months?|years?|hours?|minutes?|nights?|agreements?|deals?|treaty|treaties|plans?|maps?|laws?|constitution|roadmap|timetable|schedule|agenda|proposals?|resolutions?|sides|parties|ministers|leaders|mediators|governors|governments|delegations|delegates?|presidents|countr(?:y|ies)|states?|nations?|neighbou?rs)$/

/** Somebody or some people led in as new: "a lawyer", "two waiters", "fishermen in Selby". */
function isNew({ tokens }: Sentence, { from, head }: Subject): boolean {
  const [first, noun] = [tokens[from], tokens[head]]
  if (from === head && noun?.folded === 'people') return false
  if (!first || !noun || THINGS.test(noun.folded) || DEFINITE.test(first.folded)) return false
  if (INDEFINITE.test(first.folded)) return !noun.isCapital
  const isMany = /(?:[^s]s|men|women|people|police|staff|media)$/.test(noun.folded)
  return (
    isMany &&
    !isHead(noun.folded) &&
    (noun.isCapital ? head === 0 && (isEnglish(noun.folded) || /men$/.test(noun.folded)) : true)
  )
}

/** Without what is told of them behind a comma: "a diplomat, speaking on condition of anonymity", and without when. */
export function callOf(words: string): string {
  return (words.split(/,| and (?=an? (?:copy|draft|document|recording|transcript|note|memo)\b)/)[0] ?? words)
    .replace(/ and (?:do(?:es)? not|did not|asked|spoke|requested|declined|insisted)\b.*$/, '')
    .replace(/ (?:(?:I|we) (?:spoke|talked)|interviewed|contacted|reached) .*$/, '')
    .replace(/ as (?:saying|telling)\b.*$/, '')
    .replace(/ (?:is|was|were|are|has been|have been) (?:quoted|cited|reported) as$/, '')
    .replace(/ \p{Ll}+(?:ed|ks|ds|es|gs) and$/u, '')
    .replace(/(?: (?:has|had|have|also|later|then|here|who))+$/, '')
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
