import type { Db } from '../db/tables.ts'
import type { Filter } from '../rounds/filter.ts'
import { foldedCourses } from './courses.ts'
import type { LaneSetName } from './lanes.ts'
import { pledgesIn } from './pledges.ts'
import type { Reply } from './reply.ts'
import { type Asked, roundsIn } from './rounds.ts'
import { threadsIn } from './threads.ts'

const sets = {
  proposals: { kind: 'proposal', unfolded: threadsIn },
  commitments: { kind: 'commitment', unfolded: pledgesIn },
} as const

/** What the timeline draws of a window: rounds, and whatever other lanes are asked for. */
export async function replyTo(db: Db, filter: Filter, asked: Asked, day: number): Promise<Reply> {
  const { lanes, fold } = asked.view
  const setOf = (name: LaneSetName) => {
    if (!lanes.includes(name)) return null
    const { kind, unfolded } = sets[name]
    return fold.includes(name) ? foldedCourses(db, kind, filter, asked) : unfolded(db, filter, asked, day)
  }
  const [rounds, proposals, commitments] = await Promise.all([
    roundsIn(db, filter, asked),
    setOf('proposals'),
    setOf('commitments'),
  ])
  return { ...rounds, ...(proposals && { proposals }), ...(commitments && { commitments }) }
}
