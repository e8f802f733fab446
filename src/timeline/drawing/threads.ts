/* Lanes of proposals and commitments under their heads. */
import { onPaper } from '../../kernel/lane-heights.ts'
import { clip, sayNumber } from '../../kernel/words.ts'
import type { Reply, ThreadSet } from '../reply.ts'
import type { Thread } from '../threads.ts'
import type { Window } from '../window.ts'
import { binPaths } from './bins.ts'
import { bareLane, type DrawnLane, type DrawnName, MARK, pill } from './lane.ts'
import { LETTER, type Place, round } from './scale.ts'

export function threadLanes(reply: Reply, window: Window, place: Place): DrawnLane[] {
  const lanesOf = (title: string, set: ThreadSet | undefined) => {
    const count = set ? set.threads.length + set.more : 0
    if (!set || count === 0) return []
    const head = { ...bareLane(onPaper.head, title), count: sayNumber(count), isHead: true }
    return [
      head,
      ...set.threads.map((thread) => threadLane(thread, window, place)),
      ...binLanes(set, reply, window, place),
    ]
  }
  return [...lanesOf('Proposals', reply.proposals), ...lanesOf('Commitments', reply.commitments)]
}

function binLanes({ bins }: ThreadSet, reply: Reply, window: Window, place: Place): DrawnLane[] {
  const lanes = bins ?? []
  const packed = lanes.map(({ bins }) => bins)
  const paths = binPaths(packed, reply, reply.binned, window, place)
  return lanes.map(({ title }, nth) => ({ ...bareLane(onPaper.process, title), solid: paths[nth] ?? '' }))
}

function threadLane(thread: Thread, window: Window, place: Place): DrawnLane {
  const title = [thread.code, thread.title].filter(Boolean).join(' · ')
  const lane = bareLane(onPaper.thread, title)
  const [first] = thread.steps
  const last = thread.steps.at(-1)
  if (!first || !last) return lane
  const seen = thread.steps.filter(({ at }) => at >= window.first && at <= window.last)
  const places = seen.map(({ at }) => place(at + 0.5))
  const from = Math.max(place(first.at), place.left)
  const to = Math.min(place(thread.tail?.to ?? last.at), place.right)
  const middle = onPaper.thread / 2
  return {
    ...lane,
    solid: places.map((x) => pill(x - MARK / 2, middle, MARK)).join(''),
    thread: to > from ? `M${from} ${middle}H${to}` : '',
    names: to < place.left ? [] : wordOf(thread.word, middle + 4, [Math.min(from, ...places), to], place),
  }
}

/** So few letters of a word say nothing. */
const FEWEST = 5
const GAP = 10

/** Behind the line; before it where there is more room and behind too little. Where it fits neither, as much as fits. */
function wordOf(word: string, y: number, [from, to]: [number, number], place: Place): DrawnName[] {
  const letters = (px: number) => Math.max(1, Math.floor((px - GAP) / LETTER))
  const [before, behind] = [letters(from - place.left), letters(place.right - to)]
  const isLate = behind < word.length && before > behind
  const words = clip(word, isLate ? before : behind)
  if (words.length < Math.min(word.length, FEWEST)) return []
  return [{ x: round(isLate ? from - GAP : to + GAP), y, words, isLate }]
}
