import type { Outlet } from '../../outlets.ts'
import type { Sentence } from '../../sentences.ts'
import type { Chain, Where } from './place.ts'
import { REPORTS } from './reported.ts'
import { describedAt, sourceAt } from './source-at.ts'

const BY = '(?:reported|cited|quoted|carried|published|relayed) (?:by|in)'
const LEAD = new RegExp(
  `\\b(according to(?: (?:information|details|data)(?: (?:obtained|received|shared|provided|given))? (?:from|by)| (?:a |the )?(?:report|story|statement|account)s? (?:from|by|in|of|issued by))?|as ${BY}|${BY}|reports? (?:by|in|of|from)|(?:seen|obtained|reviewed|viewed) by|with (?:a )?reference to|referring to|with a link to|based on|(?<=reports? )via|(?<=reported )via|citing|quoting|in the words of)\\s+`,
  'giu',
)

/** Words that lead to a source: "according to", "citing". */
export function ledTo(place: Where): Chain[] {
  const { sentence, outlets } = place
  const found: Chain[] = []
  for (const { 0: text, 1: lead = '', index } of sentence.text.matchAll(LEAD)) {
    const start = sentence.start + index
    const source =
      sourceAt(place, start + text.length) ??
      (/^(?:according|citing|quoting|based|referring)/i.test(lead)
        ? describedAt(place, start + text.length)
        : null)
    // "reported in June" tells when, "reported in Le Monde" where.
    if (/(?: in| of|^(?:seen|obtained|reviewed|viewed) by)$/i.test(lead) && !source?.isOutlet) continue
    if (!source || found.some((one) => start < one.end && one.start < start + text.length)) continue
    const isCiting = /^(?:citing|quoting|referring|based|via|with )/i.test(lead)
    const citer = isCiting ? citerOf(outlets, start, source.end, sentence) : null
    if (citer && source.chain.some(({ name }) => name === citer.name)) continue
    const copy = /^(?:seen|obtained|reviewed|viewed) by$/i.test(lead) ? copyBefore(place, start) : null
    const chain = [
      ...(citer ? [{ name: citer.name, isNamed: true }] : []),
      ...source.chain,
      ...(copy ? [{ name: copy.name, isNamed: false }] : []),
    ]
    if (isCiting && !citer && source.chain.every(({ isNamed }) => isNamed) && !source.isOutlet) continue
    found.push({
      start: Math.min(start, citer?.start ?? start, copy?.start ?? start),
      end: Math.max(source.end, citer?.end ?? 0),
      chain,
    })
  }
  return found
}

/** Who cites: the last outlet before, or one that closes the sentence: "…, Interfax reports". */
function citerOf(
  outlets: Outlet[],
  before: number,
  behind: number,
  { text, start }: Sentence,
): Outlet | null {
  const earlier = outlets.filter(({ end }) => end <= before).at(-1)
  if (earlier) return earlier
  const later = outlets.find((one) => one.start >= behind)
  return later && REPORTS.test(text.slice(later.end - start)) ? later : null
}

/** "A draft" of "A draft obtained by Dagen". */
function copyBefore({ sentence }: Where, at: number): { name: string; start: number } | null {
  const name =
    /(?:[Aa]n?|[Tt]he|[Ii]ts) (?:\p{Ll}+ ){0,2}?(?:copy|draft|document|text|cable|letter|memo|transcript|recording|list)(?: of [^,]{1,40})?(?= $)/u.exec(
      sentence.text.slice(Math.max(0, at - sentence.start - 100), at - sentence.start),
    )?.[0]
  return name === undefined ? null : { name, start: at - name.length - 1 }
}
