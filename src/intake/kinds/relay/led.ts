import type { Span } from '../../article.ts'
import type { Outlet } from '../../outlets.ts'
import { nameOf } from '../../people/figures.ts'
import type { Sentence } from '../../sentences.ts'
import type { Chain, Where } from './place.ts'
import { REPORTS } from './reported.ts'
import { describedAt, type Source, sourceAt } from './source-at.ts'
import { copyBefore, spokenThrough } from './through.ts'

const BY =
  '(?:reported|cited|quoted|carried|published|relayed|broadcast|aired|distributed|interviewed|quoted as saying)(?: (?:on|in) (?:[\\p{L}\\d]+ ){0,2}[\\p{L}\\d]+)? (?:by|in)'
const LEAD = new RegExp(
  `\\b(according to(?: (?:information|details|data)(?: (?:obtained|received|shared|provided|given))? (?:from|by)| (?:a |the )?(?:report|story|statement|account)s? (?:from|by|in|of|issued by))?|as ${BY}|${BY}|reports? (?:by|in|of|from)|(?:articles?|news items?|stor(?:y|ies)|pieces?|interviews?) in|(?:seen|obtained|reviewed|viewed|consulted|read) by|(?:leaked to|shared with|sent to|provided to|passed to)|(?:editorial|op-ed|column|commentary)s? in|with (?:a )?reference to|referring to|with a link to|based on|(?<=reports? )via|(?<=reported )via|citing|quoting|which (?:cite[sd]|quote[sd]|refer(?:s|red) to|relie[sd] on)|which (?:has|had) (?:seen|obtained|reviewed|viewed|consulted|read)|rel(?:ying|ies|ied) on|on the basis of|in the words of|by the accounts? of|(?:has|had|have|got) (?:it|this|that|the same|the story|the news) from|(?:learn(?:s|ed|t)|heard|understood) from|(?:told|confirmed|denied|disclosed|described|leaked) by|(?:asked|contacted|approached|consulted|reached) by|per|(?:com(?:es?|ing)|[Tt]hat[’']s|[Tt]hat (?:is|was)) from)\\s+`,
  'giu',
)
/** Somebody unnamed may stand behind them, or an outlet; a name there tells who did it. */
const HEARD = /^(?:learns|learned|learnt|heard|understood|told|confirmed|denied|disclosed|described|leaked) /i
/** What an outlet got of somebody else: "a copy". */
const GOT =
  /^(?:(?:seen|obtained|reviewed|viewed|consulted|read) by|(?:leaked|sent|provided|passed) to|shared with)$/i
const CITING =
  /^(?:(?:has|had|have|got) |citing|quoting|referring|which|rel|on the|based|via|with |learn|heard|told )/i
/** "reported in June" tells when, "per day" how often. */
const OF_OUTLETS =
  /(?: in|(?<!basis|words|accounts?) of|^published by|^per|^(?:com|that).* from|^(?:asked|contacted|approached|seen|obtained|reviewed|viewed|consulted|read) by|^(?:reached|consulted) by|^(?:leaked|sent|provided|passed) to|^shared with)$/i

/** Words that lead to a source: "according to", "citing". */
export function ledTo(place: Where): Chain[] {
  const found: Chain[] = []
  for (const { 0: text, 1: lead = '', index } of place.sentence.text.matchAll(LEAD)) {
    const start = place.sentence.start + index
    if (found.some((one) => start < one.end && one.start < start + text.length)) continue
    const one = ledBy(place, lead, { start, end: start + text.length })
    if (!one) continue
    // What says more about the same outlet stands for it: "published by Dagen, which cited".
    const less = found.findIndex(({ chain }) => chain.length === 1 && chain[0]?.name === one.chain[0]?.name)
    if (less >= 0) found.splice(less, 1)
    found.push(one, ...alsoAt(place, lead, one.end))
  }
  return found
}

/** "according to him": who was named last. */
function sameAt({ sentence, people, before }: Where, start: number, at: number): Source | null {
  const pronoun = /^(?:him|her)\b(?! \p{L})/u.exec(sentence.text.slice(at - sentence.start))?.[0]
  const last = people.filter(({ end }) => end <= start).at(-1) ?? before
  if (pronoun === undefined || !last) return null
  return { chain: [{ name: nameOf(last.figure), isNamed: true }], end: at + pronoun.length, isOutlet: false }
}

/** "according to two officials and a copy of the text seen by Reuters": the second source. */
function alsoAt(place: Where, lead: string, at: number): Chain[] {
  const and = /^,? and (?=an? |the |by )/.exec(place.sentence.text.slice(at - place.sentence.start))
  if (!and || !/^according/i.test(lead)) return []
  const start = at + and[0].length
  const source = sourceAt(place, start)
  return source ? [{ start, end: source.end, chain: source.chain }] : []
}

function ledBy(place: Where, lead: string, { start, end }: Span): Chain | null {
  const { sentence, outlets } = place
  const source =
    (/^according/i.test(lead) ? sameAt(place, start, end) : null) ??
    sourceAt(place, end) ??
    (/^(?:according|citing|quoting|based|referring|which|rel|on the|learns? )/i.test(lead)
      ? describedAt(place, end, /^which ha/i.test(lead))
      : null)
  if (!source || (OF_OUTLETS.test(lead) && !source.isOutlet)) return null
  const isNamed = source.chain.every((link) => link.isNamed) && !source.isOutlet
  if (HEARD.test(lead) && isNamed) return null
  const isCiting = CITING.test(lead) || isWithinReport(place.sentence, lead, start)
  const citer = isCiting ? citerOf(outlets, start, source.end, sentence) : null
  if (citer && source.chain.some(({ name }) => name === citer.name)) return null
  if (isCiting && !citer && (isNamed || /^(?:based|rel|on the)/i.test(lead))) return null
  const heard = GOT.test(lead)
    ? (spokenThrough(place, start, source.end) ?? copyBefore(place, start))
    : source.isOutlet && source.chain.length === 1
      ? spokenThrough(place, start, source.end)
      : null
  return {
    start: Math.min(start, citer?.start ?? start, heard?.start ?? start),
    end: Math.max(source.end, citer?.end ?? 0),
    chain: [
      ...(citer ? [{ name: citer.name, isNamed: true }] : []),
      ...source.chain,
      ...(heard ? [heard.link] : []),
    ],
  }
}

/** "La Voz reported that, according to the police, …" */
function isWithinReport({ text, start }: Sentence, lead: string, at: number): boolean {
  return (
    /^according/i.test(lead) &&
    /\b(?:report(?:s|ed)|wr(?:ote|ites))\b[^.;“”"]{0,24} that,? $/.test(text.slice(0, at - start))
  )
}

/** Who cites: the last outlet before, or one that closes the sentence: "…, Interfax reports". */
function citerOf(
  outlets: Outlet[],
  before: number,
  behind: number,
  { text, start }: Sentence,
): Outlet | null {
  const earlier = outlets.filter((one) => one.end <= before && text[one.end - start] !== ')').at(-1)
  if (earlier) return earlier
  const later = outlets.find((one) => one.start >= behind)
  return later && REPORTS.test(text.slice(later.end - start)) ? later : null
}
