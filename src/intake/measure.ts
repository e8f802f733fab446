/* How many of the expected suggestions a text gave, and how many others. */
import { fold } from '../kernel/fold.ts'
import type { Link, Suggestion } from './article.ts'
import { ofKind } from './examined.ts'

/** What somebody who read the text expects, each in one line. */
export interface Expected {
  people: string[]
  /** "Hakan Fidan: Turkish Foreign Minister", as the text gives it. */
  offices: string[]
  places: string[]
  /** EDTF. */
  dates: string[]
  /** HH:MM */
  times: string[]
  /** "Hakan Fidan: We are ready", the first words of the quote. */
  quotes: string[]
  /** "TASS < a source", nearest first. */
  relays: string[]
}
export const measured = ['people', 'offices', 'places', 'dates', 'times', 'quotes', 'relays'] as const
export type Measured = (typeof measured)[number]

export interface Score {
  kind: Measured
  expected: number
  found: number
  /** Expected, and not suggested. */
  missed: string[]
  /** Suggested, and not expected. */
  wrong: string[]
}

export function scoresOf(suggestions: readonly Suggestion[], expected: Partial<Expected>): Score[] {
  const lines = linesOf(suggestions)
  return measured.map((kind) => {
    const wanted = [...new Set(expected[kind] ?? [])]
    const isOne = (want: string, { ways }: Line) =>
      ways.some((way) => (kind === 'quotes' ? fold(way).startsWith(fold(want)) : fold(way) === fold(want)))
    const missed = wanted.filter((want) => !lines[kind].some((line) => isOne(want, line)))
    const wrong = lines[kind].filter((line) => !wanted.some((want) => isOne(want, line)))
    return {
      kind,
      expected: wanted.length,
      found: wanted.length - missed.length,
      missed,
      wrong: [...new Set(wrong.map(({ ways }) => ways[0] ?? ''))],
    }
  })
}

/** Several texts as one. */
export function together(scores: readonly Score[][]): Score[] {
  return measured.map((kind) => {
    const some = scores.flat().filter((score) => score.kind === kind)
    return {
      kind,
      expected: some.reduce((sum, { expected }) => sum + expected, 0),
      found: some.reduce((sum, { found }) => sum + found, 0),
      missed: some.flatMap(({ missed }) => missed),
      wrong: some.flatMap(({ wrong }) => wrong),
    }
  })
}

/** One suggestion, in all the ways that it may be expected. */
interface Line {
  ways: string[]
}

function linesOf(suggestions: readonly Suggestion[]): Record<Measured, Line[]> {
  const line = (...ways: string[]): Line => ({ ways })
  const people = ofKind(suggestions, 'person')
  return {
    people: people.map(({ value, words }) => line(value.name, words)),
    offices: people.flatMap(({ value, words }) =>
      value.office === null ? [] : [line(`${value.name}: ${value.office}`, `${words}: ${value.office}`)],
    ),
    places: ofKind(suggestions, 'venue').map(({ value, words }) => line(value.name, words)),
    dates: ofKind(suggestions, 'date').map(({ value, words }) => line(value.edtf ?? words)),
    times: ofKind(suggestions, 'time').map(({ value }) => line(value.time)),
    quotes: ofKind(suggestions, 'quote').map(({ value, words }) => line(`${value.speaker ?? '?'}: ${words}`)),
    relays: ofKind(suggestions, 'relay').map(({ value }) => line(sayChain(value.chain))),
  }
}

export function sayChain(chain: readonly Link[]): string {
  return chain.map(({ name }) => name).join(' < ')
}
