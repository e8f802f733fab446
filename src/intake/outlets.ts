/* Agencies, papers and channels: by name, and by what they are called beside it. */
import type { Span } from './article.ts'
import type { Cast } from './cast.ts'
import { isJoined, phrasesAt } from './lexicon.ts'
import { isCalledOutlet, KIND_BEHIND, knownOutlets } from './outlet-names.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { bodies, common, isHead } from './titles.ts'

export interface Outlet extends Span {
  name: string
  /** `tokens.slice(from, to)` */
  from: number
  to: number
}

/** "Radio Inca" */
const BEGINS = /^(?:radio|tv|tele|television|agence|agencia|agenzia|canal|channel)$/
const ENDS =
  /^(?:agency|news|times|post|herald|tribune|gazette|journal|telegraph|courier|observer|chronicle|press|radio|tv|television|wire|dispatch|daily|today|broadcasting|media|newswire|service|review|standard|monitor|echo|sentinel|ledger|bulletin|mail|globe|mirror|express|inquirer|examiner|argus|quarterly|monthly|weekly|trust|channel)$/

export function outletsIn(reading: Reading, cast: Cast, sentence: Sentence): Outlet[] {
  const { parties } = reading
  const { tokens } = sentence
  const people = cast.within.get(sentence) ?? []
  const found: Outlet[] = []
  for (let from = 0; from < tokens.length; ) {
    const isPerson = people.some((one) => one.from === from && one.isFull)
    const outlet = isPerson
      ? null
      : (named(reading, sentence, from) ?? ourselves(sentence, from) ?? described(reading, sentence, from))
    const isParty = (parties.get(sentence) ?? []).some(
      (one) => one.from === from && one.to === outlet?.to && one.by !== 'adjective',
    )
    if (outlet && !isParty) found.push(outlet)
    from = outlet?.to ?? from + 1
  }
  return found
}

function named(
  { lexicon: { outlets }, ownOutlets: own }: Reading,
  { tokens, text, start }: Sentence,
  from: number,
): Outlet | null {
  for (const { folded, printed, to } of phrasesAt(tokens, from)) {
    const name = knownOutlets.get(folded) ?? outlets.get(folded) ?? own.get(folded)
    if (!name || (name.length <= 4 && printed !== name)) continue
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
    const kind = KIND_BEHIND.exec(text.slice(span.end - start, span.end - start + 40))
    return { ...span, end: span.end + (kind?.[0].length ?? 0), name: printed.replace(/^The /, ''), from, to }
  }
  return null
}

/** "told this newspaper" */
function ourselves({ tokens }: Sentence, from: number): Outlet | null {
  const [first, last] = [tokens[from], tokens[from + 1]]
  if (
    first?.folded !== 'this' ||
    !last ||
    !/^(?:newspaper|paper|magazine|newsroom|agency)$/.test(last.folded)
  )
    return null
  return { start: first.start, end: last.end, name: `this ${last.text}`, from, to: from + 2 }
}

/** "the Varen Press Agency", "Harbour Wire", "the newspaper Dagen". */
function described({ parties }: Reading, sentence: Sentence, from: number): Outlet | null {
  const { tokens, text, start } = sentence
  const first = tokens[from]
  const isNumbered = /^\d/.test(first?.text ?? '') && (tokens[from + 1]?.isCapital ?? false)
  if (!first || !(first.isCapital || isNumbered) || isHead(first.folded)) return null
  let to = from + 1
  while (
    to < Math.min(tokens.length, from + 5) &&
    (tokens[to]?.isCapital || /^\d{1,3}$/.test(tokens[to]?.text ?? '')) &&
    isJoined(tokens[to] as never, tokens[to - 1] as never)
  )
    to++
  // "Public Radio of Armenia"
  if (ENDS.test(tokens[to - 1]?.folded ?? '') && tokens[to]?.folded === 'of' && tokens[to + 1]?.isCapital)
    to += 2
  const last = tokens[to - 1]
  if (!last) return null
  const behind = KIND_BEHIND.exec(text.slice(last.end - start, last.end - start + 40))
  const isBefore = isCalledOutlet(sentence, from)
  const isNamed =
    to - from >= 2 && (ENDS.test(last.folded) || tokens[to - 2]?.folded === 'of' || BEGINS.test(first.folded))
  const isReporting =
    REPORTING.test(text.slice(last.end - start, last.end - start + 40)) ||
    (to - from >= 2 && TOLD.test(text.slice(Math.max(0, first.start - start - 12), first.start - start)))
  const isAdjective = (parties.get(sentence) ?? []).some((one) => one.from === from && one.by === 'adjective')
  if (!isNamed && !behind && !isBefore && !(isReporting && isPlainName(sentence, from, to))) return null
  if (!isNamed && (isAdjective || (!isBefore && bodies.has(first.folded)))) return null
  const name = text.slice(first.start - start, last.end - start)
  return { start: first.start, end: last.end + (behind?.[0].length ?? 0), name, from, to }
}

/** "told the Balkan Ledger" */
const TOLD = /\b(?:told|tells|telling) (?:the )?$/
/** Papers report; people and governments say. */
const REPORTING =
  /^(?: (?:also |later |first |has |had |earlier )*(?:reported|reports)\b(?! to\b)|,? (?:citing|quoting|with reference to|referring to)\b)/

/** Nothing but a name: no word that begins a sentence, no body of state. */
function isPlainName({ tokens }: Sentence, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(({ folded }) => !common.has(folded) && !bodies.has(folded) && !isHead(folded))
}
