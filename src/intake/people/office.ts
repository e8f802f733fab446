/* The office that a text gives with a name: before it, behind it, or before it and a comma. */
import type { Span } from '../article.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { honorifics } from '../titles.ts'
import type { Token } from '../tokens.ts'
import type { Run } from './runs.ts'
import { joins, titleBefore } from './title-before.ts'
import { titleBeforeComma, titleBehind } from './title-behind.ts'

export interface Office extends Span {
  words: string
  party: string | null
  party_id: number | null
}

/** At most two: "delegation head Dawit Mekuria, State Minister for Foreign Affairs". */
export function officesOf(reading: Reading, sentence: Sentence, run: Run): Office[] {
  const { tokens } = sentence
  let name = run.from
  while (name > 0 && honorifics.has(tokens[name - 1]?.folded ?? '') && joins(tokens, name)) name--
  const ahead = titleBefore(reading, sentence, name)
  const behind = titleBehind(sentence, run.to)
  // "Minister Anna Voss, the High Commissioner, Jonas Brandt,": in a list the next one's office stands behind.
  const isOfNext = ahead !== null && behind !== null && isBeforeName(tokens, run.to, behind.to)
  const after = isOfNext ? null : behind
  // "General Varga, Chief of the General Staff": a bare rank says less.
  // "the army’s chief delegate, General Mahjoub Bushra,"
  const further = after ? null : titleBeforeComma(sentence, ahead?.from ?? name, run.to)
  const isRank =
    ahead !== null &&
    after !== null &&
    ahead.to - ahead.from === 1 &&
    RANKS.test(tokens[ahead.from]?.folded ?? '')
  const all = [isRank ? null : ahead, after, further]
  return all.flatMap((one) => (one && !isBare(tokens, one) ? (asOffice(reading, sentence, one) ?? []) : []))
}

const RANKS =
  /^(?:general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|admiral|adm|marshal|brigadier|brig|ambassador|amb|minister|president|senator|professor|prof|judge|secretary|governor|commissioner)$/

function isBeforeName(tokens: readonly Token[], from: number, to: number): boolean {
  const isThe = tokens[from]?.folded === 'the'
  return (
    isThe &&
    tokens[to]?.gap === ', ' &&
    (tokens[to]?.isCapital ?? false) &&
    (tokens[to + 1]?.isCapital ?? false)
  )
}

function isBare(tokens: readonly Token[], { from, to }: Run): boolean {
  return to - from === 1 && BARE.test(tokens[from]?.folded ?? '')
}

/** Alone these are no office. */
const BARE =
  /^(?:chief|head|leader|deputy|member|aide|chair|representative|delegate|king|queen|prince|second)$/

function asOffice(reading: Reading, sentence: Sentence, { from, to }: Run): Office | null {
  const { tokens } = sentence
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (!first || !last) return null
  const party = (reading.parties.get(sentence) ?? []).find((one) => one.from >= from && one.to <= to)
  return {
    start: first.start,
    end: last.end,
    words: reading.article.text.slice(first.start, last.end),
    party: party?.name ?? null,
    party_id: party?.id ?? null,
  }
}
