/* What completes a name as it is typed. */
import { bearersOf, calledAmong, calledSo } from '../../catalogue/called-reads.ts'
import type { Db } from '../../db/tables.ts'
import { boundsOf, parseEdtf } from '../../kernel/edtf.ts'
import { fold } from '../../kernel/fold.ts'
import { idsOf } from '../../kernel/ids.ts'
import { readDate } from '../../kernel/read-date.ts'
import { countryName } from '../../kernel/words.ts'
import { zonesIn } from '../../kernel/zone.ts'
import { idsNamed } from '../../parties/reads.ts'
import { proposalsWithIds } from '../../proposals/reads.ts'
import { theTrack } from '../../rounds/reads.ts'
import { venuesWithIds } from '../../venues/reads.ts'
import { numbered } from '../names.ts'
import { zones } from '../suggestions.ts'
import { namedAt, officesHeld, roundsLately, zonesOf } from './near-reads.ts'
import { type Findable, type Known, knownOf } from './reads.ts'

export const AT_MOST = 10

export interface Hit {
  /** What the input then holds. */
  value: string
  name: string
  /** What tells it from another of the same name. */
  apart: string
}

/** What stands in the form around the input. */
export interface Around {
  /** The round's own track: what its last rounds named comes first. */
  near: number | null
  /** The person whose office it is, the day on which it was held, the venue whose clock it is: as typed. */
  person: string
  date: string
  venue: string
}

/** Those of the track's last rounds first; then by the whole name, exactly or at its beginning; then by a word in it. */
export async function find(db: Db, record: Findable, typed: string, around: Around): Promise<Hit[]> {
  const rounds = around.near === null ? [] : await roundsLately(db, around.near)
  const lately = await namedAt(db, record, rounds)
  const fitting = await calledAmong(db, record, lately, typed)
  const called = await calledSo(db, record, typed)
  const ids = new Set([...lately.filter((id) => fitting.has(id)), ...called.map(({ id }) => id)])
  const known = await inOrder(db, record, [...ids].slice(0, AT_MOST))
  if (record === 'source') return known.map((one) => ({ ...one, value: String(one.id) }))
  if (record === 'office' || record === 'track')
    return onceEach(known.map((one) => ({ ...one, value: one.name })))
  const bearers = await bearersOf(
    db,
    record,
    known.map(({ name }) => name),
  )
  return known.map((one) => ({
    ...one,
    value: (bearers.get(fold(one.name)) ?? 0) > 1 ? `${one.name} #${one.id}` : one.name,
  }))
}

/** Those of the track's own process: a form continues no other's. */
export async function findProposal(db: Db, typed: string, { near }: Around): Promise<Hit[]> {
  const called = await calledSo(db, 'proposal', typed)
  const proposals = await proposalsWithIds(db, idsOf(called))
  const track = near === null ? null : await theTrack(db, near)
  const own = proposals.filter(({ process_id }) => track === null || process_id === track.process_id)
  return onceEach(own.map(({ title, process }) => ({ value: title, name: title, apart: process })))
}

async function inOrder(db: Db, record: Findable, ids: number[]): Promise<Known[]> {
  const known = new Map((await knownOf[record](db, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => known.get(id) ?? [])
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

function beginsAWord(name: string, typed: string): boolean {
  const [whole, begun] = [fold(name), fold(typed).trim()]
  return (
    whole.startsWith(begun) ||
    whole
      .split(/[^\p{L}\p{N}]+/u)
      .some((word, at, all) => word.startsWith(begun) || all.slice(at).join(' ').startsWith(begun))
  )
}

function onceEach(hits: Hit[]): Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [fold(hit.value), hit])).values()]
    .toReversed()
    .slice(0, AT_MOST)
}
