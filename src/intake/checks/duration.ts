import { sayDuration, sayTime } from '../../kernel/words.ts'
import { roundFields } from '../../rounds/fields.ts'
import { compare, meaningOf } from '../../sources/agreement.ts'
import type { Article, Check, TimeMark } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'

const BEGAN =
  /\b(?:began|begun|started|opened|got under way|kicked off|commenced|from|convened|sat down|entered)\b[^.;]{0,60}$/i
const ENDED =
  /\b(?:ended|concluded|finished|wrapped up|closed|broke up|until|to|rose|came to an end|left|emerged)\b[^.;]{0,60}$/i

/** A length that is not the time between the beginning and the end. */
export function durationChecks({ article, suggestions }: Examined): Check[] {
  const times = ofKind(suggestions, 'time')
  const began = times.filter((time) => BEGAN.test(leadOf(article, time, times)))
  const ended = times.filter((time) => !began.includes(time) && ENDED.test(leadOf(article, time, times)))
  const [from, to] = [began[0], ended[0]]
  const length = ofKind(suggestions, 'duration')[0]
  if (!from || !to || !length || length.value.minutes >= 1440) return []
  const minutes = (minuteOf(to) - minuteOf(from) + 1440) % 1440
  const isExact = from.value.exactness === 'exact' && to.value.exactness === 'exact'
  const kind = roundFields.duration_minutes
  const meaning = (value: number, value_exactness: string) =>
    meaningOf(kind, { affirms: 1, value: String(value), value_exactness })
  const verdict = compare(
    meaning(minutes, isExact ? 'exact' : 'about'),
    meaning(length.value.minutes, length.value.exactness),
  )
  if (verdict !== 'contradict') return []
  const span = `${sayTime(from.value.time, from.value.exactness)} to ${sayTime(to.value.time, to.value.exactness)}`
  return [
    {
      check: 'duration',
      says: `“${length.words}” is printed; ${span} is ${sayDuration(minutes, null)}.`,
      spans: [length, from, to].map(({ start, end }) => ({ start, end })),
      choices: ['Take the length as printed', 'Take the clock times', 'Take both'],
    },
  ]
}

/** The words before a time, back to the time before it. */
function leadOf({ text }: Article, time: TimeMark, times: TimeMark[]): string {
  const before = times.filter(({ end }) => end <= time.start).at(-1)?.end ?? 0
  return text.slice(Math.max(before, time.start - 80), time.start)
}

function minuteOf({ value }: TimeMark): number {
  return Number(value.time.slice(0, 2)) * 60 + Number(value.time.slice(3))
}
