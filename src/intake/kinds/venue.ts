/* Towns and buildings: by the record's names, by words for buildings, by the dateline, by "in" and "at". */
import { fold } from '../../kernel/fold.ts'
import type { KnownVenue, Span, VenueMark } from '../article.ts'
import type { Cast } from '../cast.ts'
import { isJoined, venueAt } from '../lexicon.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { stateCalled } from '../states.ts'
import { bodies, common, heads, modifiers, particles } from '../titles.ts'
import type { Token } from '../tokens.ts'

const ENDS =
  /^(?:palace|hotel|hall|centre|center|castle|villa|residence|chancellery|embassy|monastery|cathedral|airport|club|lodge|manor|mansion|theatre|theater|museum|library|headquarters|complex|guesthouse|barracks|abbey|resort|compound|house|mission|pavilion|inn)$/
const BEGINS =
  /^(?:hotel|villa|palais|chateau|schloss|palazzo|camp|fort|hôtel|haus|casa|dacha|grand|château|palacio)$/
const PLAIN_ENDS =
  /^(?:town hall|city hall|hotel|palace|castle|residence|monastery|guesthouse|conference cent(?:re|er)|villa|embassy|airport|lodge|club|house|manor)$/
const BEFORE = /^(?:in|at|near|outside|around)$/
/** Only towns that are towns elsewhere too: "to Moscow" may be to its government. */
const TOWARDS = /^(?:to|from|via|through|for|between|and|or|leave|left|reached|reach|visit|visited)$/
const GOING =
  /^(?:flew|fly|flying|travelled|traveled|travel|travelling|traveling|arrived|arrive|return|returned|returning|went|headed|trip|visit|back|drove|moved|came|gathered|convened|meeting|meet|invited)$/
const NO_TOWN =
  /^(?:english|arabic|russian|french|turkish|spanish|public|private|parliament|congress|brief|general|particular|principle|telegram|islam|mr|mrs|ms|dr|phase|article|annex|chapter|track|group|room|building|gate|building|line|road|route|cold|wave)$/

export interface Place extends Span {
  name: string
  known: KnownVenue[]
  isTown: boolean
}

/** Every place where it is first named. */
export function venuesIn(reading: Reading, places: readonly Place[]): VenueMark[] {
  const seen = new Set<string>()
  return places.flatMap((place) => {
    const key = fold(place.known[0]?.name ?? place.name)
    if (seen.has(key)) return []
    seen.add(key)
    const [known] = place.known.length === 1 ? place.known : []
    const value = {
      name: known?.name ?? place.name,
      id: known?.id ?? null,
      isTown: known?.isTown ?? place.isTown,
    }
    const says =
      place.known.length > 1
        ? `${place.known.length} places of the record bear this name.`
        : known && fold(known.name) !== fold(place.name)
          ? `On record as ${known.name}.`
          : null
    return [marked(reading, 'venue', place, value, says)]
  })
}

/** Every mention of a place. */
export function placesOf(reading: Reading, cast: Cast): Place[] {
  return reading.sentences.flatMap((sentence) => placesIn(reading, cast, sentence))
}

function placesIn(reading: Reading, cast: Cast, sentence: Sentence): Place[] {
  const { tokens } = sentence
  const people = cast.within.get(sentence) ?? []
  const found: Place[] = []
  const line = datelineOf(reading, sentence)
  let at = line?.to ?? 0
  if (line) found.push(line.place)
  while (at < tokens.length) {
    const person = people.find(({ from, to }) => from <= at && at < to)
    const place = person ? null : placeAt(reading, sentence, at)
    if (place) found.push(place.place)
    at = place?.to ?? person?.to ?? at + 1
  }
  return found
}

/** "ISTANBUL, July 23 —", "OSLO (Agency) -": capitals before a dash at the head of a paragraph. */
function datelineOf(reading: Reading, sentence: Sentence): { place: Place; to: number } | null {
  if (sentence.start !== sentence.paragraph.start || sentence.isHeadline) return null
  const [line, town = ''] =
    /^(\p{Lu}[\p{L}'’.-]+(?:[ -]\p{Lu}[\p{L}'’.-]+){0,3})(?:, [^—–]{1,40}?|\/\p{Lu}[\p{L} ]{1,30})?(?: ?\([^)]{1,40}\))?(?:, \p{Lu}[\p{L}.]{2,9} \d{1,2}(?:, \d{4})?)? ?(?:—|–|--| -|-) /u.exec(
      sentence.text,
    ) ?? []
  if (line === undefined || line.length > 90) return null
  const isShouted = town === town.toUpperCase()
  if (!isShouted && !/[,(/]/.test(line)) return null
  const to = sentence.tokens.findIndex(({ start }) => start >= sentence.start + town.length)
  const known = reading.lexicon.venues.get(fold(town)) ?? []
  const name = known[0]?.name ?? (isShouted ? inCase(reading, town) : town)
  return {
    place: { start: sentence.start, end: sentence.start + town.length, name, known, isTown: true },
    to: Math.max(to, 1),
  }
}

