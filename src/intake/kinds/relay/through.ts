/* What an outlet was told or shown, where it stands beside the words that name the outlet. */

import { unnamedBefore } from '../../unnamed.ts'
import type { Where } from './place.ts'
import { type Speaker, speakerBefore, speakerBehind, speakerOf, speakerSaying } from './speaker.ts'

/** Whose words an outlet carried: "Voss was quoted by Interfax", "in comments carried by Anadolu, Voss said". */
export function spokenThrough(place: Where, at: number, end: number): Speaker | null {
  const before = place.sentence.text.slice(0, at - place.sentence.start)
  if (
    /^(?:asked|contacted|approached|consulted|reached)/.test(
      place.sentence.text.slice(at - place.sentence.start),
    )
  )
    return speakerOf(place, at, end)
  if (/^Interviewed by\s/.test(place.sentence.text) && before === '') return speakerBehind(place, end)
  const quoted = /(?:^|\s)(?:was|were|is|are|has been|have been) $/.exec(before)
  if (quoted) return speakerBefore(place, at - quoted[0].length)
  const heard =
    /^(?:quoted|cited) (?:by|in)/.test(place.sentence.text.slice(at - place.sentence.start)) &&
    unnamedBefore.test(before.trimEnd())
  if (heard) return speakerBefore(place, at)
  const owner = /, $/.test(before) ? speakerBefore(place, at - 2) : null
  if (owner?.end === at - 2) return owner
  return /\b(?:comments?|remarks?|interview|speech|address|letter|message|video|statement)(?: (?:was|were))?,? $/.test(
    before,
  )
    ? (speakerSaying(place, at) ?? speakerBehind(place, end))
    : null
}

/** "A draft" of "A draft obtained by Dagen". */
export function copyBefore({ sentence }: Where, at: number): Speaker | null {
  const name =
    /(?:(?:[Aa]n?|[Tt]he|[Ii]ts) (?:[\p{L}-]+ ){0,3}?(?:copy|draft|document|text|cable|letter|memo|transcript|recording|list|message|note|email|e-mail|report|file|photo|video)|(?<=^|[,;] |\b(?:and|but|to) )(?:\p{L}[\p{Ll}-]+ ){0,2}?(?:[Dd]ocuments|[Ii]mages|[Pp]hotos|[Ff]ootage|[Vv]ideos|[Ee]-?mails|[Mm]essages|[Rr]ecords|[Pp]apers|[Mm]inutes|[Ll]etters|[Nn]otes|[Cc]ables|[Ff]iles|[Dd]rafts|[Dd]ata))(?: (?:of(?! which)|from) [^,]{1,40}?)?(?=(?: (?:dated|circulating|circulated|drafted|prepared|signed|sent|drawn up) [^,]{1,50}?)?(?:,? and|, (?:a copy of )?which (?:was|were|has been|have been))? $)/u.exec(
      sentence.text.slice(Math.max(0, at - sentence.start - 100), at - sentence.start),
    )?.[0]
  return name === undefined
    ? null
    : { start: at - name.length - 1, end: at - 1, link: { name, isNamed: false } }
}
