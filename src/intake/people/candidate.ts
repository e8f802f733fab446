/* Capitals that may be somebody's name, with what the record and the words beside them say. */
import type { KnownPerson } from '../article.ts'
import { givenNames } from '../given-names.ts'
import { isEnglish } from '../grammar.ts'
import { personAt } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { bodies, honorifics, isHead, modifiers } from '../titles.ts'
import type { Token } from '../tokens.ts'
import { type Office, officesOf } from './office.ts'
import { type Run, runsIn } from './runs.ts'

export interface Candidate extends Run {
  sentence: Sentence
  words: string[]
  printed: string
  known: KnownPerson[] | null
  /** Known by the last word of a name only: whoever the text itself calls so comes first. */
  isSurname: boolean
  offices: Office[]
}

export function candidatesIn(reading: Reading, sentence: Sentence): Candidate[] {
  return runsIn(reading, sentence).flatMap((whole): Candidate[] => {
    const run = parted(whole, sentence.tokens)
    const { known, to, isSurname } = knownIn(reading, sentence, run)
    if (sentence.isTitleCase && (!known || isSurname)) return []
    const found = { ...run, to: to ?? run.to }
    const words = sentence.tokens.slice(found.from, found.to)
    return [
      {
        ...found,
        sentence,
        words: words.map(({ folded }) => folded),
        printed: reading.article.text.slice(words[0]?.start, words.at(-1)?.end),
        known,
        isSurname,
        offices: sentence.isTitleCase ? [] : officesOf(reading, sentence, found),
      },
    ]
  })
}

/** "Lakes Tomas Reyl": where a given name stands within, the name begins with it. */
function parted(run: Run, tokens: readonly Token[]): Run {
  // "Mr. Slim Ben Ammar": nothing stands before the name any more.
  if (honorifics.has(tokens[run.from - 1]?.folded ?? '')) return run
  for (let at = run.from + 1; at < run.to - 1; at++) {
    const [before, here] = [tokens[run.from] as Token, tokens[at] as Token]
    if (givenNames.has(before.folded) || before.text.length <= 2 || !isEnglish(before.folded)) return run
    if (givenNames.has(here.folded) && at === run.to - 2) return { from: at, to: run.to }
  }
  // "Minister of Water Resources Azimjon Nazarov": the rest of a body's name.
  const before = tokens[run.from - 1]?.folded === 'and' ? run.from - 2 : run.from - 1
  const ahead = run.to - run.from === 3 && tokens[run.from]?.gap === ' ' ? tokens[before] : undefined
  const isOfBody =
    ahead?.isCapital && (modifiers.has(ahead.folded) || bodies.has(ahead.folded)) && !isHead(ahead.folded)
  return isOfBody || isBehindBody(run, tokens) ? { from: run.from + 1, to: run.to } : run
}

/** "Agency for Fishery Maxim Zhdanov" */
function isBehindBody({ from, to }: Run, tokens: readonly Token[]): boolean {
  const [body, of] = [tokens[from - 2], tokens[from - 1]]
  return (
    to - from === 3 &&
    /^(?:of|for)$/.test(of?.folded ?? '') &&
    (body?.isCapital ?? false) &&
    bodies.has(body?.folded ?? '')
  )
}

/** A single word of the record is somebody only where it stands alone. */
function knownIn({ lexicon }: Reading, { tokens }: Sentence, run: Run) {
  const found = personAt(lexicon, tokens, run.from)
  const isWhole = found !== null && (found.to === run.to || (found.to < run.to && found.to - run.from >= 2))
  if (isWhole) return { known: found.known, to: found.to, isSurname: false }
  const bearers = run.to - run.from === 1 ? lexicon.surnames.get(tokens[run.from]?.folded ?? '') : undefined
  return { known: bearers ?? null, to: null, isSurname: bearers !== undefined }
}
