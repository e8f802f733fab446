import type { Link } from '../../article.ts'
import { nameOf } from '../../people/figures.ts'
import { callOf, unnamedFrom } from '../../unnamed.ts'
import type { Where } from './place.ts'

export interface Source {
  chain: Link[]
  end: number
  isOutlet: boolean
}

/** What may stand before the name of an outlet: "Iran's semi-official", "the Spanish daily". */
export const BEFORE_OUTLET =
  /^(?:(?:the|an?|its|[\p{L}-]+['’]s|state|state-run|state-owned|semi-official|official|independent|local|pro-government|opposition|private|public|national|regional|daily|weekly|business|financial|investigative|conservative|liberal|influential|[\p{L}]+-based|news|agency|newspaper|broadcaster|portal|channel|magazine|television|radio|website|outlet|site|station|wire|service|\p{Lu}[\p{L}-]+) ){0,6}$/u
const CARRIED =
  /^(?: (?:of|dated) [^,.;]{1,60}?)?,? (?:and )?(?:(?:as )?(?:cited|quoted|carried|relayed|reported|seen|obtained|reviewed|viewed|consulted|published) by|(?:who|which|that) (?:spoke|talked) to|speaking to|who told) (?:[Tt]he )?/u
const CITING = /^,? (?:citing|quoting|which (?:cited|quoted|referred to)|with reference to|referring to) /u
/** A name in lower and upper case, up to the next pause or verb. */
const NAME =
  /^(?:the |an? )?(?:[\p{L}'’.-]+ ){0,7}?(?:[\p{Lu}][\p{L}\p{N}'’-]*|ministry|government|presidency|delegation|statement|readout|communiqu[eé]|office|embassy|mission|spokesman|spokeswoman|spokesperson|side|negotiators?)(?: (?:[\p{Lu}][\p{L}'’-]*|of|for|and|in|at|de|bin|ministry|office|government|spokesman|spokeswoman|spokesperson|council|delegation|team|parliament|army)(?!\p{L}))*/u
/** "a copy seen by Reuters" */
const COPY =
  /^(?:an?|the|its) (?:\p{Ll}+ ){0,2}?(?:copy|draft|document|text|cable|letter|memo|memorandum|transcript|minutes|recording|report|list)(?= (?:(?:of|dated) [^,]{1,60} )?(?:and )?(?:seen|obtained|reviewed|viewed|consulted|read) by )/u
/** "an internal note seen by Reuters": whatever somebody saw. */
const SEEN =
  /^(?:(?:an?|the|its|internal|court|leaked) [^,.;:“”"()—–]{3,60}?|(?:\p{Ll}+ ){0,2}(?:minutes|documents|e-?mails|messages|cables|records|papers|letters|notes|files|drafts|data|images|photos))(?= (?:seen|obtained|reviewed|viewed|consulted|read) by )/u
/** Papers do not speak; "according to the plan" is no source. */
const THINGS =
  /\b(?:plan|agreement|treaty|terms|draft|memorandum|schedule|agenda|proposal|protocol|timetable|procedure|principle|law|charter|constitution|map|tradition|poll|framework|deal|document|text|resolution|minute|calendar|rule|statistic)s?$/i

/** "minutes it says it has obtained" */
const OBTAINED = / it (?:says it )?(?:has|had) (?:obtained|seen)\b/

/** Of whom that is was said before. */
const SAME = /^the (?:report|story|article)$/i

/** "a secret cabinet document": whoever cites one was shown it. */
const PAPER = /^an? (?:\p{L}+ ){1,4}(?:document|text|draft|memorandum)$/u

/** "documents it had obtained", "a note taken by one of the interpreters": whatever stands there, up to the next pause. */
export function describedAt({ sentence }: Where, at: number, isShown = false): Source | null {
  const words =
    /^(?:(?:an?|the|its|his|her|their|one|two|three|several|some|unnamed) )?\p{Ll}[^,.;:“”"()—–]{3,80}/u.exec(
      sentence.text.slice(at - sentence.start),
    )?.[0]
  const name = words
    ?.replace(
      / (?:it|he|she|they) (?:says?|said|claims?|claimed)\b.*$|(?<! (?:it|he|she|they)) (?:that|as|which|dated|published|issued|released|compiled|said|says|has|have|had been|was|were|is|are|will)\b.*$/u,
      '',
    )
    .trim()
  if (
    name === undefined ||
    (!isShown && THINGS.test(name) && !PAPER.test(name) && !OBTAINED.test(words ?? '')) ||
    SAME.test(name) ||
    /^(?:him|her|them|me|us|it|whom|what|which|whoever)\b|^(?:all|any|some|most|both)$/.test(name)
  )
    return null
  return { chain: [{ name, isNamed: false }], end: at + name.length, isOutlet: false }
}

/** Who is named as the source from this place on, and through whom. */
export function sourceAt(place: Where, at: number): Source | null {
  const first = ownAt(place, at)
  if (!first) return null
  const { sentence, outlets } = place
  const rest = sentence.text.slice(first.end - sentence.start)
  const carried = CARRIED.exec(rest)
  const carrier = carried && outlets.find(({ start }) => start === first.end + carried[0].length)
  if (carrier)
    return {
      chain: [{ name: carrier.name, isNamed: true }, ...first.chain],
      end: carrier.end,
      isOutlet: true,
    }
  const citing = first.isOutlet ? CITING.exec(rest) : null
  const further = citing && ownAt(place, first.end + citing[0].length)
  return further ? { chain: [...first.chain, ...further.chain], end: further.end, isOutlet: true } : first
}

function ownAt(place: Where, at: number): Source | null {
  const { sentence, people, outlets } = place
  const text = sentence.text.slice(at - sentence.start)
  const outlet = outlets.find(
    ({ start }) => start >= at && start - at < 80 && BEFORE_OUTLET.test(text.slice(0, start - at)),
  )
  if (outlet) return { chain: [{ name: outlet.name, isNamed: true }], end: outlet.end, isOutlet: true }
  const person = people.find(
    ({ start, office }) =>
      start === at ||
      start === at + (/^(?:Mr|Mrs|Ms|Dr)\.? /.exec(text)?.[0].length ?? 0) ||
      office?.start === at ||
      isTheOffice(text, at, office?.start),
  )
  if (person && (person.office === null || person.office.start <= person.start || person.start === at)) {
    const end = Math.max(person.end, person.office?.end ?? 0)
    return { chain: [{ name: nameOf(person.figure), isNamed: true }], end, isOutlet: false }
  }
  const copy = COPY.exec(text)?.[0]
  if (copy !== undefined)
    return { chain: [{ name: copy, isNamed: false }], end: at + copy.length, isOutlet: false }
  const paper = SEEN.exec(text)?.[0]
  if (paper !== undefined)
    return { chain: [{ name: paper, isNamed: false }], end: at + paper.length, isOutlet: false }
  const unnamed = unnamedFrom(sentence, at - sentence.start)
  if (unnamed !== null) return unnamedSource(outlets, unnamed, at)
  // "a Malian minister": whoever is led by "a" is not named.
  if (/^(?:an?|one|two|three|several) /.test(text)) return describedAt(place, at)
  if (
    /^(?:all|both|some|such|these|those|which|whom|what|him|her(?! (?:office|spokes|aides?|team|ministry|lawyer))|them|me|us|it)\b/.test(
      text,
    )
  )
    return null
  const name = NAME.exec(text)?.[0]
    .replace(/(?: (?:of|for|and|in|at|de))+$/, '')
    .trim()
  if (name === undefined || THINGS.test(name) || SAME.test(name) || name.split(' ').length > 14) return null
  return {
    chain: [{ name: name.replace(/['’]s$/, ''), isNamed: true }],
    end: at + name.length,
    isOutlet: false,
  }
}

/** "two officials who spoke to Reuters": the outlet stands before them in the chain. */
function unnamedSource(outlets: Where['outlets'], words: string, at: number): Source {
  const inner = outlets.find(({ start, end }) => start >= at && end <= at + words.length)
  const spoke = / (?:who )?(?:spoke|speaking|told|talked|talking|quoted|cited) (?:to|by|with )?/u.exec(words)
  const isHeard = inner && spoke && at + spoke.index < inner.start
  const name = (isHeard ? words.slice(0, spoke.index) : words).trim()
  const link = { name: callOf(name), isNamed: false }
  return isHeard
    ? { chain: [{ name: inner.name, isNamed: true }, link], end: inner.end, isOutlet: true }
    : {
        chain: [link],
        end: at + (name.startsWith(link.name) ? link.name.length : name.length),
        isOutlet: false,
      }
}

function isTheOffice(text: string, at: number, office: number | undefined): boolean {
  return office !== undefined && office === at + (/^(?:the|its|their|an?) /.exec(text)?.[0].length ?? 0)
}
