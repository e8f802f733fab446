/* "Is this round already known?" */
import type { Db } from '../db/tables.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate } from '../kernel/say-date.ts'
import type { Suggestion } from './article.ts'
import { ofKind } from './examined.ts'

/** What of a text tells a round from others. */
export interface Asked {
  /** EDTF; every day that may be the round's. */
  dates: string[]
  parties: number[]
  venues: number[]
  /** Folded names of the towns in the text. */
  towns: string[]
  /** The folded text of headline and lead, in which a number or a track may stand. */
  lead: string
}

export interface KnownRound {
  id: number
  title: string
  date: string
  track: string
  process: string
  score: number
  /** Why it may be the same, in words. */
  reasons: string[]
}

const MOST = 200
const SHOWN = 5
/** A round of a year or a month begins this long before any of its days, at most. */
const LONGEST = 400

/** What the suggestions of a text ask for, with the reference date where one was chosen. */
export function askedBy(text: string, suggestions: readonly Suggestion[], reference: string | null): Asked {
  const dates = ofKind(suggestions, 'date').flatMap(({ value }) => value.edtf ?? [])
  const venues = ofKind(suggestions, 'venue')
  return {
    dates: [...new Set([...(reference === null ? [] : [reference]), ...dates.slice(0, 8)])],
    parties: ofKind(suggestions, 'party').flatMap(({ value }) => value.id ?? []),
    venues: venues.flatMap(({ value }) => value.id ?? []),
    towns: venues.map(({ value }) => fold(value.name)),
    lead: fold(text.slice(0, 1500)),
  }
}

/** Rounds of these days, give or take one, that share a place, a party or a number with the text; the likeliest first. */
export async function knownRounds(db: Db, asked: Asked): Promise<KnownRound[]> {
  const spans = asked.dates.flatMap(spanOf)
  const near = (await Promise.all(spans.map((span) => roundsNear(db, span)))).flat()
  const rounds = [...new Map(near.map((round) => [round.id, round])).values()]
  const seats = await seatsOf(db, idsOf(rounds))
  return rounds
    .map((round) => judged(round, asked, spans, seats.get(round.id) ?? []))
    .filter(({ reasons }) => reasons.length > 1)
    .sort((one, other) => other.score - one.score || one.id - other.id)
    .slice(0, SHOWN)
}

interface Days {
  first: number
  last: number
}

/** A year is no day to look around. */
function spanOf(edtf: string): Days[] {
  const date = parseEdtf(edtf)
  if (!date) return []
  const { earliest, latest } = boundsOf(date)
  return latest - earliest > 31 ? [] : [{ first: earliest, last: latest }]
}

type Near = Awaited<ReturnType<typeof roundsNear>>[number]

function roundsNear(db: Db, { first, last }: Days) {
  return db
    .selectFrom('round')
    .innerJoin('track', 'track.id', 'round.track_id')
    .innerJoin('process', 'process.id', 'track.process_id')
    .leftJoin('venue', 'venue.id', 'round.venue_id')
    .where('round.date_earliest', '>=', first - 1 - LONGEST)
    .where('round.date_earliest', '<=', last + 1)
    .where('round.date_latest', '>=', first - 1)
    .where('round.withdrawn', 'is', null)
    .select([
      'round.id',
      'round.title',
      'round.date',
      'round.date_earliest',
      'round.date_latest',
      'round.ordinal_label',
      'round.venue_id',
      'venue.name as venue',
      'venue.city',
      'track.title as track',
      'process.title as process',
    ])
    .orderBy('round.date_earliest', 'desc')
    .orderBy('round.id')
    .limit(MOST)
    .execute()
}

async function seatsOf(db: Db, ids: number[]) {
  const seats = await db
    .selectFrom('delegation')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .where('round_id', 'in', ids)
    .where('delegation.withdrawn', 'is', null)
    .select(['round_id', 'party.id as party_id', 'party.name as party'])
    .orderBy('round_id')
    .orderBy('position')
    .execute()
  return groupBy(seats, ({ round_id }) => round_id)
}

function judged(
  round: Near,
  asked: Asked,
  spans: Days[],
  seats: Array<{ party_id: number; party: string }>,
): KnownRound {
  const found: Array<[number, string]> = [dayOf(round, spans)]
  if (round.venue_id !== null && asked.venues.includes(round.venue_id))
    found.push([4, `held at ${round.venue}`])
  else if (round.city !== null && asked.towns.includes(fold(round.city)))
    found.push([2, `held in ${round.city}`])
  const parties = seats.filter(({ party_id }) => asked.parties.includes(party_id))
  if (parties.length > 0)
    found.push([parties.length, `${parties.map(({ party }) => party).join(' and ')} took part`])
  if (round.ordinal_label && asked.lead.includes(fold(round.ordinal_label)))
    found.push([2, `called “${round.ordinal_label}”`])
  if (asked.lead.includes(fold(round.track))) found.push([2, `the text names “${round.track}”`])
  const { id, title, date, track, process } = round
  const score = found.reduce((sum, [points]) => sum + points, 0)
  return { id, title, date, track, process, score, reasons: found.map(([, reason]) => reason) }
}

function dayOf({ date, date_earliest, date_latest }: Near, spans: Days[]): [number, string] {
  const isWithin = spans.some(({ first, last }) => date_earliest <= last && first <= date_latest)
  const isSame = spans.some(({ first, last }) => first === date_earliest && last === date_latest)
  if (isSame) return [4, `the same day, ${sayDate(date)}`]
  return isWithin
    ? [2, `its date, ${sayDate(date)}, takes in a day of the text`]
    : [1, `a day apart: ${sayDate(date)}`]
}
