/* How a statement reached the text: "TASS reported, citing a source". The chain runs from the nearest to the last. */
import type { RelayMark } from '../article.ts'
import { outletsIn } from '../outlets.ts'
import type { Cast } from '../people/cast.ts'
import type { Mention } from '../people/figures.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { closing } from './relay/closing.ts'
import { ledTo } from './relay/led.ts'
import type { Chain, Where } from './relay/place.ts'
import { reported, toldState } from './relay/reported.ts'
import { sourceAt } from './relay/source-at.ts'
import { speakerBefore } from './relay/speaker.ts'
import { spokenUnnamed } from './relay/spoken.ts'

export function relaysIn(reading: Reading, cast: Cast): RelayMark[] {
  let last: Chain | null = null
  return reading.sentences.flatMap((sentence) => {
    const people = cast.within.get(sentence) ?? []
    const outlets = outletsIn(reading, cast, sentence)
    const place = { sentence, people, outlets, before: lastBefore(cast, sentence) }
    const found = ledTo(place)
    for (const outlet of outlets) add(found, reported(place, outlet))
    if (last) for (const one of [toldAgency(place, last), goesOn(place, last)]) add(found, one)
    for (const one of [...toldState(place), ...spokenUnnamed(place), ...closing(place)]) add(found, one)
    last = found.findLast(({ chain }) => chain[0]?.isNamed) ?? last
    const covers = { start: sentence.start, end: sentence.end }
    return found.map(({ start, end, chain }) => marked(reading, 'relay', { start, end }, { chain, covers }))
  })
}

const OUTLET = '(?:agency|newspaper|paper|channel|broadcaster|outlet|portal|daily|magazine|website)'
const AGENCY = new RegExp(
  `\\b[Tt]he ${OUTLET} (?:also |then |later )?(?:said|says|added|adds|reported|reports|wrote|writes|noted|quoted)\\b`,
)
const TOLD_AGENCY = new RegExp(`\\b(?:told|tells) the ${OUTLET}\\b`)

/** "An official told the broadcaster": the one that was named before. */
function toldAgency(place: Where, { chain: [outlet] }: Chain): Chain | null {
  const { text, start } = place.sentence
  const found = TOLD_AGENCY.exec(text)
  const speaker = found && speakerBefore(place, start + found.index)
  if (!found || !speaker || !outlet) return null
  return { start: speaker.start, end: start + found.index + found[0].length, chain: [outlet, speaker.link] }
}

/** "the agency added": what it heard before goes on. */
function goesOn(place: Where, { chain }: Chain): Chain | null {
  const { text, start } = place.sentence
  const found = AGENCY.exec(text)
  const quoted =
    found && / quoted$/.test(found[0]) ? sourceAt(place, start + found.index + found[0].length + 1) : null
  if (found && quoted)
    return { start: start + found.index, end: quoted.end, chain: [...chain.slice(0, 1), ...quoted.chain] }
  return found && { start: start + found.index, end: start + found.index + found[0].length, chain }
}

/** "He told Dagen": whoever was named shortly before. */
function lastBefore({ mentions }: Cast, { start }: Sentence): Mention | null {
  const before = mentions.filter((one) => one.end <= start && one.end > start - 300).at(-1)
  return before ?? null
}

/** What says less than a chain that is there already is left out. */
function add(found: Chain[], one: Chain | null): void {
  if (one === null || one.chain.length === 0) return
  const isTold = found.some(
    (other) =>
      (other.start < one.end && one.start < other.end) ||
      one.chain.every(({ name }) => other.chain.some((link) => link.name === name)),
  )
  if (!isTold) found.push(one)
}
