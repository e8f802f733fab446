import type { KnownPerson, Span } from '../article.ts'
import { givenNames } from '../given-names.ts'
import type { Sentence } from '../sentences.ts'
import { particles } from '../titles.ts'
import type { Token } from '../tokens.ts'
import type { Candidate } from './candidate.ts'
import type { Office } from './office.ts'
import type { Run } from './runs.ts'

/** Somebody who appears in a text. */
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

/** As the record calls them, where it knows them. */
export function nameOf({ known, name }: Figure): string {
  return known?.name ?? name
}

/** Who is who: the same person under a full name, a surname, or the name of another script. */
export class Figures {
  readonly all: Figure[] = []
  readonly #byId = new Map<number, Figure>()
  readonly #bySurname = new Map<string, Set<Figure>>()

  meet(one: Candidate): void {
    const { words, printed, known } = one
    const figure = this.#who(one)
    if (figure) {
      if (known && !figure.known && !one.isSurname) identify(figure, known, false)
      if (figure.id !== null) this.#byId.set(figure.id, figure)
      // "Recep Tayyip Erdoğan" tells more than "President Erdoğan".
      if (words.length > figure.words.length && !figure.known) Object.assign(figure, { words, name: printed })
      return
    }
    const made: Figure = { name: printed, words, id: null, known: null, says: null }
    if (known) identify(made, known, one.isSurname)
    if (made.id !== null) this.#byId.set(made.id, made)
    this.all.push(made)
    for (const surname of surnamesOf(words))
      this.#bySurname.set(surname, (this.#bySurname.get(surname) ?? new Set()).add(made))
  }

  mention(one: Candidate): Mention | null {
    const figure = this.#who(one)
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

  #who({ known, words, isSurname }: Candidate): Figure | null {
    return isSurname
      ? (this.#called(words) ?? this.#known(known))
      : (this.#known(known) ?? this.#called(words))
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

/** "Aldecoa" and "Ruiz" of "Fernando Aldecoa Ruiz", "Xicará" and "León" of "Ana Lucía Xicará de León" */
function surnamesOf(words: string[]): string[] {
  const whole = words.filter((word) => !particles.has(word))
  const isDouble = whole.length >= 3 && !givenNames.has(whole.at(-2) ?? '')
  return isDouble ? whole.slice(-2) : words.slice(-1)
}

function isSubset(some: string[], all: string[]): boolean {
  return some.every(
    (word) => all.includes(word) || (word.length <= 2 && all.some((one) => one.startsWith(word.charAt(0)))),
  )
}

function identify(figure: Figure, known: KnownPerson[], isSurname: boolean): void {
  const [one] = known
  if (known.length > 1 || !one) {
    figure.says = `${isSurname ? 'Several' : known.length} people of the record bear this name.`
    return
  }
  figure.known = one
  figure.id = one.id
  if (one.name !== figure.name) figure.says = `On record as ${one.name}.`
}
