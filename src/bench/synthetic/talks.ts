/* One process: its tracks, their rounds, and what belongs to them. */
import { civilDate, isoDate } from '../../kernel/days.ts'
import { fold } from '../../kernel/fold.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { burstsOf } from './calendar.ts'
import type { Cast, Party } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Made, Making } from './making.ts'
import { type Met, makeRound } from './meeting.ts'
import { summaries } from './phrases.ts'
import { makeProposals, type Thread } from './threads.ts'

export interface Talks {
  process: Made
  tracks: Made[]
  rounds: Met[]
  threads: Thread[]
}

/** One process in so many is of another century. */
const LONG_AGO = 25

/** At most so many rounds in all; `slugs` are those that are taken. */
export function makeTalks(
  making: Making,
  chance: Chance,
  cast: Cast,
  { rounds: most, slugs }: { rounds: number; slugs: Set<string> },
): Talks {
  const parties = sidesOf(chance, cast)
  const lengths = lengthsOf(chance, most)
  const isLongAgo = making.count('process') % LONG_AGO === LONG_AGO - 1
  const calendars = lengths.map((rounds) => burstsOf(chance, rounds, isLongAgo))
  const process = makeProcess(making, chance, parties, calendars.flat(), slugs)
  const about = { process_id: process.row.id }
  const talks: Talks = { process, tracks: [], rounds: [], threads: [] }
  for (const days of calendars) {
    const level = chance.among({ '1': 80, '1.5': 12, '2': 8 })
    const { year } = civilDate(days[0] ?? 0)
    const title = `${chance.pick(['Direct talks', 'Working group', 'Proximity talks', 'Expert talks'])} ${year}`
    const track = making.add('track', { ...about, title, level }, about)
    const table = { process: about.process_id, track, parties, venues: favourites(chance, cast), cast }
    const rounds = days.map((day, at) => makeRound(making, chance, table, { day, ordinal: at + 1 }))
    talks.tracks.push(track)
    talks.rounds.push(...rounds)
    talks.threads.push(...makeProposals(making, chance, table, rounds))
  }
  return talks
}

/** Rounds of each track: most are short. */
function lengthsOf(chance: Chance, most: number): number[] {
  const lengths: number[] = []
  let left = most
  for (let track = chance.between(1, 3); track > 0 && left > 0; track--) {
    const length = Math.min(left, 3 + Math.floor(chance.next() ** 2 * 38))
    lengths.push(length)
    left -= length
  }
  return lengths
}

function sidesOf(chance: Chance, cast: Cast): Party[] {
  const sides = new Set<Party>()
  const count = chance.among({ '2': 75, '3': 17, '4': 8 })
  while (sides.size < Math.min(Number(count), cast.parties.length)) sides.add(chance.favoured(cast.parties))
  return [...sides]
}

function favourites(chance: Chance, { venues }: Cast) {
  return Array.from({ length: chance.between(1, 4) }, () => chance.favoured(venues))
}

function makeProcess(
  making: Making,
  chance: Chance,
  parties: Party[],
  days: number[],
  slugs: Set<string>,
): Made {
  const [one, other] = parties.map(({ made }) => String(made.row.name))
  const on = chance.pick(['borders', 'a ceasefire', 'water', 'prisoners', 'transit', 'arms', 'trade'])
  const title = `${one}–${other ?? 'all parties'} talks on ${on}`
  const plain = fold(title)
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/-$/, '')
  const slug = slugs.has(plain) ? `${plain}-${slugs.size}` : plain
  slugs.add(slug)
  const status = chance.among({ concluded: 60, ongoing: 20, suspended: 10, collapsed: 10 })
  const first = isoDate(Math.min(...days))
  return making.add(
    'process',
    {
      ...{ slug, title, status, conflict_name: chance.happens(0.7) ? `Conflict over ${on}` : null },
      date: status === 'ongoing' ? `${first}/..` : `${first}/${isoDate(Math.max(...days))}`,
      summary: `Talks since ${sayDate(first)}. ${chance.pick(summaries)}`,
    },
    { process_id: making.count('process') + 1 },
  )
}
