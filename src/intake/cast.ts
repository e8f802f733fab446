/* Who appears in a text: by names of the record, then by capitals beside titles, verbs of speech and given names. */
import type { KnownPerson, Span } from './article.ts'
import { givenNames } from './given-names.ts'
import { personAt } from './lexicon.ts'
import { type Office, officesOf } from './office.ts'
import { isCalledOutlet, knownOutlets } from './outlet-names.ts'
import type { Reading } from './reading.ts'
import { type Run, runsIn } from './runs.ts'
import type { Sentence } from './sentences.ts'
import { stateCalled } from './states.ts'
import { bodies, deeds, isHead, modifiers, speech } from './titles.ts'
import type { Token } from './tokens.ts'

export interface Figure {
  name: string
  /** Folded words of the name. */
  words: string[]
  id: number | null
  known: KnownPerson | null
  says: string | null
}

/** One place where somebody is named. */
export interface Mention extends Span, Run {
  sentence: Sentence
  figure: Figure
  offices: Office[]
  /** The first of them. */
  office: Office | null
  isFull: boolean
}

export interface Cast {
  figures: Figure[]
  /** In the order of the text. */
  mentions: Mention[]
  /** By sentence. */
  within: ReadonlyMap<Sentence, Mention[]>
}

/** "Hotel Hans Egede" */
const IN_BUILDING = /^(?:hotel|villa|palais|palazzo|palacio|castello|camp|fort|schloss|chateau)$/

interface Candidate extends Run {
  sentence: Sentence
  words: string[]
  printed: string
  known: KnownPerson[] | null
  offices: Office[]
}

/** As the record calls them, where it knows them. */
export function nameOf({ known, name }: Figure): string {
  return known?.name ?? name
}

export function castOf(reading: Reading): Cast {
  const candidates = reading.sentences.flatMap((sentence) => candidatesIn(reading, sentence))
  const alone = new Set(
    candidates.filter(({ words }) => words.length === 1).map(({ words }) => words[0] ?? ''),
  )
  const people = new People()
  const isOutlet = ({ words }: Candidate) => reading.ownOutlets.has(words.join(' '))
  for (const one of candidates) if (isPerson(one, alone) && !isOutlet(one)) people.meet(one)
  for (const one of candidates) if (one.words.length === 1 && isTitled(one)) people.meet(one)
  const mentions = candidates.flatMap((one) => people.mention(one) ?? [])
  const within = new Map<Sentence, Mention[]>()
  for (const mention of mentions)
    within.set(mention.sentence, [...(within.get(mention.sentence) ?? []), mention])
  return { figures: people.all, mentions, within }
}

function candidatesIn(reading: Reading, sentence: Sentence): Candidate[] {
  return runsIn(reading, sentence).flatMap((whole): Candidate[] => {
    const run = parted(whole, sentence.tokens)
    const { known, to } = knownIn(reading, sentence, run)
    if (sentence.isTitleCase && !known) return []
    const found = { ...run, to: to ?? run.to }
    const words = sentence.tokens.slice(found.from, found.to)
    return [
      {
        ...found,
        sentence,
        words: words.map(({ folded }) => folded),
        printed: reading.article.text.slice(words[0]?.start, words.at(-1)?.end),
        known,
        offices: sentence.isTitleCase ? [] : officesOf(reading, sentence, found),
      },
    ]
  })
}

/** "Lakes Tomas Reyl": where a given name stands within, the name begins with it. */
function parted(run: Run, tokens: readonly Token[]): Run {
  for (let at = run.from + 1; at < run.to - 1; at++) {
    const [before, here] = [tokens[run.from] as Token, tokens[at] as Token]
    if (givenNames.has(before.folded) || before.text.length <= 2) return run
    if (givenNames.has(here.folded) && at === run.to - 2) return { from: at, to: run.to }
  }
  // "Minister of Water Resources Azimjon Nazarov": the rest of a body's name.
  const ahead = run.to - run.from === 3 && tokens[run.from]?.gap === ' ' ? tokens[run.from - 1] : undefined
  const isOfBody =
    ahead?.isCapital && (modifiers.has(ahead.folded) || bodies.has(ahead.folded)) && !isHead(ahead.folded)
  return isOfBody ? { from: run.from + 1, to: run.to } : run
}

/** A single word of the record is somebody only where it stands alone. */
function knownIn({ lexicon }: Reading, { tokens }: Sentence, run: Run) {
  const found = personAt(lexicon, tokens, run.from)
  const isWhole = found !== null && (found.to === run.to || (found.to < run.to && found.to - run.from >= 2))
  return isWhole ? { known: found.known, to: found.to } : { known: null, to: null }
}

