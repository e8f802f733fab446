/* Who appears in a text: by names of the record, then by capitals beside titles, verbs of speech and given names. */
import { fold } from '../../kernel/fold.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { calledByOffice } from './by-office.ts'
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

/** "Henao’s deputy" is a deputy; "Torland’s envoy" is Torland’s. */
function withoutOwner(figures: readonly Figure[], one: Mention): Mention {
  const offices = one.offices.map((office) => {
    const [owner = ''] = /^\p{Lu}[\p{L}-]+['’]s /u.exec(office.words) ?? []
    const isSomebody = owner !== '' && figures.some(({ words }) => words.at(-1) === fold(owner.slice(0, -3)))
    return isSomebody
      ? { ...office, start: office.start + owner.length, words: office.words.slice(owner.length) }
      : office
  })
  return { ...one, offices, office: offices[0] ?? null }
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
  const named = candidates
    .flatMap((one) => people.mention(one) ?? [])
    .map((one) => withoutOwner(people.all, one))
  const mentions = [...named, ...calledByOffice(reading.sentences, named)].sort(
    (one, other) => one.start - other.start,
  )
  const within = new Map<Sentence, Mention[]>()
  for (const mention of mentions)
    within.set(mention.sentence, [...(within.get(mention.sentence) ?? []), mention])
  return { figures: people.all, mentions, within }
}
