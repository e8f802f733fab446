import type { Db } from '../db/tables.ts'
import { recording } from '../evidence/status-writes.ts'
import type { Author } from '../kernel/author.ts'
import { gatherRound } from '../rounds/gather.ts'
import { indexRounds } from '../search/writes.ts'
import { type Draft, fingerprint } from './draft.ts'
import { type Faults, readEntry } from './entry.ts'
import { lookUp, namedIn } from './names.ts'
import { roundPart } from './parts.ts'
import { judge } from './rules.ts'
import { saveRound } from './save.ts'
import { storedDraft } from './stored.ts'
import { keepSubmission, madeBy } from './writes.ts'

export interface Sent {
  draft: Draft
  /** The round that is edited; null for a new one. */
  id: number | null
  /** Marks one showing of the form, however often it is sent. */
  token: string
  /** The version that the editing began from. */
  version: number
}

export type Answer =
  | { kind: 'saved'; id: number }
  | { kind: 'refused'; faults: Faults }
  | { kind: 'crossed'; stored: Draft; version: number }

/** Checks and saves in one transaction, so that what was checked is what is changed. */
export function submit(db: Db, by: Author, { draft, id, token, version }: Sent): Promise<Answer> {
  return recording(db, async (db): Promise<Answer> => {
    const showing = `${token}.${fingerprint(draft, String(id))}`
    const earlier = await madeBy(db, by, showing)
    if (earlier !== null) return { kind: 'saved', id: earlier }
    const all = id === null ? null : await gatherRound(db, id)
    const stored = all && storedDraft(all)
    if (all && stored && all.round.version !== version)
      return { kind: 'crossed', stored, version: all.round.version }
    const faults: Faults = new Map()
    const entry = readEntry(roundPart, draft, stored, faults)
    const names = await lookUp(db, namedIn(roundPart, entry))
    await judge(db, entry, names, faults)
    if (faults.size > 0) return { kind: 'refused', faults }
    const round_id = await saveRound(db, by, entry, names, all)
    await indexRounds(db, [round_id])
    await keepSubmission(db, by, showing, 'round', round_id)
    return { kind: 'saved', id: round_id }
  })
}
