/* What is offered because of what stands around the input: the office of a person, the zone of a place. */
import type { Db } from '../../db/tables.ts'
import { boundsOf, parseEdtf } from '../../kernel/edtf.ts'
import { fold } from '../../kernel/fold.ts'
import { readDate } from '../../kernel/read-date.ts'
import { countryName } from '../../kernel/words.ts'
import { zonesIn } from '../../kernel/zone.ts'
import { idsNamed } from '../../parties/reads.ts'
import { venuesWithIds } from '../../venues/reads.ts'
import { numbered } from '../names.ts'
import { zones } from '../suggestions.ts'
import { beginsAWord, find, type Hit, onceEach } from './find.ts'
import { roundsLately, zonesOf } from './near-reads.ts'
import { officesHeld } from './reads.ts'

/** What stands in the form around the input. */
export interface Around {
  /** The round's own track: what its last rounds named comes first. */
  near: number | null
  /** The person whose office it is, the day on which it was held, the venue whose clock it is: as typed. */
  person: string
  date: string
  venue: string
}

/** The offices of the person first, those held that day before others; then any title that begins so. */
export async function findOffice(db: Db, typed: string, around: Around): Promise<Hit[]> {
  const person_id = await theOne(db, 'person', around.person)
  const own = person_id === null ? [] : await officesHeld(db, person_id, daysIn(around.date))
  const hits = own
    .filter(({ title }) => beginsAWord(title, typed))
    .map(({ title, party, held, isHeld }) => ({
      value: title,
      name: title,
      apart: [isHeld ? 'held that day' : held, party].filter(Boolean).join(', '),
    }))
  return onceEach([...hits, ...(await find(db, 'office', typed, { ...around, near: null }))])
}

/** Zones of the last rounds at the venue and of the track first, then those of the venue's country, then any. */
export async function findZone(db: Db, typed: string, around: Around): Promise<Hit[]> {
  const rounds = around.near === null ? [] : await roundsLately(db, around.near)
  const venue_id = await theOne(db, 'venue', around.venue)
  const [venue] = venue_id === null ? [] : await venuesWithIds(db, [venue_id])
  const used = (await zonesOf(db, rounds, venue_id)).map(zoneHit('used lately'))
  const country = venue?.country ?? null
  const there = country === null ? [] : zonesIn(country).map(zoneHit(countryName(country)))
  const all = [...used, ...there, ...(typed === '' ? [] : zones.map(zoneHit('')))]
  return onceEach(all.filter(({ value }) => beginsAWord(value, typed)))
}

function zoneHit(apart: string) {
  return (zone: string): Hit => ({ value: zone, name: zone, apart })
}

/** The record that a typed name means; null where it means none, or several. */
async function theOne(db: Db, record: 'person' | 'venue', typed: string): Promise<number | null> {
  const { name, number } = numbered(typed.trim())
  if (name === '') return null
  const ids = new Set((await idsNamed(db, record, [fold(name)])).map(({ id }) => id))
  if (number !== null) return ids.has(number) ? number : null
  return ids.size === 1 ? ([...ids][0] ?? null) : null
}

function daysIn(typed: string) {
  const edtf = readDate(typed)
  const read = edtf === null ? null : parseEdtf(edtf)
  return read ? boundsOf(read) : null
}