function isPerson(one: Candidate, alone: ReadonlySet<string>): boolean {
  if (one.known) return true
  if (isCalledOutlet(one.sentence, one.from, one.to) || knownOutlets.has(one.words.join(' '))) return false
  if (
    IN_BUILDING.test(one.sentence.tokens[one.from - 1]?.folded ?? '') &&
    one.sentence.tokens[one.from]?.gap === ' '
  )
    return false
  if (one.words.length < 2 || one.words.length > 6) return false
  if (one.offices.length > 0) return true
  const { tokens } = one.sentence
  const before = tokens[one.from]?.gap.trim() === '' ? (tokens[one.from - 1]?.folded ?? '') : ''
  const after = tokens[one.to]?.gap === ' ' ? (tokens[one.to]?.folded ?? '') : ''
  const first = one.words[0] ?? ''
  if (givenNames.has(first) || givenNames.has(first.split('-')[0] ?? '')) return before !== 'the'
  if (isDescribed(tokens, one.to) && !/^(?:the|in|at|near|from|to|outside)$/.test(before)) return true
  if (/^(?:the|in|at|near|from|to|outside|of|a|an)$/.test(before)) return false
  if (isOfState(one)) return true
  if (speech.has(after) || speech.has(before) || deeds.has(after)) return true
  return isLedBy(tokens, one.from) || alone.has(one.words.at(-1) ?? '')
}

/** "Halima Yagoub, a midwife," and "Halima Yagoub, who", "Halima Yagoub, 54," */
function isDescribed(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.gap === ', ' && /^(?:an?|who|aged|\d\d)$/.test(tokens[to]?.folded ?? '')
}

/** "Olivier Nkurikiye of Rwanda" */
function isOfState({ sentence: { tokens }, to }: Candidate): boolean {
  const state = [1, 2].map((count) =>
    tokens
      .slice(to + 1, to + 1 + count)
      .map(({ text }) => text)
      .join(' '),
  )
  return tokens[to]?.folded === 'of' && state.some((words) => stateCalled(words)?.by === 'name')
}

/** "led by", "chaired by" */
function isLedBy(tokens: readonly Token[], name: number): boolean {
  const [verb, by] = [tokens[name - 2]?.folded ?? '', tokens[name - 1]?.folded]
  return (
    by === 'by' &&
    /^(?:led|headed|chaired|represented|mediated|accompanied|joined|signed|hosted|moderated|received|flanked)$/.test(
      verb,
    )
  )
}

/** "President Putin": a title just before a surname. */
function isTitled({ offices: [office], sentence, from }: Candidate): boolean {
  const before = sentence.tokens[from - 1]
  return office !== undefined && before !== undefined && office.end === before.end && isHead(before.folded)
}

class People {
  readonly all: Figure[] = []
  readonly #byId = new Map<number, Figure>()
  readonly #bySurname = new Map<string, Set<Figure>>()

  meet({ words, printed, known }: Candidate): void {
    const figure = this.#known(known) ?? this.#called(words)
    if (figure) {
      if (known && !figure.known) identify(figure, known)
      if (figure.id !== null) this.#byId.set(figure.id, figure)
      // "Recep Tayyip Erdoğan" tells more than "President Erdoğan".
      if (words.length > figure.words.length && !figure.known) Object.assign(figure, { words, name: printed })
      return
    }
    const made: Figure = { name: printed, words, id: null, known: null, says: null }
    if (known) identify(made, known)
    if (made.id !== null) this.#byId.set(made.id, made)
    this.all.push(made)
    const surname = words.at(-1) ?? ''
    this.#bySurname.set(surname, (this.#bySurname.get(surname) ?? new Set()).add(made))
  }

  mention(one: Candidate): Mention | null {
    const figure = this.#known(one.known) ?? this.#called(one.words)
    if (!figure) return null
    const [first, last] = [one.sentence.tokens[one.from] as Token, one.sentence.tokens[one.to - 1] as Token]
    const { sentence, from, to, offices } = one
    return {
      start: first.start,
      end: last.end,
      sentence,
      from,
      to,
      offices,
      office: offices[0] ?? null,
      figure,
      isFull: one.words.length > 1,
    }
  }

  /** By the number on record: one person in two scripts is one. */
  #known(known: KnownPerson[] | null): Figure | null {
    const [one] = known?.length === 1 ? known : []
    return (one && this.#byId.get(one.id)) ?? null
  }

  /** By the whole name, or by its last words where nobody else bears them. */
  #called(words: string[]): Figure | null {
    const bearers = [...(this.#bySurname.get(words.at(-1) ?? '') ?? [])]
    const same = bearers.filter((figure) => isSubset(words, figure.words) || isSubset(figure.words, words))
    return same.length === 1 ? (same[0] ?? null) : null
  }
}

function isSubset(some: string[], all: string[]): boolean {
  return some.every(
    (word) => all.includes(word) || (word.length <= 2 && all.some((one) => one.startsWith(word.charAt(0)))),
  )
}

function identify(figure: Figure, known: KnownPerson[]): void {
  const [one] = known
  if (known.length > 1 || !one) {
    figure.says = `${known.length} people of the record bear this name.`
    return
  }
  figure.known = one
  figure.id = one.id
  if (one.name !== figure.name) figure.says = `On record as ${one.name}.`
}
