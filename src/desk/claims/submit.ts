import type { Db } from '../../db/tables.ts'
import { recording } from '../../evidence/status-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { type Draft, fingerprint } from '../draft.ts'
import { type Faults, readEntry } from '../entry.ts'
import { lookUp, namedIn } from '../names.ts'
import { keepSubmission, madeBy } from '../writes.ts'
import type { ClaimPart } from './part.ts'
import { judgeClaim, warnings } from './rules.ts'
import { saveClaim } from './save.ts'
import { storedClaim, theClaim } from './stored.ts'
import type { Subject } from './subject.ts'

export interface SentClaim {
  part: ClaimPart
  draft: Draft
  /** The claim that is corrected; null for a new one. */
  id: number | null
  token: string
  /** The version that the correcting began from. */
  version: number
}

export type ClaimAnswer =
  | { kind: 'saved' }
  | { kind: 'refused'; faults: Faults; warnings: string[] }
  | { kind: 'crossed'; stored: Draft; version: number }

/** Checks and saves in one transaction, so that what was checked is what is changed. */
export function submitClaim(db: Db, by: Author, subject: Subject, sent: SentClaim): Promise<ClaimAnswer> {
  const { part, draft, id, token, version } = sent
  return recording(db, async (db): Promise<ClaimAnswer> => {
    const showing = `${token}.${fingerprint(draft, id === null ? subject.evidence : `claim ${id}`)}`
    if ((await madeBy(db, by, showing)) !== null) return { kind: 'saved' }
    const stands = id === null ? null : await theClaim(db, id)
    const stored = stands && (await storedClaim(db, part, stands))
    if (stands && stored && stands.version !== version)
      return { kind: 'crossed', stored, version: stands.version }
    const faults: Faults = new Map()
    const entry = readEntry(part, draft, stored, faults)
    const names = await lookUp(db, namedIn(part, entry))
    await judgeClaim(db, part, entry, names, faults)
    const odd = faults.size > 0 ? [] : await warnings(db, subject, entry, names)
    if (odd.length > 0 && entry.values.kept === null)
      faults.set('kept', 'Kept because must say why, where a check warns; or correct the claim')
    if (faults.size > 0) return { kind: 'refused', faults, warnings: odd.map(({ says }) => says) }
    const made = await saveClaim(db, by, subject, entry, names, stands)
    await keepSubmission(db, by, showing, 'claim', made)
    return { kind: 'saved' }
  })
}
