/* What each kind of record is known by. */
import { fold } from '../kernel/fold.ts'
import { plainAddress } from './address.ts'
import { cellsNear } from './ground.ts'
import type { Trait } from './rules.ts'
import { skeletonOf, unordered, wordsIn } from './spelling.ts'

interface Named {
  /** All its names, folded. */
  names: string[]
}

/** By any of their names: the same, in another order, or written in another way. */
export function traitsOfPerson({ names }: Named): Trait[] {
  return names.flatMap((name) => [
    { rule: 'name', key: name, told: '' },
    { rule: 'order', key: unordered(name), told: name },
    ...spellings(name),
  ])
}

/**
 * A misspelt name is sought among those that sound alike, and among those that have the same initials and differ in
 * one word: two small groups that an index finds.
 */
function spellings(name: string): Trait[] {
  const words = wordsIn(name)
  if (name.length < 6) return []
  const initials = words.map((word) => word.charAt(0)).join('')
  const shared = words.length < 2 ? [] : words.filter((word) => word.length > 2)
  const keys = [`sound ${skeletonOf(name)}`, ...shared.map((word) => `${initials} ${word}`)]
  return keys.map((key) => ({ rule: 'spelling', key, told: name }))
}

interface Venue extends Named {
  country: string | null
  latitude: number | null
  longitude: number | null
  coordinate_precision: string | null
}

/** By name, unless two countries are given; and by the ground it stands on. */
export function traitsOfVenue({
  names,
  country,
  latitude,
  longitude,
  coordinate_precision: precision,
}: Venue): Trait[] {
  const named = names.map((name): Trait => ({ rule: 'name', key: name, told: country ?? '' }))
  // All houses of a city share the point that stands for the city.
  const isVague = precision !== null && precision !== 'building' && precision !== 'district'
  if (latitude === null || longitude === null || isVague) return named
  const cells = cellsNear({ latitude, longitude })
  const placed = names.flatMap((name) =>
    cells.map((key): Trait => ({ rule: 'place', key, told: JSON.stringify({ latitude, longitude, name }) })),
  )
  return [...named, ...placed]
}

export function traitsOfParty({ names, code }: Named & { code: string }): Trait[] {
  return [
    ...names.map((name): Trait => ({ rule: 'name', key: name, told: '' })),
    { rule: 'code', key: code.toUpperCase(), told: '' },
  ]
}

interface Source {
  publisher: string
  title: string | null
  url: string | null
  published: string | null
  version_of_id: number | null
}

/** Another version of a page has its address and its title: only two versions of one day are alike. */
export function traitsOfSource({ publisher, title, url, published, version_of_id }: Source): Trait[] {
  const version = version_of_id === null ? '' : ` version of ${version_of_id}, ${published ?? ''}`
  const printed = [publisher, title ?? '', published ?? ''].map(fold)
  return [
    ...(url ? [{ rule: 'address', key: plainAddress(url) + version, told: '' } as const] : []),
    ...(title && published
      ? [{ rule: 'publication', key: printed.join(' | ') + version, told: '' } as const]
      : []),
  ]
}

interface Round {
  track_id: number
  ordinal: number | null
  date_earliest: number
  date_latest: number
  venue_id: number | null
  parties: number[]
}

/** Of a date that may be any day of a year, nothing follows. */
const VAGUE_DAYS = 31

/** By track and date, unless two numbers are given; and by venue, date and who sat at the table. */
export function traitsOfRound(round: Round): Trait[] {
  const { track_id, ordinal, date_earliest, date_latest, venue_id, parties } = round
  if (date_latest - date_earliest > VAGUE_DAYS) return []
  const when = `${date_earliest} ${date_latest}`
  const sides = [...new Set(parties)].sort((one, other) => one - other)
  return [
    { rule: 'day', key: `${track_id} on ${when}`, told: ordinal === null ? '' : String(ordinal) },
    ...(venue_id === null || sides.length === 0
      ? []
      : [{ rule: 'meeting', key: `${venue_id} on ${when} with ${sides.join(' ')}`, told: '' } as const]),
  ]
}
