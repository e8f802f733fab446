import { withdrawRecord } from '../history/record-writes.ts'
import { sessionRecord } from '../rounds/fields.ts'
import type { Gathered } from '../rounds/gather.ts'
import type { RoundEntry } from './rules.ts'
import { REMOVED, type Writing } from './writing.ts'

export async function saveSessions(
  writing: Writing,
  round_id: number,
  { lists }: RoundEntry,
  all: Gathered | null,
): Promise<void> {
  const { db, by, names } = writing
  const standing = all?.sessions ?? []
  await writing.removeMissing(standing, lists.sessions, (id) =>
    withdrawRecord(db, by, sessionRecord, id, REMOVED),
  )
  let position = Math.max(0, ...standing.map(({ position }) => position))
  for (const entry of lists.sessions) {
    const { venue, ...own } = entry.values
    const venue_id = names.idOf('venue', venue, entry.stood.venue)
    const place = entry.id === null ? { round_id, position: ++position } : {}
    await writing.keep(sessionRecord, entry, { ...place, ...own, venue_id }, own.title)
  }
}
