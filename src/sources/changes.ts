/* What changed between two versions of a page: in the words of their texts, and in what was claimed from them. */
import { diffWords } from 'diff'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { fieldOf } from './field-ref.ts'

export interface Run {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/** Beyond so many changes two texts are no versions of one another, and comparing them would hold up everybody. */
const MOST_CHANGES = 1000

/** Word by word; null where the texts have next to nothing in common. */
export function wordChanges(before: string, after: string): Run[] | null {
  const runs = diffWords(before, after, { maxEditLength: MOST_CHANGES })
  return (
    runs?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    })) ?? null
  )
}

/** Of what stayed the same, only so much as leads from one change to the next; of a change no more than `longest`. */
export function shortened(
  runs: Run[],
  around: number,
  longest: number,
): Array<Run | { kind: 'cut'; words: string }> {
  return runs.flatMap((run, at) => {
    if (run.kind !== 'same') return clipped(run, longest, 0)
    return clipped(run, at === 0 ? 0 : around, at === runs.length - 1 ? 0 : around)
  })
}

const CUT = { kind: 'cut', words: '[…]' } as const

/** The first and the last so many characters, cut at spaces. */
function clipped(run: Run, first: number, last: number): Array<Run | typeof CUT> {
  const { kind, words } = run
  if (words.length <= first + last + 40) return [run]
  const head = words.slice(0, first).replace(/\S*$/, '')
  const tail = last === 0 ? '' : words.slice(-last).replace(/^\S*/, '')
  const kept = (part: string): Run[] => (part.trim() === '' ? [] : [{ kind, words: part }])
  return [...kept(head), CUT, ...kept(tail)]
}

/** What of a claim tells whether two versions say the same. */
export interface Said {
  record: string
  record_id: number
  field: string | null
  affirms: number
  value: string | null
  value_exactness: string | null
}

export interface ClaimChanges<C> {
  /** Fields of which both versions speak, and not alike: what each alone says. */
  differing: Array<{ before: C[]; after: C[] }>
  /** How many claims are on fields of which only one of them is recorded to speak. */
  onlyBefore: number
  onlyAfter: number
}

export function claimChanges<C extends Said>(before: C[], after: C[]): ClaimChanges<C> {
  const [some, others] = [groupBy(before, fieldOf), groupBy(after, fieldOf)]
  const alone = (claims: C[], there: Map<string, C[]>) =>
    claims.filter((claim) => !there.has(fieldOf(claim))).length
  return {
    differing: [...some].flatMap(([field, own]) => {
      const theirs = others.get(field) ?? []
      const [left, right] = [without(own, theirs), without(theirs, own)]
      return theirs.length > 0 && left.length + right.length > 0 ? [{ before: left, after: right }] : []
    }),
    onlyBefore: alone(before, others),
    onlyAfter: alone(after, some),
  }
}

function without<C extends Said>(claims: C[], others: C[]): C[] {
  return claims.filter((one) => !others.some((other) => isSame(one, other)))
}

function isSame(one: Said, other: Said): boolean {
  return (
    one.affirms === other.affirms &&
    fold(one.value ?? '') === fold(other.value ?? '') &&
    (one.value_exactness ?? 'exact') === (other.value_exactness ?? 'exact')
  )
}
