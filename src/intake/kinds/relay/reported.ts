import type { Outlet } from '../../outlets.ts'
import type { Chain, Where } from './place.ts'
import { BEFORE_OUTLET, describedAt, sourceAt } from './source-at.ts'
import { speakerOf } from './speaker.ts'

const ADVERBS =
  '(?:, (?:which|an?|the) [^,;.“”"]{3,80},|[\'’]s [\\p{L} ]{3,40}?|,? (?:also|earlier|later|has|had|first|separately|for (?:its|their) part|in turn|then|meanwhile|on [A-Z]\\p{L}+(?: \\p{L}+)?|in [^,.;“”"]{3,50}|is|are|late on [A-Z]\\p{L}+|this \\p{L}+|,))*'
export const REPORTS = new RegExp(
  `^${ADVERBS}[ ,]+(reported|reports|writes|wrote|said|says|learned|learnt|established(?=[.,]?$| that)|gathered(?=[.,]?$| that)|claimed|claims|noted|added|quoted|quotes|cited|cites|published|revealed|disclosed|stated|confirmed|spoke to|interviewed|reporting|mentions|mentioned|has it|hears|heard|understands|broke|puts?|showed|carried|aired|broadcast|ran|called|described|spoke of)\\b`,
  'u',
)
const REPORTED =
  /(?:^|[\s,;—–-])(?:reports|reported|writes|wrote|said|says|quotes|notes)\s+(?:the )?(?:(?:state |local )?(?:news ?agency|newspaper|broadcaster|portal|channel) )?$/i
/** "Internal emails, which Dagen has obtained" */
const PAPERS =
  /(?<![\p{L}-])(?<!\b[Tt]he )((?:(?!the |[Aa]ccording )\p{L}+ ){0,3}\p{Ll}+), (?:which|that) (?:[Tt]he )?$/u
const HAS_SEEN = /^ (?:has|had|have) (?:obtained|seen|reviewed|viewed|consulted|read)\b/
/** "Dagen has seen a draft" */
const SEEN_PAPER =
  /^ (?:(?:has|had|have) )?(?:obtained|seen|reviewed|viewed|consulted|read) (an? (?:\p{Ll}+ ){0,2}?(?:copy|draft|document|text|cable|letter|memo|memorandum|transcript|recording|list|note|report))\b/u
/** "A Reuters report", "Dagen’s story" */
const REPORT = /^(?:['’]s)? (?:report|story|article|dispatch|account|investigation)s?\b/
const TOLD =
  /\b(?:told|tells|telling|tell|informed|informs|assured|notified|(?:went|goes|gone|live) on|on the (?:waves|airwaves|air) of|[Ss]poke to|confid(?:ed|es) (?:to|in)|(?:said|says|saying|appeared|appears) on|[Ww]riting in|[Ss]peaking (?:to|with|on|in)|[Aa]ppearing on|[Tt]alking to|interview (?:with|to|by|in|published (?:by|in)|for|broadcast by)|interview (?:aired|broadcast|shown) (?:on|by)|(?:comments?|remarks|statements?) (?:to|for|carried by|published by|aired by)|(?:said|denied|confirmed|explained|admitted|described|answered|replied|repeated|announced|insisted|warned|argued|claimed|lamented|complained|disclosed|revealed|indicated|commented|declared|stated|wrote)(?: [^,.;“”"]{1,60})? (?:to|on)(?! the (?:waves|airwaves|air)\b))\s+(?=((?:[\p{L}-]+(?:['’]s)? ){0,6})$)/u

/** An outlet with a verb of its own, or one that somebody spoke to. */
export function reported(place: Where, outlet: Outlet): Chain | null {
  const { sentence } = place
  const [before, after] = [
    sentence.text.slice(0, outlet.start - sentence.start),
    sentence.text.slice(outlet.end - sentence.start),
  ]
  const link = { name: outlet.name, isNamed: true }
  const told = TOLD.exec(before.slice(-160))
  if (told && BEFORE_OUTLET.test(told[1] ?? '')) {
    const at = outlet.start - (told[1] ?? '').length - told[0].length
    const speaker = speakerOf(place, at, outlet.end)
    return {
      start: Math.min(speaker?.start ?? at, at),
      end: outlet.end,
      chain: speaker ? [link, speaker.link] : [link],
    }
  }
  const paper = HAS_SEEN.test(after) ? PAPERS.exec(before.slice(-100)) : null
  if (paper)
    return {
      start: outlet.start - paper[0].length,
      end: outlet.end,
      chain: [link, { name: paper[1] ?? '', isNamed: false }],
    }
  const seen = SEEN_PAPER.exec(after)
  if (seen)
    return {
      start: outlet.start,
      end: outlet.end + seen[0].length,
      chain: [link, { name: seen[1] ?? '', isNamed: false }],
    }
  const verb = REPORTS.exec(after.slice(0, 160))
  if (!verb)
    return REPORTED.test(before.slice(-60)) || REPORT.test(after.slice(0, 30))
      ? { start: outlet.start, end: outlet.end, chain: [link] }
      : null
  const end = outlet.end + verb[0].length
  const source = /^(?:quoted|quotes|cited|cites|spoke to|interviewed)$/.test(verb[1] ?? '')
    ? (sourceAt(place, end + 1) ?? describedAt(place, end + 1))
    : null
  return source
    ? { start: outlet.start, end: source.end, chain: [link, ...source.chain] }
    : { start: outlet.start, end, chain: [link] }
}

/** "told state television": an outlet that bears no name. */
export function toldState(place: Where): Chain[] {
  const { sentence } = place
  return [...sentence.text.matchAll(TOLD_STATE)].map(({ 0: text, 1: name = '', index }) => {
    const at = sentence.start + index
    const speaker = speakerOf(place, at, at + text.length)
    const chain = [{ name, isNamed: true }, ...(speaker ? [speaker.link] : [])]
    return { start: Math.min(speaker?.start ?? at, at), end: at + text.length, chain }
  })
}

const TOLD_STATE =
  /\b(?:told|tells|speaking (?:to|on)|spoke to|interview (?:with|on|to)) ((?:\p{Lu}\p{L}+ )?state (?:television|TV|radio|media))\b/gu
