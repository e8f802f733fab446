/*
 * How well a field is sourced, as a function of the day as of which the record is read. Claims come and, where their
 * source takes them back, go; between two such days nothing changes. Days are counted from 1970-01-01.
 */
import type { Kind } from '../fields/kind.ts'
import { OPEN } from '../kernel/edtf.ts'
import { type Account, type Bearers, compare, type Meaning, meaningOf } from './agreement.ts'

export const statuses = ['unsourced', 'single', 'agreed', 'disputed', 'inference'] as const
export type Status = (typeof statuses)[number]

/** A claim as far as it counts. */
export interface Vote extends Account {
  source_id: number
  origin: string
  /** The outlet says it itself: beside a speaker of the same source it is no voice of its own. */
  isOwnVoice: boolean
  /** The first day it was known, and the day from which it no longer counts. */
  from: number
  to: number
}

export interface Step {
  since: number
  until: number
  status: Status
  origins: number
  sources: number
  claims: number
}

/** The editors' reading of a field, from the day on which the last account it rests on was known. */
export interface Ruled {
  rule: string
  since: number
}

/** The steps of one field, from ever to ever. */
export function stepsOf(
  votes: Vote[],
  reading: Ruled | null,
  kind: Kind | undefined,
  bearers?: Bearers,
): Step[] {
  const statements = statementsOf(votes, kind, bearers)
  const clashes = clashesIn(statements)
  const days = [...new Set([-OPEN, reading?.since ?? -OPEN, ...votes.flatMap(({ from, to }) => [from, to])])]
    .filter((day) => day < OPEN)
    .sort((a, b) => a - b)
  const steps = days.map((since, at): Step => {
    const counting = votes.filter(({ from, to }) => from <= since && since < to)
    const origins = originsOf(counting)
    const isClash = clashes.some(({ from, to }) => from <= since && since < to)
    const rule = reading && reading.since <= since ? reading.rule : null
    const isRead = rule === 'disputed' && new Set(counting.map(({ value }) => value)).size > 1
    return {
      since,
      until: days[at + 1] ?? OPEN,
      status: isClash || isRead ? 'disputed' : rule === 'inference' ? 'inference' : bySources(origins),
      origins,
      sources: new Set(counting.map(({ source_id }) => source_id)).size,
      claims: counting.length,
    }
  })
  return joined(steps)
}

/** An outlet that names a speaker and tells the rest itself is one origin: the speaker. */
function originsOf(votes: Vote[]): number {
  const quoting = new Set(votes.filter(({ isOwnVoice }) => !isOwnVoice).map(({ source_id }) => source_id))
  const voices = votes.filter(({ isOwnVoice, source_id }) => !isOwnVoice || !quoting.has(source_id))
  return new Set(voices.map(({ origin }) => origin)).size
}

function bySources(origins: number): Status {
  return origins === 0 ? 'unsourced' : origins === 1 ? 'single' : 'agreed'
}

interface Span {
  from: number
  to: number
}

/** What is said, once, however many say it; and the spans in which somebody does. */
interface Statement {
  meaning: Meaning
  spans: Span[]
}

function statementsOf(votes: Vote[], kind: Kind | undefined, bearers?: Bearers): Statement[] {
  const statements = new Map<string, Statement>()
  for (const vote of votes) {
    const key = `${vote.affirms} ${vote.value_exactness} ${vote.value}`
    const known = statements.get(key)
    if (!known) statements.set(key, { meaning: meaningOf(kind, vote, bearers), spans: [vote] })
    // A thousand outlets that say the same on the same day are one span.
    else if (!known.spans.some(({ from, to }) => from <= vote.from && vote.to <= to)) known.spans.push(vote)
  }
  return [...statements.values()]
}

/** When two accounts stood that cannot both be true. */
function clashesIn(statements: Statement[]): Span[] {
  const spans = new Map<string, Span>()
  statements.forEach((one, at) => {
    for (const other of statements.slice(at + 1)) {
      if (compare(one.meaning, other.meaning) !== 'contradict') continue
      for (const { from, to } of overlaps(one.spans, other.spans)) spans.set(`${from} ${to}`, { from, to })
    }
  })
  return [...spans.values()]
}

function overlaps(some: Span[], others: Span[]): Span[] {
  return some
    .flatMap((one) =>
      others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
    )
    .filter(({ from, to }) => from < to)
}

/** Steps that say the same are one. */
function joined(steps: Step[]): Step[] {
  const kept: Step[] = []
  for (const step of steps) {
    const last = kept.at(-1)
    if (last && sayStep(last) === sayStep(step)) last.until = step.until
    else kept.push({ ...step })
  }
  return kept
}

function sayStep({ status, origins, sources, claims }: Step): string {
  return `${status} ${origins} ${sources} ${claims}`
}
