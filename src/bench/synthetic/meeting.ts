/* One round with everything that is part of it. */

import type { Stored } from '../../fields/kind.ts'
import { ORDINALS } from '../../intake/kinds/calendar.ts'
import { isoDate } from '../../kernel/days.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { clockTime, dateFrom } from './calendar.ts'
import type { Cast, Party, Venue } from './cast.ts'
import type { Chance } from './chance.ts'
import { makeOutcomes } from './ledger.ts'
import type { Made, Making } from './making.ts'
import { results, summaries } from './phrases.ts'
import { attend, type Of, sit } from './seats.ts'

/** Who meets on a track, and where. */
export interface Table {
  process: number
  track: Made
  parties: Party[]
  venues: Venue[]
  cast: Cast
}

export interface Met {
  round: Made
  parties: Party[]
  /** All that belongs to it, itself first. */
  parts: Made[]
  day: number
}

export function makeRound(
  making: Making,
  chance: Chance,
  table: Table,
  { day, ordinal }: { day: number; ordinal: number },
): Met {
  const venue = chance.happens(0.8) ? chance.pick(table.venues) : null
  const id = making.count('round') + 1
  const round = making.add(
    'round',
    aboutRound(chance, table, { day, ordinal, venue }),
    { round_id: id, process_id: table.process },
    venue ? [venue.made] : [],
  )
  const earliest = round.row.date_earliest as number
  round.setting.day = earliest
  const of = { round_id: id, process_id: table.process, day: earliest }
  const delegations = table.parties.flatMap((party, at) => sit(making, chance, of, party, at + 1))
  const thirds = Array.from({ length: chance.about(0.75) }, () => attend(making, chance, table.cast, of))
  const sessions = chance.happens(0.3) ? sitIn(making, chance, table, { of, day }) : []
  const outcomes = makeOutcomes(making, chance, { of, day, parties: table.parties })
  const parts = [round, ...delegations, ...thirds, ...sessions, ...outcomes]
  return { round, parties: table.parties, parts, day }
}

interface When {
  day: number
  ordinal: number
  venue: Venue | null
}

/** Only so many are told in words. */
const ordinals = ORDINALS.slice(1, 11)

function aboutRound(chance: Chance, { track, parties }: Table, { day, ordinal, venue }: When) {
  const date = dateFrom(chance, day)
  const isCounted = chance.happens(0.3)
  const label = ordinals[ordinal - 1]
  const city = venue?.place.city ?? `${parties[0]?.place.city ?? 'Talks'} talks`
  return {
    track_id: track.row.id,
    ordinal: isCounted ? ordinal : null,
    ordinal_label: isCounted && label && chance.happens(0.5) ? `${label} round` : null,
    title: `${city}, ${sayDate(date)}`.slice(0, 120),
    date,
    ...clockOf(chance, venue),
    venue_id: venue?.made.row.id ?? null,
    format: chance.happens(0.35)
      ? chance.among({
          plenary: 16,
          ceremony: 8,
          summit: 6,
          shuttle: 4,
          video: 3,
          proximity: 3,
          'heads only': 3,
        })
      : null,
    status: chance.among({ held: 970, scheduled: 20, postponed: 6, cancelled: 4 }),
    language: chance.happens(0.02) ? chance.pick(['Russian', 'English', 'French']) : null,
    summary: chance.happens(0.65) ? chance.pick(summaries) : null,
    result: chance.happens(0.53) ? chance.pick(results) : null,
  }
}

/** A beginning, an end, a length: mostly none of them is known. */
function clockOf(chance: Chance, venue: Venue | null): Record<string, Stored> {
  const zone = venue?.place.zone ?? 'UTC'
  const minutes = 5 * chance.between(6, 60)
  const length: Record<string, Stored> = chance.happens(0.18)
    ? {
        duration_minutes: minutes,
        duration_exactness: chance.among({ about: 60, exact: 30, 'at least': 10 }),
      }
    : {}
  if (!chance.happens(0.1)) return length
  const start = 15 * chance.between(32, 80)
  return {
    ...length,
    ...{ start_time: clockTime(start), start_exactness: chance.among({ exact: 70, about: 30 }), zone },
    ...(chance.happens(0.4) ? { end_time: clockTime(start + minutes), end_exactness: 'about' } : {}),
  }
}

const parts = [
  'Opening session',
  'Full session',
  'Heads alone',
  'Working group on the text',
  'Press conference',
]

function sitIn(making: Making, chance: Chance, table: Table, { of, day }: { of: Of; day: number }): Made[] {
  return Array.from({ length: chance.between(1, 3) }, (_, at) => {
    const venue = chance.happens(0.3) ? chance.pick(table.venues) : null
    const date = chance.happens(0.5) ? isoDate(day) : null
    const session = making.add(
      'session',
      {
        ...{ round_id: of.round_id, position: at + 1, title: chance.pick(parts), date },
        ...(chance.happens(0.3) ? clockOf(chance, venue) : {}),
        ...{ venue_id: venue?.made.row.id ?? null, participants: participants(chance, table) },
        summary: chance.happens(0.4) ? chance.pick(summaries) : null,
      },
      of,
      venue ? [venue.made] : [],
    )
    session.setting.day = (session.row.date_earliest as number | null) ?? of.day
    return session
  })
}

function participants(chance: Chance, { parties }: Table): string | null {
  if (!chance.happens(0.5)) return null
  return parties
    .map(({ made }) => `the delegation of ${made.row.name}`)
    .join('; ')
    .slice(0, 400)
}
