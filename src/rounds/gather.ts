import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { commitmentsOf, documentsAt, followUpsOf, outcomesOf } from '../outcomes/reads.ts'
import { eventsOf, proposalsAt, silencesOf } from '../proposals/reads.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { readingsAbout } from '../sources/reading-reads.ts'
import { sourcesWithIds } from '../sources/reads.ts'
import { statusCountsOf } from '../sources/status-reads.ts'
import { venuesWithIds } from '../venues/reads.ts'
import { platesIn } from './plates.ts'
import { delegatesOf, delegationsOf, neighboursOf, sessionsOf, theRound, theTrack } from './reads.ts'
import { thirdPartiesOf } from './seat-reads.ts'

/** Everything that a round's page and form stand on. The number of questions does not grow with the round. */
export async function gatherRound(db: Db, id: number) {
  const round = await theRound(db, id)
  const [
    track,
    [venue = null],
    sessions,
    delegations,
    thirdParties,
    proposals,
    outcomes,
    documents,
    neighbours,
    counts,
  ] = await Promise.all([
    theTrack(db, round.track_id),
    round.venue_id === null ? [] : venuesWithIds(db, [round.venue_id]),
    sessionsOf(db, id),
    delegationsOf(db, id),
    thirdPartiesOf(db, [id]),
    proposalsAt(db, id),
    outcomesOf(db, id),
    documentsAt(db, id),
    neighboursOf(db, round),
    statusCountsOf(db, [id]),
  ])
  const [delegates, events, silences, commitments, plates] = await Promise.all([
    delegatesOf(db, idsOf(delegations)),
    eventsOf(db, idsOf(proposals)),
    silencesOf(db, idsOf(proposals)),
    commitmentsOf(db, idsOf(outcomes)),
    platesIn(db, [track.process_id]),
  ])
  const followUps = await followUpsOf(db, idsOf(commitments))
  const subjects = {
    round: [id],
    venue: venue ? [venue.id] : [],
    session: idsOf(sessions),
    delegation: idsOf(delegations),
    delegate: idsOf(delegates),
    third_party: idsOf(thirdParties),
    proposal: idsOf(proposals),
    proposal_event: idsOf(events),
    outcome: idsOf(outcomes),
    commitment: idsOf(commitments),
    follow_up: idsOf(followUps),
    document: idsOf(documents),
  }
  const [claims, readings] = await Promise.all([
    claimsOn(db, subjects),
    readingsAbout(db, Object.entries(subjects)),
  ])
  const sources = await sourcesWithIds(db, claims.sourceIds())
  return {
    round,
    track,
    venue,
    sessions,
    delegations,
    delegates,
    thirdParties,
    proposals,
    events,
    silences,
    outcomes,
    commitments,
    followUps,
    documents,
    neighbours,
    counts: counts.get(id) ?? [],
    claims,
    readings,
    sources,
    plate: plates(track.process_id),
  }
}

export type Gathered = Awaited<ReturnType<typeof gatherRound>>
