/* Whether capitals are somebody's name: by the record, by a title, by what they say or do. */
import { givenNames } from '../given-names.ts'
import { isEnglish } from '../grammar.ts'
import { isCalledOutlet, knownOutlets } from '../outlet-names.ts'
import { isCarriedBy } from '../outlets-heard.ts'
import { stateCalled } from '../states.ts'
import { deeds, isHead, speech } from '../titles.ts'
import type { Token } from '../tokens.ts'
import { unnamedBefore } from '../unnamed.ts'
import type { Candidate } from './candidate.ts'
import { labelOf } from './runs.ts'
import { isSource } from './title-behind.ts'

/** "Hotel Hans Egede" */
const IN_BUILDING = /^(?:hotel|villa|palais|palazzo|palacio|castello|camp|fort|schloss|chateau)$/

/** "told Koha Ditore" */
const TOLD = /^(?:told|tells|tell)$/
/** "Koha Ditore says": papers do too, and people are presented when they do. */
const OF_PAPERS = /^(?:says|writes|wrote|claims|reports)$/

/** `alone` are the single names of the text: who is named again by surname is somebody. */
export function isPerson(one: Candidate, alone: ReadonlySet<string>): boolean {
  if (one.known && !one.isSurname) return true
  if (isCalledOutlet(one.sentence, one.from, one.to) || knownOutlets.has(one.words.join(' '))) return false
  if (isCarriedBy(one.sentence, one.sentence.tokens[one.from]?.start ?? 0)) return false
  if (
    IN_BUILDING.test(one.sentence.tokens[one.from - 1]?.folded ?? '') &&
    one.sentence.tokens[one.from]?.gap === ' '
  )
    return false
  if (one.words.length < 2 || one.words.length > 6) return false
  if (isOfPlace(one)) return false
  if (isOfWords(one)) return false
  if (labelOf(one.sentence) === one.sentence.tokens[one.to - 1]?.end) return true
  if (one.offices.length > 0 || isHonoured(one)) return true
  const { tokens } = one.sentence
  const before = tokens[one.from]?.gap.trim() === '' ? (tokens[one.from - 1]?.folded ?? '') : ''
  // "“It is over,” Karl Brandt, said"
  const pause = /[”"’] ?$/.test(tokens[one.from]?.gap ?? '') ? /^,? $/ : /^ $/
  const after = pause.test(tokens[one.to]?.gap ?? '') ? (tokens[one.to]?.folded ?? '') : ''
  const first = one.words[0] ?? ''
  if (givenNames.has(first) || givenNames.has(first.split('-')[0] ?? '')) return before !== 'the'
  if (isDescribed(tokens, one.to) && !/^(?:the|in|at|near|from|to|outside)$/.test(before)) return true
  if (isSpokenTo(tokens, one.from) || isApposed(one)) return true
  if (/^(?:the|in|at|near|from|to|outside|of|a|an)$/.test(before)) return false
  if (isOfState(one) || MET.test(before)) return true
  if (speech.has(before) && !TOLD.test(before)) return true
  if ((speech.has(after) && !OF_PAPERS.test(after)) || deeds.has(after)) return true
  // "was quoted as saying", "is to resign"
  if (/^(?:was|is)$/.test(after) && DONE_TO.test(tokens[one.to + 1]?.folded ?? '')) return true
  // "Blue Nile"
  return isLedBy(tokens, one.from) || (alone.has(one.words.at(-1) ?? '') && !isEnglish(first))
}

/** "Martín García Island", "Jomo Kenyatta International Airport": what bears somebody's name. */
function isOfPlace({ sentence: { tokens }, to }: Candidate): boolean {
  const next = tokens[to]
  if (next?.gap !== ' ' || tokens[to - 1]?.isPossessive) return false
  return next.isCapital ? NAMED_SO.test(next.folded) : NAMED_WORKS.test(next.folded)
}

const NAMED_WORKS =
  /^(?:canal|channel|waterway|bridge|dam|plant|mine|project|accord|agreement|protocol|talks|process|plan|formula|doctrine|route|crossing|affair|case|airport|pipeline|railway|refinery|reactor)$/

const NAMED_SO =
  /^(?:island|islands|city|bay|lake|river|bridge|street|square|avenue|airport|international|university|institute|hotel|palace|hall|house|centre|center|stadium|school|hospital|foundation|fund|prize|award|district|province|oblast|prefecture|shoal|reef|peninsula|port|park|museum|library|theatre|theater|fortress|barracks|base)$/

/** "Border Patrol Unit": words of the language only, and no given name among them. */
function isOfWords(one: Candidate): boolean {
  return (
    !isHonoured(one) && !isTitled(one) && one.words.every((word) => !givenNames.has(word) && isEnglish(word))
  )
}

/** "Halima Yagoub, a midwife," and "Halima Yagoub, who", "Halima Yagoub, 54," */
function isDescribed(tokens: readonly Token[], to: number): boolean {
  return (
    tokens[to]?.gap === ', ' &&
    /^(?:an?|who|aged|\d\d)$/.test(tokens[to]?.folded ?? '') &&
    !isSource(tokens, to)
  )
}

/** "Olivier Nkurikiye of Rwanda" */
function isOfState({ sentence: { tokens }, to }: Candidate): boolean {
  const state = [1, 2].map((count) =>
    tokens
      .slice(to + 1, to + 1 + count)
      .map(({ text }) => text)
      .join(' '),
  )
  return tokens[to]?.folded === 'of' && state.some((words) => stateCalled(words)?.by === 'name')
}

/** "replaced Askar Beisenov": what is done to people only. */
const MET =
  /^(?:replaced|replacing|replaces|succeeded|succeeding|succeeds|appointed|telephoned|phoned|congratulated|greeted)$/

/** What happens to people only. */
const DONE_TO =
  /^(?:quoted|cited|appointed|elected|sworn|arrested|born|accompanied|flanked|named|asked|absent|angry|silent)$/

/** "said one of them, Andri Michael." */
function isApposed({ sentence: { text, tokens, start }, from, to }: Candidate): boolean {
  const next = tokens[to]?.gap
  return (
    tokens[from]?.gap === ', ' &&
    (next === undefined || /^[,.;]/.test(next)) &&
    unnamedBefore.test(text.slice(0, (tokens[from - 1]?.end ?? 0) - start).slice(-160))
  )
}

/** "I talked to Cem Aksoy" */
function isSpokenTo(tokens: readonly Token[], name: number): boolean {
  const verb = tokens[name - 2]?.folded ?? ''
  return tokens[name - 1]?.folded === 'to' && /^(?:talked|spoke|spoken|handed|listened)$/.test(verb)
}

/** "led by", "chaired by" */
function isLedBy(tokens: readonly Token[], name: number): boolean {
  const [verb, by] = [tokens[name - 2]?.folded ?? '', tokens[name - 1]?.folded]
  return (
    by === 'by' &&
    /^(?:led|headed|chaired|represented|mediated|accompanied|joined|signed|hosted|moderated|received|flanked)$/.test(
      verb,
    )
  )
}

/** A surname alone is somebody behind a title, or as one of the record who says or does something. */
export function isCalledBySurname(one: Candidate): boolean {
  if (one.words.length !== 1 || isCalledOutlet(one.sentence, one.from, one.to)) return false
  const { tokens } = one.sentence
  const [before, after] = [tokens[one.from - 1]?.folded ?? '', tokens[one.to]?.folded ?? '']
  if (isHead(after) && tokens[one.to]?.gap === ' ') return false
  if (isTitled(one) || isHonoured(one)) return true
  return one.isSurname && (speech.has(after) || deeds.has(after) || speech.has(before))
}

/** "Mr Putin", "Dr. Margit Lindqvist" */
function isHonoured({ sentence: { tokens }, from }: Candidate): boolean {
  return (
    /^(?:mr|mrs|ms|dr|prof)$/.test(tokens[from - 1]?.folded ?? '') && /^\.? $/.test(tokens[from]?.gap ?? '')
  )
}

/** "President Putin": a title just before a surname. */
function isTitled({ offices: [office], sentence, from }: Candidate): boolean {
  const before = sentence.tokens[from - 1]
  return office !== undefined && before !== undefined && office.end === before.end && isHead(before.folded)
}
