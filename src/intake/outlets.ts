/* Agencies, papers and channels: by name, and by what they are called beside it. */
import type { Span } from './article.ts'
import { isEnglish } from './grammar.ts'
import { isJoined, phrasesAt } from './lexicon.ts'
import { ENDS, endOfName } from './outlet-extent.ts'
import { APPOSED, editionEnd, isCalledOutlet, KIND_BEHIND, knownOutlets } from './outlet-names.ts'
import { isHeardAs } from './outlets-heard.ts'
import type { Cast } from './people/cast.ts'
import type { Mention } from './people/figures.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { common, isHead, modifiers } from './titles.ts'
import type { Token } from './tokens.ts'

export interface Outlet extends Span {
  name: string
  /** `tokens.slice(from, to)` */
  from: number
  to: number
}

/** "Radio Inca" */
const BEGINS = /^(?:radio|tv|tele|television|agence|agencia|agenzia|canal|channel)$/
export function outletsIn(reading: Reading, cast: Cast, sentence: Sentence): Outlet[] {
  const { parties } = reading
  const { tokens } = sentence
  const people = cast.within.get(sentence) ?? []
  const found: Outlet[] = []
  for (let from = 0; from < tokens.length; ) {
    const isPerson = people.some((one) => one.from === from && one.isFull)
    const outlet = isPerson
      ? null
      : (named(reading, sentence, from) ??
        ourselves(sentence, from) ??
        besides(people, described(reading, sentence, from)))
    const isParty = (parties.get(sentence) ?? []).some(
      (one) => one.from === from && one.to === outlet?.to && one.by !== 'adjective',
    )
    if (outlet && !isParty) found.push(outlet)
    from = outlet?.to ?? from + 1
  }
  return found
}

/** "Local radio" bears no name. */
const NO_NAME =
  /^(?:state-.*|state|local|public|private|national|official|regional|independent|foreign|several|many|some|other|most|unconfirmed|press|news|two|three)$/

/** Not where somebody of the cast is named within. */
function besides(people: readonly Mention[], outlet: Outlet | null): Outlet | null {
  return outlet && people.some(({ from, to }) => from < outlet.to && outlet.from < to) ? null : outlet
}

function named(
  { lexicon: { outlets }, ownOutlets: own }: Reading,
  { tokens, text, start }: Sentence,
  from: number,
): Outlet | null {
  for (const { folded, printed, to } of phrasesAt(tokens, from)) {
    const name = knownOutlets.get(folded) ?? outlets.get(folded) ?? own.get(folded)
    if (!name || (name.length <= 4 && printed !== name && !isTitled(printed))) continue
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
    const last = wholeEnd(tokens, editionEnd(tokens, to))
    span.end = tokens[last - 1]?.end ?? span.end
    const kind = KIND_BEHIND.exec(text.slice(span.end - start, span.end - start + 40))
    const edition = tokens
      .slice(to, last)
      .map(({ text }) => ` ${text}`)
      .join('')
    const whole = printed.replace(/^The /, '') + edition
    return { ...span, end: span.end + (kind?.[0].length ?? 0), name: whole, from, to: last }
  }
  return null
}

/** "Kyodo News" */
function wholeEnd(tokens: readonly Token[], to: number): number {
  const [before, next] = [tokens[to - 1], tokens[to]]
  return next?.isCapital && before && isJoined(next, before) && ENDS.test(next.folded) ? to + 1 : to
}

/** "Tass" for TASS; "Kan" and "Dr" are words too. */
function isTitled(printed: string): boolean {
  return /^\p{Lu}\p{Ll}{3}$/u.test(printed) && !/^(?:mena|fars|mehr|dawn)$/i.test(printed)
}

/** "told this newspaper" */
function ourselves({ tokens }: Sentence, from: number): Outlet | null {
  const [first, last] = [tokens[from], tokens[from + 1]]
  if (
    first?.folded !== 'this' ||
    !last ||
    !/^(?:newspaper|paper|daily|weekly|magazine|newsroom|agency|website|site|channel|station|portal|programme)$/.test(
      last.folded,
    )
  )
    return null
  return { start: first.start, end: last.end, name: `this ${last.text}`, from, to: from + 2 }
}

/** "the Varen Press Agency", "Harbour Wire", "the newspaper Dagen", "Al-Akhbar, a Beirut daily,". */
function described(reading: Reading, sentence: Sentence, from: number): Outlet | null {
  const { tokens, text, start } = sentence
  const to = endOfName(sentence, from)
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (!first || !last || to === from || first.folded === 'the' || isHead(first.folded)) return null
  if (
    to - from === 1 &&
    (NO_NAME.test(first.folded) || common.has(first.folded) || modifiers.has(first.folded))
  )
    return null
  const behind = text.slice(last.end - start, last.end - start + 120)
  const kind = KIND_BEHIND.exec(behind) ?? APPOSED.exec(behind)
  // "published by The Namibian": with a capital of its own within a sentence it is a title.
  const isAdjective =
    !(from > 1 && tokens[from - 1]?.text === 'The') &&
    (reading.parties.get(sentence) ?? []).some((one) => one.from === from && one.by === 'adjective')
  const isBefore = isCalledOutlet(sentence, from)
  if (
    !isNamedSo(sentence, from, to) &&
    ((isAdjective && !isAbbreviated(tokens, from, to)) ||
      !(kind || isBefore || isHeardAs(sentence, from, to)))
  )
    return null
  const name = text.slice(first.start - start, last.end - start)
  return { start: first.start, end: last.end + (kind?.[0].length ?? 0), name, from, to }
}

/** "Thai PBS" */
function isAbbreviated(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from === 2 &&
    /^\p{Lu}{2,5}$/u.test(tokens[from + 1]?.text ?? '') &&
    // "the Russian TASS"
    !knownOutlets.has(tokens[from + 1]?.folded ?? '')
  )
}

/** By its first or last word: "Radio Inca", "Harbour Wire". */
function isNamedSo({ tokens }: Sentence, from: number, to: number): boolean {
  if (to - from < 2) return false
  // "Rustavi 2"
  if (/^\d{1,2}$/.test(tokens[to - 1]?.text ?? '') && !isEnglish(tokens[from]?.folded ?? '')) return true
  const [first, last] = [tokens[from]?.folded ?? '', tokens[to - 1]?.folded ?? '']
  return ENDS.test(last) || BEGINS.test(first) || tokens[to - 2]?.folded === 'of'
}
