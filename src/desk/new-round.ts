/* What the form of a new round begins with. */
import type { Db } from '../db/tables.ts'
import { gatherRound } from '../rounds/gather.ts'
import { idIn } from '../web/request.ts'
import { asNew, type Draft, emptyDraft } from './draft.ts'
import { roundsLately, zonesOf } from './lookup/near-reads.ts'
import { roundPart } from './parts.ts'
import { storedDraft } from './stored.ts'

/** Empty, in the zone of its track; or a copy of the round `like`; or the one that follows the round `after` in its track. */
export async function newRoundDraft(db: Db, { track, like, after }: Record<string, string>): Promise<Draft> {
  if (like !== undefined) return asNew(storedDraft(await gatherRound(db, idIn(like))))
  if (after !== undefined) return following(asNew(storedDraft(await gatherRound(db, idIn(after)))))
  const draft = emptyRound()
  if (track === undefined || !/^\d{1,15}$/.test(track)) return draft
  const [zone = ''] = await zonesOf(db, await roundsLately(db, Number(track)), null)
  Object.assign(draft.typed, { track_id: track, zone })
  return draft
}

/** Two delegations stand ready, for there are two sides to a table; whatever else there was is added by its button. */
function emptyRound(): Draft {
  const draft = emptyDraft(roundPart)
  for (const list of ['sessions', 'third_parties', 'proposals', 'outcomes', 'statements'])
    draft.rows[list] = []
  draft.rows.delegations?.push(emptyDraft(roundPart.lists.delegations, 1))
  return draft
}

/** What a track's rounds have in common: who sits opposite whom, where, in which format and language. */
const carried = ['track_id', 'venue', 'format', 'language', 'zone', 'status']

export function following(last: Draft): Draft {
  const draft = emptyRound()
  for (const name of carried) draft.typed[name] = last.typed[name] ?? ''
  if (/^\d{1,6}$/.test(last.typed.ordinal ?? '')) draft.typed.ordinal = String(Number(last.typed.ordinal) + 1)
  for (const list of ['delegations', 'third_parties']) draft.rows[list] = (last.rows[list] ?? []).map(asNew)
  return draft
}
