/* How a statement reached the text: "TASS reported, citing a source". The chain runs from the nearest to the last. */
import type { Link, RelayMark, Span } from '../article.ts'
import type { Cast, Mention } from '../cast.ts'
import { type Outlet, outletsIn } from '../outlets.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { speech } from '../titles.ts'
import { callOf, isBackReference, unnamedAt, unnamedBefore } from '../unnamed.ts'
import { BEFORE_OUTLET, describedAt, sourceAt } from './source-at.ts'

const BY = '(?:reported|cited|quoted|carried|published|relayed|confirmed) (?:by|in)'
const LEAD = new RegExp(
  `\\b(according to(?: (?:information|details|data)(?: (?:obtained|received|shared|provided|given))? (?:from|by)| (?:a |the )?(?:report|story|statement|account)s? (?:from|by|in|of|issued by))?|as ${BY}|${BY}|reports? (?:by|in|from)|with (?:a )?reference to|referring to|with a link to|based on|(?<=reports? )via|(?<=reported )via|citing|quoting|in the words of)\\s+`,
  'giu',
)
const ADVERBS =
  '(?:[\'’]s [\\p{L} ]{3,40}?|,? (?:also|earlier|later|has|had|first|separately|then|meanwhile|on [A-Z]\\p{L}+(?: \\p{L}+)?|in [^,.;“”"]{3,50}|late on [A-Z]\\p{L}+|this \\p{L}+|,))*'
const REPORTS = new RegExp(
  `^${ADVERBS}[ ,]+(reported|reports|writes|wrote|said|says|learned|learnt|claimed|claims|noted|added|quoted|quotes|cited|cites|published|revealed|disclosed|stated|confirmed)\\b`,
  'u',
)
const REPORTED =
  /(?:^|[\s,;—–-])(?:reports|reported|writes|wrote|said|says|quotes|notes)\s+(?:the )?(?:(?:state |local )?(?:news ?agency|newspaper|broadcaster|portal|channel) )?$/i
