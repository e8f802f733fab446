import { isJoined } from '../lexicon.ts'
import type { Sentence } from '../sentences.ts'
import { isOfStates, stateCalled } from '../states.ts'
import { bodies, common, modifiers, particles } from '../titles.ts'
import type { Token } from '../tokens.ts'
import { isAfterPlaceWord } from './place-words.ts'

const ENDS =
  /^(?:palace|hotel|hall|centre|center|castle|villa|residence|chancellery|embassy|monastery|cathedral|airport|club|lodge|manor|mansion|theatre|theater|museum|library|headquarters|complex|guesthouse|barracks|abbey|resort|compound|house|mission|pavilion|inn|diwan|stadium|arena|opera|academy|serail|sanatorium|island|isle|street|avenue|square|boulevard|church|chapel|mosque|temple|shrine|stadium|fortress|fort|base|port|harbou?r|terminal|station|market|bridge|crossing|checkpoint|prison|hospital|garden|gardens|park)$/
/** Hotels that are called by their name alone. */
const HOTELS =
  /^(?:intercontinental|hilton|sheraton|marriott|ritz-carlton|hyatt|kempinski|radisson|waldorf|fairmont|sofitel|westin|movenpick|serena|shangri-la|imperial|savoy|steigenberger|adlon|crillon)$/
const BEGINS =
  /^(?:hotel|villa|palais|chateau|schloss|palazzo|camp|fort|hôtel|haus|casa|dacha|grand|château|palacio|castello|castillo|torre|burg|monasterio|seraglio|hofburg|qasr|dar|diwan|deir|avenida|plaza|calle|rue)$/
/** Bodies too: places only behind "at" or "in". */
const SPEAKING =
  /^(?:chancellery|embassy|mission|house|centre|center|club|headquarters|academy|library|museum|church|street|avenue|square|boulevard)$/
const PLAIN_ENDS =
  /^(?:town hall|city hall|hotel|palace|castle|residence|monastery|guesthouse|conference cent(?:re|er)|villa|embassy|airport|lodge|club|house|manor|resort|retreat|compound|building|crossing|border crossing|checkpoint|bridge|border post|post|terminal|border|temple|mosque|church|cathedral|shrine|fortress|pagoda|stadium|barracks|chapel|courthouse|gate|border gate|quay|pier|jetty|wharf|parish hall|ferry terminal|bridge)$/
/** Works are places only where something happens at them: "at the Mwambashi plant"; otherwise they are what is talked about. */
const WORKS =
  /^(?:station|plant|mine|dam|camp|base|refinery|depot|reservoir|tunnel|lock|quarry|farm|school|hospital|prison|market|substation|cent(?:er|re)|library|museum|theat(?:er|re)|field|site)$/
const NOUN_OF_BORDER =
  /^(?:towns?|villages?|city|cities|region|areas?|guards?|police|talks|dispute|clash(?:es)?|districts?|province)$/
/** "Munyonyo lakeside resort" */
const LYING =
  /^(?:lakeside|seaside|beach|mountain|luxury|presidential|royal|state|government|summer|golf|country|diplomatic|airport|conference|ski|spa)$/

/** Where a building's name ends that begins here: "Halden town hall", "Hotel Astoria", "Regnum Carya hotel". */
export function buildingAt(sentence: Sentence, from: number): number | null {
  const { tokens } = sentence
  if (!tokens[from]?.isCapital || (common.has(tokens[from]?.folded ?? '') && from === 0)) return null
  if (common.has(tokens[from]?.folded ?? '')) return null
  let to = from + 1
  while (to < tokens.length && to < from + 6 && isWithin(tokens, to)) to++
  if (
    HOTELS.test(tokens[from]?.folded ?? '') &&
    /^(?:the|at)$/.test(tokens[from - 1]?.folded ?? '') &&
    !tokens[from + 1]?.isCapital
  )
    return PLAIN_ENDS.test(wordsFrom(tokens, from + 1, 1)) ? from + 2 : from + 1
  const ofBody = bodyOf(tokens, from)
  if (ofBody !== null) return ofBody
  const begins = BEGINS.test(tokens[from]?.folded ?? '') && to > from + 1
  for (let end = to; end > from + 1; end--) {
    const last = tokens[end - 1] as Token
    // "The Wall Street Journal"
    if (end < to && /^(?:street|avenue|square|boulevard)$/.test(last.folded)) continue
    // "Pacific Island countries"
    if (end === to && isAttribute(sentence, end) && !isAfterPlaceWord(tokens, from)) return null
    if (last.isCapital && SCHOOLS.test(last.folded) && isMeetingAt(tokens, from)) return end
    if (last.isCapital && ENDS.test(last.folded))
      return isSeatWord(tokens, from, end) || (SPEAKING.test(last.folded) && !isAfterPlaceWord(tokens, from))
        ? null
        : end
  }
  const plain =
    plainEndAt(tokens, LYING.test(wordsFrom(tokens, to, 1)) ? to + 1 : to) ?? plainEndAt(tokens, to)
  if (
    plain !== null &&
    !isOther(tokens, from, plain) &&
    !modifiers.has(tokens[from]?.folded ?? '') &&
    !isOfStates(tokens[from]?.text ?? '')
  )
    return plain
  return begins && (tokens[to - 1]?.isCapital ?? false) ? to : worksAt(tokens, from, to)
}

