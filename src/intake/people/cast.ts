/* Who appears in a text: by names of the record, then by capitals beside titles, verbs of speech and given names. */
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { type Candidate, candidatesIn } from './candidate.ts'
import { type Figure, Figures, type Mention } from './figures.ts'
import { isCalledBySurname, isPerson } from './is-person.ts'

export interface Cast {
  figures: Figure[]
  /** In the order of the text. */
  mentions: Mention[]
  /** By sentence. */
  within: ReadonlyMap<Sentence, Mention[]>
}

export function castOf(reading: Reading): Cast {
  const candidates = reading.sentences.flatMap((sentence) => candidatesIn(reading, sentence))
  const alone = new Set(
    candidates.filter(({ words }) => words.length === 1).map(({ words }) => words[0] ?? ''),
  )
  const people = new Figures()
  const isOutlet = ({ words }: Candidate) => reading.ownOutlets.has(words.join(' '))
  for (const one of candidates) if (isPerson(one, alone) && !isOutlet(one)) people.meet(one)
  for (const one of candidates) if (isCalledBySurname(one)) people.meet(one)
  const mentions = candidates.flatMap((one) => people.mention(one) ?? [])
  const within = new Map<Sentence, Mention[]>()
  for (const mention of mentions)
    within.set(mention.sentence, [...(within.get(mention.sentence) ?? []), mention])
  return { figures: people.all, mentions, within }
}
