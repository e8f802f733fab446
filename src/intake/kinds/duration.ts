/* How long a meeting took, in minutes. */
import type { Amount, DurationMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { boundOf, LEAD } from './bound.ts'
import { NUMBER, numberOf } from './calendar.ts'

const HALF = '(?: and a (half|quarter))?'
const patterns = [
  // an hour and a half, two and a half hours, two hours and ten minutes, 40 minutes, 40-minute
  new RegExp(
    `(${LEAD})\\b(${NUMBER})${HALF}[ -](hour|minute)s?\\b${HALF}(?:,? (?:and )?(${NUMBER}) minutes?\\b)?`,
    'gi',
  ),
  new RegExp(`(${LEAD})\\b(half an|quarter of an|three quarters of an)() (hour)\\b()()`, 'gi'),
]
const DAYS = new RegExp(`(${LEAD})\\b(${NUMBER})[ -](day|week)s?\\b`, 'gi')
/** Days are those of talks only beside such words: a ceasefire has days too. */
const OF_TALKS =
  /^(?:s)? (?:of )?(?:(?:intense|intensive|closed-door|indirect|direct|secret|marathon|difficult) )*(?:talks|negotiations|meetings?|discussions|round|sessions?|deliberations|consultations|summit|conference)\b/i
const LASTED = /\b(?:last(?:ed|s|ing)|took|went on for|continued for|spread over|after)\s+(?:\w+ ){0,2}$/i

export function durationsIn(reading: Reading): DurationMark[] {
  return reading.sentences.flatMap((sentence) => [
    ...hoursOf(reading, sentence),
    ...daysOf(reading, sentence),
  ])
}

function hoursOf(reading: Reading, sentence: Sentence): DurationMark[] {
  return patterns.flatMap((pattern) =>
    [...sentence.text.matchAll(pattern)].flatMap((found) => {
      const [text, lead = '', many = '', half, unit = '', halfBehind, more] = found
      // "ten minutes later" and "an hour before" are no lengths.
      if (
        /^ (?:later|earlier|before|after|ago|late|behind)\b/.test(
          sentence.text.slice(found.index + text.length),
        )
      )
        return []
      const minutes = inMinutes(many, unit.toLowerCase(), half || halfBehind) + (more ? numberOf(more) : 0)
      return [markOf(reading, sentence, found, minutes, boundOf(lead))]
    }),
  )
}

function inMinutes(many: string, unit: string, half: string | undefined): number {
  const part = half === 'half' ? 0.5 : half === 'quarter' ? 0.25 : 0
  const fraction = { 'half an': 0.5, 'quarter of an': 0.25, 'three quarters of an': 0.75 }[many.toLowerCase()]
  return Math.round((fraction ?? numberOf(many) + part) * (unit === 'hour' ? 60 : 1))
}

function daysOf(reading: Reading, sentence: Sentence): DurationMark[] {
  return [...sentence.text.matchAll(DAYS)].flatMap((found) => {
    const [text, lead = '', many = '', unit] = found
    const before = sentence.text.slice(Math.max(0, found.index - 40), found.index)
    const after = sentence.text.slice(found.index + text.length, found.index + text.length + 60)
    if (/^ (?:later|earlier|before|after|ago)\b/.test(after)) return []
    if (!OF_TALKS.test(after) && !(LASTED.test(before) && /^(?:[.,;]|$)/.test(after))) return []
    return [
      markOf(
        reading,
        sentence,
        found,
        numberOf(many) * (unit?.toLowerCase() === 'week' ? 7 : 1) * 1440,
        boundOf(lead),
      ),
    ]
  })
}

function markOf(
  reading: Reading,
  sentence: Sentence,
  found: RegExpExecArray,
  minutes: number,
  exactness: Amount,
) {
  const start = sentence.start + found.index
  return marked(reading, 'duration', { start, end: start + found[0].length }, { minutes, exactness })
}