const SCHOOLS = /^(?:university|institute|school|college|academy)$/

/** "held at Halden University", but not "a hydrologist at Halden University" */
function isMeetingAt(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from - 1]?.folded === 'the' ? from - 2 : from - 1
  return (
    /^(?:at|in|outside)$/.test(tokens[at]?.folded ?? '') &&
    /^(?:held|met|meet|meeting|gathered|spoke|speaking|place|convened|signed|talks|round|conference|seminar|lecture|ceremony|session|opened|hosted)$/.test(
      tokens[at - 1]?.folded ?? '',
    )
  )
}

/** A noun follows that is no place. */
function isAttribute(sentence: Sentence, at: number): boolean {
  return (
    sentence.tokens[at]?.gap === ' ' &&
    /^(?:countries|states|nations|leaders|governments|forum|people|nationals|residents|officials)$/.test(
      sentence.tokens[at]?.folded ?? '',
    )
  )
}

/** "Fishkhabour metering station" */
function worksAt(tokens: readonly Token[], from: number, to: number): number | null {
  const before = tokens[from - 1]?.folded === 'the' ? tokens[from - 2] : tokens[from - 1]
  if (!/^(?:in|at|near|outside|inside|through|from|to|off)$/.test(before?.folded ?? '')) return null
  const end = [0, 1].find((more) => WORKS.test(wordsFrom(tokens, to + more, 1)))
  const isOwned = tokens.slice(from, to).some(({ isPossessive }) => isPossessive)
  return end === undefined || isOwned ? null : to + end + 1
}

/** "town hall", "hotel": where the plain words of a building end. */
function plainEndAt(tokens: readonly Token[], at: number): number | null {
  const count = [2, 1].find(
    (many) => at + many <= tokens.length && PLAIN_ENDS.test(wordsFrom(tokens, at, many)),
  )
  return count === undefined ? null : at + count
}

/** "a Facebook post", "the Torland border town": what ends like a place and is none. */
function isOther(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[to - 1]?.folded === 'border')
    return !(isAfterPlaceWord(tokens, from) && !NOUN_OF_BORDER.test(tokens[to]?.folded ?? ''))
  return tokens[to - 1]?.folded === 'post' && bodies.has(tokens[from]?.folded ?? '')
}

/** "Abbey of Saint Orla" */
function bodyOf(tokens: readonly Token[], from: number): number | null {
  const body = tokens[from]?.folded ?? ''
  if (!ENDS.test(body) || tokens[from + 1]?.folded !== 'of') return null
  if (SPEAKING.test(body) && !isAfterPlaceWord(tokens, from)) return null
  const first = tokens[from + 2]?.folded === 'the' ? from + 3 : from + 2
  let to = first
  while (to < Math.min(tokens.length, first + 4) && tokens[to]?.gap === ' ' && tokens[to]?.isCapital) to++
  return to > first ? to : null
}

function isWithin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (!isJoined(token, tokens[at - 1] as Token)) return false
  if (token.isCapital) return true
  if (!particles.has(token.folded) && token.folded !== 'of') return false
  // "Palacio de la Aduana"
  const next = particles.has(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1
  return tokens[next]?.isCapital ?? false
}

/** "White House" and its like speak; they are places behind "at" only. */
function isSeatWord(tokens: readonly Token[], from: number, to: number): boolean {
  const printed = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
  return stateCalled(printed) !== null && !isAfterPlaceWord(tokens, from)
}

function wordsFrom(tokens: readonly Token[], from: number, count: number): string {
  const words = tokens.slice(from, from + count)
  return words.every(({ gap }) => gap === ' ') ? words.map(({ folded }) => folded).join(' ') : ''
}
