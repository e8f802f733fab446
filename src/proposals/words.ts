import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { capital, counted } from '../kernel/words.ts'
import { shapeOf } from '../processes/shapes.ts'
import type { Days, Standing } from './clock.ts'

interface Told {
  verb: string
  date: string
  party: string | null
  person: string | null
}

/** Where a proposal stands, by shape and by word. */
export interface StandingWords {
  /** Names the shape in views/parts/event-shape. */
  shape: string
  word: string
  /** "No answer for 125 days, to 25 November 2025." */
  sentence: string
}

export function sayStanding(
  standing: Standing<Told, { date: string }>,
  deadline: string | null,
  day: number,
): StandingWords {
  const { state } = standing
  return {
    shape: shapeOf(state),
    word: state === 'unanswered' ? 'No answer' : capital(state),
    sentence: capital(`${clausesOf(standing, deadline, day).join('; ')}.`),
  }
}

function clausesOf(standing: Standing<Told, { date: string }>, deadline: string | null, day: number) {
  const { state, decision, again, unanswered, reported, due, hasBegun } = standing
  const today = sayDate(isoDate(day))
  if (!hasBegun && state !== 'lapsed') return [`nothing recorded by ${today}`, ...sayDue(due, deadline)]
  return [
    ...(state === 'lapsed' ? [`lapsed: ${sayDate(deadline ?? '')} passed without acceptance`] : []),
    ...sayDue(due, deadline),
    ...(decision ? [sayEvent(decision)] : []),
    ...(again ? [`${again.verb} since, ${sayDate(again.date)}`] : []),
    ...(unanswered ? [`no answer for ${sayDays(unanswered)}, to ${today}`] : []),
    ...(!decision && !unanswered && state !== 'lapsed' ? ['no answer recorded'] : []),
    ...(reported ? [sayReport(reported)] : []),
  ]
}

function sayDue(due: number | null, deadline: string | null): string[] {
  if (due === null) return []
  return [`due ${due === 0 ? 'today' : `in ${counted(due, 'day')}`}, by ${sayDate(deadline ?? '')}`]
}

/** "rejected by Ukraine, 2 June 2025" */
function sayEvent({ verb, party, person, date }: Told): string {
  const who = party ?? person
  return `${verb}${who ? ` by ${who}` : ''}, ${sayDate(date)}`
}

function sayReport({ silence, after }: NonNullable<Standing<Told, { date: string }>['reported']>): string {
  const days = after ? `, after ${sayDays(after)}` : ''
  return `last reported unanswered ${sayDate(silence.date)}${days}`
}

/** "125 days", "about 30 days" */
export function sayDays({ count, bound }: Days): string {
  return `${bound === 'exact' ? '' : `${bound} `}${counted(count, 'day')}`
}