/** As the text writes it elsewhere. */
function inCase({ article }: Reading, shouted: string): string {
  const plain = shouted
    .toLowerCase()
    .replace(/(^|[ -])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
  const folded = fold(shouted)
  for (const { text } of article.paragraphs.slice(0, 200))
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu))
      if (fold(word) === folded && word !== shouted) return word
  return plain
}

function placeAt(reading: Reading, sentence: Sentence, from: number): { place: Place; to: number } | null {
  const { tokens } = sentence
  const known = venueAt(reading.lexicon, tokens, from)
  const built = sentence.isTitleCase ? null : buildingAt(tokens, from)
  if (known && known.to >= (built ?? 0) && isPlaceHere(reading, sentence, from, known.to))
    return placed(reading, tokens, from, known.to, known.known, false)
  if (built !== null) return placed(reading, tokens, from, built, [], false)
  const town = sentence.isTitleCase ? null : townAt(reading, sentence, from)
  return town === null ? null : placed(reading, tokens, from, town, [], true)
}

function placed(
  reading: Reading,
  tokens: readonly Token[],
  from: number,
  to: number,
  known: KnownVenue[],
  isTown: boolean,
) {
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
  return { place: { ...span, name: reading.article.text.slice(span.start, span.end), known, isTown }, to }
}

/** A seat of government is a place behind "in", elsewhere a government. */
function isPlaceHere(reading: Reading, { tokens }: Sentence, from: number, to: number): boolean {
  const printed = reading.article.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  return stateCalled(printed) === null || isAfterPlaceWord(tokens, from)
}

function isAfterPlaceWord(tokens: readonly Token[], from: number): boolean {
  const [before, token] = [tokens[from - 1], tokens[from]]
  if (!before || !token || token.isPossessive || !/^ $/.test(token.gap)) return false
  if (BEFORE.test(before.folded)) return true
  const verb = tokens[from - 2]?.folded ?? ''
  if (before.folded === 'the') return BEFORE.test(verb)
  return TOWARDS.test(before.folded) && (GOING.test(verb) || GOING.test(tokens[from - 3]?.folded ?? ''))
}

/** Where a building's name ends that begins here: "Halden town hall", "Hotel Astoria", "Regnum Carya hotel". */
function buildingAt(tokens: readonly Token[], from: number): number | null {
  if (!tokens[from]?.isCapital || (common.has(tokens[from]?.folded ?? '') && from === 0)) return null
  if (common.has(tokens[from]?.folded ?? '')) return null
  let to = from + 1
  while (to < tokens.length && to < from + 6 && isWithin(tokens, to)) to++
  const begins = BEGINS.test(tokens[from]?.folded ?? '') && to > from + 1
  for (let end = to; end > from + 1; end--) {
    const last = tokens[end - 1] as Token
    if (last.isCapital && ENDS.test(last.folded)) return isSeatWord(tokens, from, end) ? null : end
  }
  const plain = [1, 2].find((count) => PLAIN_ENDS.test(wordsFrom(tokens, to, count)))
  if (
    plain !== undefined &&
    !modifiers.has(tokens[from]?.folded ?? '') &&
    !stateCalled(tokens[from]?.text ?? '')
  )
    return to + plain
  return begins && (tokens[to - 1]?.isCapital ?? false) ? to : null
}

function isWithin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (!isJoined(token, tokens[at - 1] as Token))
    return token.gap === ' ' && (tokens[at - 1]?.isPossessive ?? false) && token.isCapital
  if (token.isCapital) return true
  return (particles.has(token.folded) || token.folded === 'of') && (tokens[at + 1]?.isCapital ?? false)
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

function townAt(reading: Reading, sentence: Sentence, from: number): number | null {
  const { tokens } = sentence
  const first = tokens[from]
  if (!first?.isCapital || !isAfterPlaceWord(tokens, from) || !isTownWord(first)) return null
  const isThe = tokens[from - 1]?.folded === 'the'
  const party = (reading.parties.get(sentence) ?? []).find((one) => one.from === from)
  if (party) return party.by === 'seat' ? party.to : null
  let to = from + 1
  while (
    to < Math.min(tokens.length, from + 3) &&
    tokens[to]?.isCapital &&
    isJoined(tokens[to] as Token, tokens[to - 1] as Token)
  )
    to++
  const words = tokens.slice(from, to)
  if (isThe || !words.every(isTownWord) || words.some(({ isPossessive }) => isPossessive)) return null
  return to
}

function isTownWord({ text, folded }: Token): boolean {
  if (text.length < 3 || (text === text.toUpperCase() && text.length < 6)) return false
  if (NO_TOWN.test(folded) || common.has(folded) || heads.has(folded) || modifiers.has(folded)) return false
  return (
    !bodies.has(folded) ||
    /^(?:port|new|east|west|north|south|saint|san|el|fort|harbour|bay|city|island)$/.test(folded)
  )
}
