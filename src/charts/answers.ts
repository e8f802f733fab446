import { OPEN } from '../kernel/edtf.ts'
import type { Course } from '../proposals/course.ts'
import { type Chart, Placing, told } from './chart.ts'
import { dayScale, daysBetween } from './gaps.ts'

const answers = new Set(['accepted', 'accepted with conditions', 'rejected', 'deferred'])

type Asked = Pick<Course, 'day'> & {
  proposal: { id: number }
  events: ReadonlyArray<{ verb: string; date_earliest: number; date_latest: number }>
}

/** How long it took until somebody answered a proposal for the first time. */
export function answersChart(courses: readonly Asked[], limit: string): Chart {
  const placing = new Placing(dayScale)
  for (const course of courses) place(placing, course)
  const { parts, open, untold } = placing
  return {
    name: 'answers',
    title: 'From proposal to first answer',
    words:
      'Days from the day it was made, or was first heard of, until it was accepted, rejected or put off. Of the filters, Process and Party apply.',
    counts: 'proposal',
    shape: 'bars',
    parts,
    apart: told([
      { key: 'open', label: 'were answered on a day that leaves open how soon', ids: open },
      { key: 'no-answer', label: 'have no answer recorded', ids: untold },
    ]),
    limit,
  }
}

function place(placing: Placing, { proposal, events, day }: Asked): void {
  const past = events.filter(({ date_earliest }) => date_earliest <= day)
  const made = past.find(({ verb }) => verb === 'made') ?? past[0]
  const answer = past.find(({ verb }) => answers.has(verb))
  if (!made || !answer) placing.untold.push(proposal.id)
  // Nobody recorded when it was made: what is known first of it is the answer.
  else if (made === answer) placing.place(proposal.id, 0, Number.MAX_VALUE)
  else placing.place(proposal.id, ...daysBetween(spanOf(made), spanOf(answer)))
}

function spanOf({ date_earliest, date_latest }: { date_earliest: number; date_latest: number }) {
  return { first: Math.max(date_earliest, -OPEN), last: Math.min(date_latest, OPEN) }
}