const TOLD =
  /\b(?:told|tells|telling|tell|spoke to|speaking to|speaking with|talking to|interview (?:with|to|by|in|published (?:by|in)|for|broadcast by)|(?:comments?|remarks|statements?) (?:to|for|carried by|published by|aired by)|(?:said|denied|confirmed|explained|admitted|described) [^,.;“”"]{1,60} to)\s+(?=((?:[\p{L}-]+(?:['’]s)? ){0,6})$)/u

interface Found extends Span {
  chain: Link[]
}

export function relaysIn(reading: Reading, cast: Cast): RelayMark[] {
  return reading.sentences.flatMap((sentence) => {
    const people = cast.within.get(sentence) ?? []
    const outlets = outletsIn(reading, cast, sentence)
    const before = lastBefore(cast, sentence)
    const place = { sentence, people, outlets, before }
    const found = led(place)
    for (const outlet of outlets) add(found, reported(place, outlet))
    for (const one of spokenUnnamed(place)) add(found, one)
    const covers = { start: sentence.start, end: sentence.end }
    return found.map(({ start, end, chain }) => marked(reading, 'relay', { start, end }, { chain, covers }))
  })
}

export interface Where {
  sentence: Sentence
  people: Mention[]
  outlets: Outlet[]
  /** Who was named last before the sentence. */
  before: Mention | null
}

/** "He told Dagen": whoever was named shortly before. */
function lastBefore({ mentions }: Cast, { start }: Sentence): Mention | null {
  const before = mentions.filter((one) => one.end <= start && one.end > start - 300).at(-1)
  return before ?? null
}

/** What says less than a chain that is there already is left out. */
function add(found: Found[], one: Found | null): void {
  if (one === null || one.chain.length === 0) return
  const isTold = found.some(
    (other) =>
      (other.start < one.end && one.start < other.end) ||
      one.chain.every(({ name }) => other.chain.some((link) => link.name === name)),
  )
  if (!isTold) found.push(one)
}

/** Words that lead to a source: "according to", "citing". */
function led(place: Where): Found[] {
  const { sentence, outlets } = place
  const found: Found[] = []
  for (const { 0: text, 1: lead = '', index } of sentence.text.matchAll(LEAD)) {
    const start = sentence.start + index
    const source =
      sourceAt(place, start + text.length) ??
      (/^(?:according|citing|quoting|based|referring)/i.test(lead)
        ? describedAt(place, start + text.length)
        : null)
    // "reported in June" tells when, "reported in Le Monde" where.
    if (/ in$/i.test(lead) && !source?.isOutlet) continue
    if (!source || found.some((one) => start < one.end && one.start < start + text.length)) continue
    const isCiting = /^(?:citing|quoting|referring|based|via|with )/i.test(lead)
    const citer = isCiting ? citerOf(outlets, start, source.end, sentence) : null
    if (citer && source.chain.some(({ name }) => name === citer.name)) continue
    const chain = citer ? [{ name: citer.name, isNamed: true }, ...source.chain] : source.chain
    if (isCiting && !citer && source.chain.every(({ isNamed }) => isNamed) && !source.isOutlet) continue
    found.push({
      start: Math.min(start, citer?.start ?? start),
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

/** An outlet with a verb of its own, or one that somebody spoke to. */
function reported(place: Where, outlet: Outlet): Found | null {
  const { sentence } = place
  const [before, after] = [
    sentence.text.slice(0, outlet.start - sentence.start),
    sentence.text.slice(outlet.end - sentence.start),
  ]
  const link = { name: outlet.name, isNamed: true }
  const told = TOLD.exec(before.slice(-160))
  if (told && BEFORE_OUTLET.test(told[1] ?? '')) {
    const at = outlet.start - (told[1] ?? '').length - told[0].length
    const speaker = speakerBefore(place, at) ?? speakerBehind(place, outlet.end)
    return {
      start: Math.min(speaker?.start ?? at, at),
      end: outlet.end,
      chain: speaker ? [link, speaker.link] : [link],
    }
  }
  const verb = REPORTS.exec(after.slice(0, 160))
  if (!verb)
    return REPORTED.test(before.slice(-60)) ? { start: outlet.start, end: outlet.end, chain: [link] } : null
  const end = outlet.end + verb[0].length
  const source = /^(?:quoted|quotes|cited|cites)$/.test(verb[1] ?? '') ? sourceAt(place, end + 1) : null
  return source
    ? { start: outlet.start, end: source.end, chain: [link, ...source.chain] }
    : { start: outlet.start, end, chain: [link] }
}

interface Speaker extends Span {
  link: Link
}

function speakerBefore({ sentence, people, before }: Where, at: number): Speaker | null {
  const left = sentence.text.slice(Math.max(0, at - sentence.start - 160), at - sentence.start).trimEnd()
  const words = unnamedBefore.exec(left)?.[1]
  if (words !== undefined && !isBackReference(words)) {
    const start =
      at -
      (sentence.text.slice(0, at - sentence.start).length -
        sentence.text.lastIndexOf(words, at - sentence.start))
    return { start, end: start + words.length, link: { name: callOf(words), isNamed: false } }
  }
  const person = people.filter(({ end }) => end <= at).at(-1) ?? before
  return person
    ? {
        start: Math.max(person.start, sentence.start),
        end: person.end,
        link: { name: person.figure.name, isNamed: true },
      }
    : null
}

/** "In an interview with Dagen, Foreign Minister Voss said" */
function speakerBehind({ sentence, people }: Where, at: number): Speaker | null {
  const person = people.find(({ start, office }) => (office?.start ?? start) >= at && start - at < 120)
  if (!person || !/^,? /.test(sentence.text.slice(at - sentence.start))) return null
  return { start: at, end: at, link: { name: person.figure.name, isNamed: true } }
}

/** "a source in the delegation said", "said two diplomats": nobody else is named. */
function spokenUnnamed({ sentence }: Where): Found[] {
  return sentence.tokens.flatMap((token) => {
    if (!speech.has(token.folded)) return []
    const at = token.start - sentence.start
    const before = unnamedBefore.exec(sentence.text.slice(Math.max(0, at - 160), at).trimEnd())?.[1]
    if (before !== undefined) {
      const start = sentence.start + sentence.text.lastIndexOf(before, at)
      return isBackReference(before)
        ? []
        : [{ start, end: token.end, chain: [{ name: callOf(before), isNamed: false }] }]
    }
    const from = token.end - sentence.start + 1
    const behind = /^(?:told|tells|thanked|asked|urged)$/.test(token.folded)
      ? null
      : unnamedAt.exec(sentence.text.slice(from, from + 160))
    if (
      !behind ||
      isBackReference(behind[0]) ||
      !/^(?:[.,;]|$)/.test(sentence.text.slice(from + behind[0].length))
    )
      return []
    const start = sentence.start + from
    return [
      {
        start: token.start,
        end: start + behind[0].length,
        chain: [{ name: callOf(behind[0]), isNamed: false }],
      },
    ]
  })
}
