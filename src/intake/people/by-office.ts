/* Somebody who is called by the office that the text gave them: "the Resident Coordinator", "the defence minister". */
import type { Sentence } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import type { Figure, Mention } from './figures.ts'

/** Where a text speaks of one of its people by their office alone. */
export function calledByOffice(sentences: readonly Sentence[], mentions: readonly Mention[]): Mention[] {
  const holders = holdersOf(mentions)
  if (holders.size === 0) return []
  const taken = new Map<Sentence, Mention[]>()
  for (const one of mentions) taken.set(one.sentence, [...(taken.get(one.sentence) ?? []), one])
  return sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token, at) => {
      if (token.folded !== 'the') return []
      const found = officeAt(holders, sentence.tokens, at + 1)
      return found && !isNamedBeside(taken.get(sentence) ?? [], sentence, at + 1, found.to)
        ? mentionOf(sentence, at + 1, found)
        : []
    }),
  )
}

const LONGEST = 6

/** Offices of two words or more that one person of the text holds, by their words without whose they are. */
function holdersOf(mentions: readonly Mention[]): Map<string, Figure> {
  const held = new Map<string, Set<Figure>>()
  for (const { offices, figure } of mentions)
    for (const { words } of offices) {
      const plain = words.toLowerCase().split(' ')
      for (let from = 0; from < plain.length - 1; from++) {
        const key = plain.slice(from).join(' ')
        held.set(key, (held.get(key) ?? new Set()).add(figure))
      }
    }
  return new Map(
    [...held].flatMap(([key, figures]) =>
      figures.size === 1 ? [[key, [...figures][0] as Figure] as const] : [],
    ),
  )
}

function officeAt(holders: ReadonlyMap<string, Figure>, tokens: readonly Token[], from: number) {
  let key = ''
  let found: { figure: Figure; to: number } | null = null
  for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST); to++) {
    const token = tokens[to - 1] as Token
    if (token.gap !== ' ') break
    key += `${key ? ' ' : ''}${token.text.toLowerCase()}`
    const figure = holders.get(key)
    if (figure && !token.isPossessive) found = { figure, to }
  }
  return found
}

/** "the defence minister, Anna Voss": it is their office that stands there. */
function isNamedBeside(within: readonly Mention[], { tokens }: Sentence, from: number, to: number): boolean {
  if (tokens[to]?.isCapital || tokens[to]?.folded === 'of') return true
  return within.some(
    (one) =>
      one.offices.some(
        ({ start, end }) => start < (tokens[to - 1]?.end ?? 0) && (tokens[from]?.start ?? 0) < end,
      ) ||
      (one.from < to && from < one.to),
  )
}

function mentionOf(
  sentence: Sentence,
  from: number,
  { figure, to }: { figure: Figure; to: number },
): Mention {
  const [first, last] = [sentence.tokens[from] as Token, sentence.tokens[to - 1] as Token]
  return {
    start: first.start,
    end: last.end,
    sentence,
    from,
    to,
    offices: [],
    office: null,
    figure,
    isFull: false,
  }
}
