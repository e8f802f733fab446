/* Towns and buildings: by the record's names, by words for buildings, by the dateline, by "in" and "at". */
import { fold } from '../../kernel/fold.ts'
import type { KnownVenue, Span, VenueMark } from '../article.ts'
import { isEnglish, partsOf } from '../grammar.ts'
import { venueAt } from '../lexicon.ts'
import type { Cast } from '../people/cast.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { isOfStates, stateCalled } from '../states.ts'
import type { Token } from '../tokens.ts'
import { isTown } from '../towns.ts'
import { buildingAt } from './building.ts'
import { datelineOf } from './dateline.ts'
import { namedTownAt } from './named-town.ts'
import { BEFORE, isAfterPlaceWord, isHeldAt, isOwnerOfPlace, isTownWord } from './place-words.ts'
import { regionAt } from './region.ts'
import { endOfTown, PARTICLE } from './town-name.ts'

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
  if (line) found.push(...line.places)
  while (at < tokens.length) {
    const person = people.find(({ from, to }) => from <= at && at < to)
    const place = person ? null : placeAt(reading, cast, sentence, at, found.at(-1)?.end)
    if (place) found.push(place.place)
    at = place?.to ?? person?.to ?? at + 1
  }
  return found
}

function placeAt(
  reading: Reading,
  cast: Cast,
  sentence: Sentence,
  from: number,
  lastPlace?: number,
): { place: Place; to: number } | null {
  const { tokens } = sentence
  const known = venueAt(reading.lexicon, tokens, from)
  const built = sentence.isTitleCase ? null : buildingAt(sentence, from)
  if (known && known.to >= (built ?? 0) && isPlaceHere(reading, sentence, from, known.to, lastPlace))
    return placed(reading, tokens, from, known.to, known.known, false)
  if (built !== null) return placed(reading, tokens, from, built, [], false)
  const region = sentence.isTitleCase ? null : regionAt(sentence, from)
  if (region !== null) return placed(reading, tokens, from, region, [], false)
  const town = sentence.isTitleCase ? null : townAt(reading, cast, sentence, from, lastPlace)
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
function isPlaceHere(
  reading: Reading,
  { tokens }: Sentence,
  from: number,
  to: number,
  lastPlace?: number,
): boolean {
  const printed = reading.article.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  return stateCalled(printed) === null || isAfterPlaceWord(tokens, from, lastPlace)
}

function townAt(
  reading: Reading,
  cast: Cast,
  sentence: Sentence,
  from: number,
  lastPlace?: number,
): number | null {
  const { tokens } = sentence
  const first = tokens[from]
  // "in Istanbul’s Dolmabahçe Palace"
  if (
    first?.isPossessive &&
    BEFORE.test(tokens[from - 1]?.folded ?? '') &&
    (buildingAt(sentence, from + 1) !== null || isOwnerOfPlace(tokens, from))
  )
    return from + 1
  if (
    !first?.isCapital ||
    !(isAfterPlaceWord(tokens, from, lastPlace) || isTownOfTalks(reading, sentence, from))
  )
    return first?.isCapital ? namedTownAt(reading, cast, sentence, from) : null
  const isThe = tokens[from - 1]?.folded === 'the'
  const party = (reading.parties.get(sentence) ?? []).find((one) => one.from === from)
  const whole = endOfTown(tokens, from)
  // "Antigua Guatemala"
  if (
    party &&
    whole > party.to &&
    isTown(
      tokens
        .slice(from, whole)
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return whole
  // "The Hague" is a seat of government; no other town begins so.
  if (party) return party.by === 'seat' ? party.to : null
  if (!isTownWord(first)) return null
  const to = endOfTown(tokens, from)
  const words = tokens.slice(from, to).filter(({ folded }) => !PARTICLE.test(folded))
  if (
    isThe &&
    !isHeldAt(tokens, to) &&
    !(words.length >= 2 && /^(?:at|inside|outside)$/.test(tokens[from - 2]?.folded ?? ''))
  )
    return null
  // "in Parliament"
  if (
    to - from === 1 &&
    partsOf(sentence)[from] !== 'PROPN' &&
    isEnglish(first.folded) &&
    !isTown(first.text)
  )
    return null
  if (!words.every(isTownWord) || words.some(({ isPossessive }) => isPossessive)) return null
  return to
}

/** "the Orvan talks": one word, in no record and no list of states. */
function isTownOfTalks({ parties }: Reading, sentence: Sentence, from: number): boolean {
  const { tokens } = sentence
  const isParty = (parties.get(sentence) ?? []).some(
    (one) => one.by !== 'seat' && one.from <= from && from < one.to,
  )
  // "the Thai-Cambodian talks"
  return (
    tokens[from - 1]?.folded === 'the' &&
    isHeldAt(tokens, from + 1) &&
    !isParty &&
    !isOfStates(tokens[from]?.text ?? '')
  )
}
