/* Outlets whose names say nothing: known by what they do, and by who speaks to them. */
import { givenNames } from './given-names.ts'
import { isEnglish } from './grammar.ts'
import type { Sentence } from './sentences.ts'
import { stateCalled } from './states.ts'
import { common, isHead } from './titles.ts'
import { isTown } from './towns.ts'
import { unnamedBefore } from './unnamed.ts'

/** By its verb, or by who spoke to it. A single name that somebody told something is an outlet in capitals only: "told LBCI". */
export function isHeardAs({ tokens, text, start }: Sentence, from: number, to: number): boolean {
  const words = tokens.slice(from, to)
  if (words.some(({ folded }) => common.has(folded) || isHead(folded) || OF_STATE.test(folded))) return false
  const [at, end] = [(words[0]?.start ?? 0) - start, (words.at(-1)?.end ?? 0) - start]
  const [before, behind] = [text.slice(Math.max(0, at - 80), at), text.slice(end, end + 60)]
  // "the Ministry of Health and Social Development reported"
  if (/\p{Lu}\p{L}+,? (?:of|for|and) $/u.test(before) && !TOLD.test(before)) return false
  // "Rumour has it"
  if (REPORTING.test(behind))
    return !(/^ has it/.test(behind) && words.length === 1 && isEnglish(words[0]?.folded ?? ''))
  const printed = text.slice(at, end)
  if (CARRIED.test(before)) return true
  if (/, (?:reports|reported) (?:the )?$/.test(before) && /^[.,]/.test(behind)) return true
  if (/^(?:Citing|Quoting) /.test(text) && /, (?:the )?$/.test(before) && SAID.test(behind)) return true
  if (TOLD.test(before) && unnamedBefore.test(before.replace(TOLD, '').trimEnd())) return true
  if (words.length >= 2) return TOLD.test(before) || SAYING.test(behind)
  if (!TOLD.test(before)) return false
  return (
    /\p{Lu}{2}|\d/u.test(printed) || INTERVIEWED.test(behind) || isNameOnly(words[0]?.folded ?? '', printed)
  )
}

/** "told Alsumaria": no word, no town, no state. */
function isNameOnly(folded: string, printed: string): boolean {
  return !isEnglish(folded) && !isTown(printed) && stateCalled(printed) === null && !givenNames.has(folded)
}

/** Whether words lead to this place that only an outlet stands behind: "quoted by", "told the". */
export function isCarriedBy({ text, start }: Sentence, at: number): boolean {
  return CARRIED.test(text.slice(Math.max(0, at - start - 60), at - start))
}

const OF_STATE =
  /^(?:telegram|facebook|twitter|instagram|x|tiktok|weibo|linkedin|whatsapp|youtube|ministry|council|parliament|government|office|committee|commission|delegation|army|court|embassy|senate|duma|cabinet|presidency|department|assembly|congress|union|nations|conference|forum|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/
/** "told the Balkan Ledger" */
const TOLD =
  /\b(?:(?:told|tells|telling|tell|informed|informs|assured|notified|[Ss]peaking (?:to|on)|[Ss]poke (?:to|on)|(?:comments|remarks|statements?) (?:to|aired on|broadcast on|on)|interview (?:aired|broadcast|shown) on|confided to|[Aa]ppear(?:ing|ed) on|interview (?:with|to|on))|(?:confirmed|said|admitted|denied|explained|disclosed|revealed|indicated|commented|described|complained|repeated)(?: (?!to\b)[^\s,.;“”"]+){0,5} to|(?:said|lamented|complained|admitted|denied|confirmed|explained|argued|insisted|warned|announced|claimed|declared|repeated|live) on) (?:the )?$/
/** "in remarks aired by Dagen" */
const CARRIED =
  /\b(?:quoted(?: as saying)?|cited(?: as saying)?|carried|published|aired|broadcast|relayed|first reported|as reported)(?: on [\p{L}\d ]{3,14})? by (?:[Tt]he )?$|\bleaked to (?:[Tt]he )?$|\b(?:[Aa]sked|[Ii]nterviewed|[Cc]ontacted|[Cc]onsulted|[Rr]eached) by (?:[Tt]he )?$|\b(?:editorial|op-ed|column|commentary|article|news item|story|report) in (?:[Tt]he )?$|\b(?:copy|draft|[Dd]ocument|[Ii]mage|[Pp]hoto|text|report|letter|memo|minutes|cable|list|note|e-?mails?|recording|transcript|map|study|briefing|summary|file|figure|agreement|statement|message)s?(?: (?:dated|of|from|for|on) [^;“”"]{1,40}?)?(?: and)?,? (?:(?:seen|obtained|reviewed|viewed|consulted) by|leaked to) (?:[Tt]he )?$/u
/** Papers report; people and governments say. */
const REPORTING =
  /^(?: (?:also |later |first |has |had |earlier )*(?:reported|reports|(?:is|are) reporting)\b(?! (?:to|say|said|suggest|indicate|spoke|speak|from|have|had)\b)| has it that\b| (?:learns|has learn(?:ed|t))\b| has (?:established|gathered)(?=[.,]?$| that\b)|,? which (?:has|had) (?:seen|obtained)\b|,? (?:relying on|citing|quoting|with reference to|referring to)\b| (?:quote[sd]|cite[sd]) (?:an?|the|two|three|\p{Lu})| (?:has|had) (?:seen|obtained|reviewed)\b| obtained (?:an?|the) (?:copy|draft|text)\b| (?:wrote|said|writes|says)[^,.;“”"]{0,30}, (?:citing|quoting|with reference to|referring to)\b|['’]s report\b| understands that\b| (?:was|has been) told (?:by|that)\b|, which (?:first )?(?:reported|broke)\b| broke the (?:news|story)\b)/u
/** Two capitals that nobody is known to bear: who says something in the press and is a person is presented. */
const SAYING = /^ (?:also |later |has |had )*(?:says|writes|wrote|written|claims)\b/
/** "Citing two lawmakers, Dagen said" */
const SAID = /^ (?:also )?(?:said|says|wrote|writes|reported)\b/
const INTERVIEWED =
  /^ (?:in (?:an interview|comments|remarks)|on condition of anonymity|(?:published|broadcast|aired) on)\b/
