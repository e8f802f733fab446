/* Clock times, as HH:MM. */
import { two } from '../../kernel/days.ts'
import type { Exactness, TimeMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { SMALL } from './calendar.ts'

const LEAD =
  '(?:(?:(?:shortly |just |soon |right )?(?:before|after)|around|about|at about|at around|approximately|roughly|nearly|some time after|past|by) )?'
const ZONE =
  '(?: ?\\(?(?:local time|(?:[A-Z][a-z]+ ){1,2}time|(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|BST|MSK|TRT|IST)(?:[+-]\\d{1,2})?)\\)?)?'
const HOURS = SMALL.slice(1, 13).join('|')
const patterns = [
  // 8:37 p.m., 8 p.m., 8.37 pm
  new RegExp(`${LEAD}\\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))? ?(a|p)\\.? ?m\\b\\.?${ZONE}`, 'gi'),
  // 9 of "from 9 to 11 a.m."
  new RegExp(
    `${LEAD}\\b(?<=\\b(?:[Ff]rom|[Bb]etween) )(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))?(?= ?(?:to|and|until|-|–) ?(?:1[0-2]|0?[1-9])(?:[:.][0-5]\\d)? ?(a|p)\\.? ?m\\b)`,
    'gi',
  ),
  // 21.50 at the head of an entry of a running report
  /^([01]?\d|2[0-3])\.([0-5]\d)(?= [\p{Lu}“"‘])/gu,
  // 20:37, 1730 GMT, 17.30 Moscow time, at 17.30
  new RegExp(`${LEAD}\\b([01]?\\d|2[0-3])[:h]([0-5]\\d)\\b(?![:\\d])${ZONE}`, 'g'),
  // 17h
  new RegExp(`${LEAD}\\b([01]?\\d|2[0-3])h\\b`, 'g'),
  new RegExp(`${LEAD}\\b([01]\\d|2[0-3])([0-5]\\d)(?= ?(?:GMT|UTC|hours|hrs))${ZONE}`, 'g'),
  new RegExp(
    `${LEAD}(?<=\\bat |\\bfrom |\\buntil |\\bby |\\baround |\\babout |\\d\\.\\d\\d to |\\d\\.\\d\\d[-–])([01]?\\d|2[0-3])\\.([0-5]\\d)\\b(?! ?(?:per|percent|million|billion|km|%))${ZONE}`,
    'g',
  ),
  new RegExp(
    `${LEAD}\\b(1[0-2]|[1-9]|${HOURS})()() o['’]clock(?: in the (?:morning|afternoon|evening)| at night)?${ZONE}`,
    'gi',
  ),
  new RegExp(
    `${LEAD}\\b(half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five) (?:minutes )?(?:past|to)) (${HOURS})\\b(?: o['’]clock)?(?: in the (?:morning|afternoon|evening)| at night)?${ZONE}`,
    'gi',
  ),
  // six in the evening
  new RegExp(
    `${LEAD}\\b(1[0-2]|[1-9]|${HOURS})()()(?: in the (?:morning|afternoon|evening)| at night)${ZONE}`,
    'gi',
  ),
  new RegExp(`${LEAD}\\b(noon|midnight|midday)\\b${ZONE}`, 'g'),
]
export function timesIn(reading: Reading): TimeMark[] {
  return reading.sentences.flatMap((sentence) => timesOf(reading, sentence))
}

function timesOf(reading: Reading, sentence: Sentence): TimeMark[] {
  const taken: TimeMark[] = []
  for (const pattern of patterns)
    for (const found of sentence.text.matchAll(pattern)) {
      const time = timeOf(found, sentence.paragraph.text)
      const start = sentence.start + found.index
      const end = start + found[0].trimEnd().length
      if (time === null || taken.some((one) => one.start < end && start < one.end)) continue
      const zone = new RegExp(`${ZONE}$`).exec(found[0])?.[0].replace(/[()]/g, '').trim() || null
      taken.push(marked(reading, 'time', { start, end }, { time, exactness: exactnessOf(found[0]), zone }))
    }
  return taken
}

function timeOf([text, first = '', minutes, half]: RegExpExecArray, paragraph: string): string | null {
  const around = PART_OF_DAY.test(text) ? text : paragraph
  if (/ (?:past|to)$/i.test(first)) return pastTheHour(first.toLowerCase(), minutes ?? '', around)
  if (/^(?:noon|midday)$/i.test(first)) return '12:00'
  if (/^midnight$/i.test(first)) return '00:00'
  const hour = /^\d/.test(first) ? Number(first) : SMALL.indexOf(first.toLowerCase())
  if (hour < 0) return null
  if (/o['’]clock/i.test(text)) return pastTheHour('', first, around)
  const isLate = half ? /p/i.test(half) : /afternoon|evening|at night/.test(text)
  const isHalved = Boolean(half) || PART_OF_DAY.test(text)
  return `${two(isHalved ? (hour % 12) + (isLate ? 12 : 0) : hour)}:${minutes || '00'}`
}

const PART_OF_DAY = / in the (?:morning|afternoon|evening)| at night/
const MINUTES: Record<string, number> = {
  half: 30,
  quarter: 15,
  five: 5,
  ten: 10,
  twenty: 20,
  'twenty-five': 25,
}

/** "half past eight" in a paragraph that speaks of an evening; from one to six, talks are held in the afternoon. */
function pastTheHour(part: string, hourWord: string, paragraph: string): string | null {
  const hour = (/^\d/.test(hourWord) ? Number(hourWord) : SMALL.indexOf(hourWord.toLowerCase())) % 12
  const isMorning = /\bmorning\b/i.test(paragraph)
  const isLate =
    !isMorning &&
    (/evening|afternoon|night/i.test(paragraph) || (hour >= 1 && hour <= 6) || (part === '' && hour === 0))
  const minutes = MINUTES[part.replace(/^a /, '').split(' ')[0] ?? ''] ?? 0
  const at = (hour + (isLate ? 12 : 0)) * 60 + (/ to$/.test(part) ? -minutes : minutes)
  const ofDay = (at + 1440) % 1440
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}

function exactnessOf(text: string): Exactness {
  if (/^(?:.*\b)?(?:before|by) /i.test(text)) return 'before'
  if (/\b(?:after|(?<!half |quarter |five |ten |twenty |minutes )past) /i.test(text)) return 'after'
  return /^(?:at )?(?:about|around|approximately|roughly|nearly)/i.test(text) ? 'about' : 'exact'
}
