/* What the timeline is told of a window: rounds where they are few, else how many lie in each stretch of days. Days are counted from 1970-01-01. */
import type { Unit } from '../kernel/calendar.ts'
import type { Thread } from './threads.ts'

export interface Reply {
  /** The days it covers, both ends included: the window and its neighbourhood. */
  first: number
  last: number
  mode: 'items' | 'bins'
  /** Of the bins, and the measure to which the window was widened. */
  unit: Unit
  /** Rounds in the window itself. */
  total: number
  lanes: Lane[]
  /** Negotiations with rounds here that found no lane. */
  more: number
  rounds: RoundColumns | null
  /** By lane; a bin takes three numbers: how far behind the bin before it, how many rounds, and 1 for disputed fields among them plus 2 for what was only announced. */
  bins: number[][] | null
  /** The first day of the bins of threads, which always reach a whole window to either side. */
  binned: number
  proposals?: ThreadSet
  commitments?: ThreadSet
}

/** A negotiation, or one of its tracks where it is opened. */
export interface Lane {
  id: string
  title: string
  process: number
  slug: string
  /** Rounds of the window. */
  count: number
  isOpen: boolean
  /** Tracks that found no lane. */
  more: number
}

/** One after another they compress better than one object for each round. */
export interface RoundColumns {
  id: number[]
  lane: number[]
  /** Days behind the round before it. */
  after: number[]
  /** Days from the first to the last. */
  span: number[]
  label: string[]
  /** EDTF; empty where it is the first day and nothing else. */
  date: string[]
  /** Names classes of the drawing: what is uncertain, what is only announced. */
  doubts: string[]
  /** Fields on which the accounts differ. */
  disputed: number[]
  venue: number[]
  venues: string[]
  /** Sessions with clock times, where the window is a few days. */
  clock?: ClockSpan[]
}

/** A session whose time somebody recorded, in minutes since 1970-01-01 UTC. */
export interface ClockSpan {
  /** Its round. */
  id: number
  title: string
  from: number
  /** Null where no end is recorded. */
  to: number | null
  /** Minutes from UTC to the clock of the place; null where no zone is recorded, so that the times are local ones. */
  offset: number | null
  words: string
}

/** Lanes of one kind: each with what happened or, where they are many, counts by process; none where they are folded. */
export interface ThreadSet {
  isOpen: boolean
  threads: Thread[]
  /** In the window, but without a lane of their own. */
  more: number
  /** Packed as those of the rounds. */
  bins: Array<{ process: number; title: string; bins: number[] }> | null
}
