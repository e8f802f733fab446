import type { Db } from '../db/tables.ts'
import type { Filter } from '../rounds/filter.ts'
import { pledgesIn } from './pledges.ts'
import type { Reply } from './reply.ts'
import { type Asked, roundsIn } from './rounds.ts'
import { threadsIn } from './threads.ts'

/** What the timeline draws of a window: rounds, and whatever other lanes are asked for. */
export async function replyTo(db: Db, filter: Filter, asked: Asked, day: number): Promise<Reply> {
  const isAsked = (name: 'proposals' | 'commitments') => asked.view.lanes.includes(name)
  const [rounds, proposals, commitments] = await Promise.all([
    roundsIn(db, filter, asked),
    isAsked('proposals') ? threadsIn(db, filter, asked, day) : null,
    isAsked('commitments') ? pledgesIn(db, filter, asked, day) : null,
  ])
  return { ...rounds, ...(proposals && { proposals }), ...(commitments && { commitments }) }
}
