import { edtfDay, sayBin } from '../../kernel/calendar.ts'
import { sayDate, sayDateWithWeekday } from '../../kernel/say-date.ts'
import { counted } from '../../kernel/words.ts'
import type { Lane } from '../../timeline/reply.ts'
import type { Thread, ThreadStep } from '../../timeline/threads.ts'
import type { CardWords } from './card.ts'
import type { Stop } from './keys.ts'
import { setOf } from './lanes.ts'
import type { Item } from './rounds.ts'

/** The days of a window: "16 May 2025 to 23 July 2025". */
export function saySpan(first: number, last: number): string {
  return [...new Set([first, last])].map((day) => sayDate(edtfDay(day))).join(' to ')
}

/** "23 Jul", "22 Aug or 23 Aug": the axis tells the year, unless the date spans two. */
export function shortDay(date: string): string {
  const said = sayDate(date)
  const isOneYear = new Set(said.match(/\b\d{4}\b/g)).size === 1
  const day = isOneYear ? said.replace(/\b([A-Z][a-z]+) \d{4}\b/g, '$1') : said
  return day.replace(/\b([A-Z][a-z]{2})[a-z]+/g, '$1')
}

/** The page of what a stop is, read as of the day that this page is read as of; null for the head of a lane. */
export function pathOf({ of }: Stop, known: string | null): string | null {
  if ('head' in of || 'bin' in of) return null
  const path = 'round' in of ? `/rounds/${of.round.id}` : `/${of.thread.kind}s/${of.thread.id}`
  return known === null ? path : `${path}?${new URLSearchParams({ known })}`
}

/** A stop as it is read aloud. */
export function spoken({ of }: Stop): string {
  if ('round' in of) return spokenRound(of.round)
  if ('bin' in of) return `${of.lane.title}, ${sayBin(of.unit, of.bin.bin)}, ${binWords(of)}`
  if ('head' in of) return spokenHead(of.head)
  return spokenStep(of)
}

function spokenHead({ id, title, slug, count, isOpen }: Lane): string {
  const set = setOf(id)
  const what = set === id ? set.replace(/s$/, '') : slug === '' ? 'event' : 'round'
  const way = set ? (isOpen ? '' : ', folded') : isOpen ? ', track by track' : ''
  return `${title}, ${counted(count, what)} in the window${way}`
}

function spokenRound(round: Item): string {
  const hours = (round.clock ?? [])
    .map(({ title, words }) => [title, words].filter(Boolean).join(': '))
    .join('; ')
  const words = [round.label, sayDateWithWeekday(round.date), hours, round.venue, disputedWords(round)]
  return words.filter(Boolean).join(', ')
}

function spokenStep({ thread, step }: { thread: Thread; step: ThreadStep }): string {
  const from = thread.party ? `, ${thread.kind === 'proposal' ? 'proposed' : 'owed'} by ${thread.party}` : ''
  return `${thread.title}${from}: ${step.words}. ${thread.standing.replace(/\.$/, '')}`
}

/** "9 rounds, on some the accounts differ": a bin hides nothing that matters. */
function binWords({ lane, bin: { count, flags } }: Extract<Stop['of'], { bin: unknown }>): string {
  const some = count === 1 ? 'it' : 'some'
  return [
    counted(count, lane.slug === '' ? 'event' : 'round'),
    flags & 1 ? `on ${some} the accounts differ` : '',
    flags & 2 ? `${some} only announced` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** `result` is what the table beneath says that came of it. */
export function cardWords(stop: Stop, known: string | null, result: string): CardWords {
  const { of } = stop
  const href = pathOf(stop, known)
  if ('head' in of) return { above: '', title: of.head.title, aside: '', below: '', open: '', href }
  if ('bin' in of) {
    const when = sayBin(of.unit, of.bin.bin)
    return { above: of.lane.title, title: when, aside: '', below: binWords(of), open: `Open ${when}`, href }
  }
  if ('thread' in of) {
    const { thread, step } = of
    const below = [step.words, step.wording].filter(Boolean).join('. ')
    const open = thread.kind === 'proposal' ? 'Open the thread' : 'Open the ledger'
    return { above: thread.process, title: thread.title, aside: thread.standing, below, open, href }
  }
  const { round } = of
  const hours = (round.clock ?? [])
    .map(({ title, words }) => [title, words].filter(Boolean).join(': '))
    .join('; ')
  return {
    above: [sayDateWithWeekday(round.date), round.venue].filter(Boolean).join(' · '),
    title: round.label,
    aside: [hours, disputedWords(round)].filter(Boolean).join(' · '),
    below: result,
    open: 'Open the round',
    href,
  }
}

function disputedWords({ disputed }: Item): string {
  return disputed > 0 ? counted(disputed, 'disputed field') : ''
}
