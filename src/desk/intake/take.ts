/* What an analyst ticked, put into the form of a round: each value with its words. Nothing is saved by it. */
import type { Article, Link, Suggestion } from '../../intake/article.ts'
import type { Draft } from '../draft.ts'
import {
  delegationOf,
  end,
  host,
  invite,
  propose,
  say,
  seat,
  state,
  type Typed,
  takeTime,
  town,
} from './put.ts'
import { AWAY, seats } from './uses.ts'

/** A suggestion that was accepted, and what it is to be. */
export interface Tick {
  mark: Suggestion
  as: string
}

export function take(begins: Draft, { text }: Article, ticks: Tick[]): Draft {
  const draft = structuredClone(begins)
  const chains = ticks.flatMap(({ mark }) => (mark.kind === 'relay' ? [mark.value] : []))
  for (const { mark, as } of housesFirst(ticks)) {
    const covering = chains.find(({ covers }) => covers.start <= mark.start && mark.end <= covers.end)
    const relays = sayChain(covering?.chain ?? [])
    takeOne(draft, mark, as, { quote: dozenOf(mark.words), relays }, dozenOf(sentenceFrom(text, mark.start)))
  }
  return draft
}

/** A town is where the house stands: it is the venue only where no house was accepted. */
function housesFirst(ticks: Tick[]): Tick[] {
  const isTown = ({ mark }: Tick) => mark.kind === 'venue' && mark.value.isTown
  return [...ticks.filter((tick) => !isTown(tick)), ...ticks.filter(isTown)]
}

/** `phrase` is the sentence from the mark on, for what is no name: a dozen words say more than its verb. */
function takeOne(draft: Draft, mark: Suggestion, as: string, words: Typed, phrase: string): void {
  const said = { ...words, quote: phrase }
  switch (mark.kind) {
    case 'date':
      return state(draft, 'date', mark.value.edtf ?? '', {
        ...words,
        weekday_printed: mark.value.weekday ?? '',
      })
    case 'time':
      return takeTime(draft, mark, as, words)
    case 'duration':
      return state(draft, 'duration_minutes', String(mark.value.minutes), words, {
        duration_exactness: mark.value.exactness,
      })
    case 'venue':
      return mark.value.isTown ? town(draft, mark, words) : state(draft, 'venue', mark.value.name, words)
    case 'format':
      return state(draft, 'format', mark.value.format, words)
    case 'person':
      if (as === AWAY) return
      return seats.includes(as) ? seat(draft, mark, as, words) : invite(draft, mark, as, words)
    case 'party':
      return as === 'delegation' ? void delegationOf(draft, mark.value.name) : host(draft, mark, as, words)
    case 'quote':
      return say(draft, {
        ...words,
        asserter: mark.value.speaker ?? '',
        relays: words.relays || sayChain(mark.value.relay),
      })
    case 'session':
      return say(draft, said)
    case 'quantity':
      return end(draft, 'other', phrase, said)
    case 'outcome':
      return end(draft, mark.value.outcome, phrase, { ...said, certainty: mark.value.certainty })
    case 'proposal':
      return propose(draft, mark, phrase, said)
    case 'relay':
      return
  }
}

function sentenceFrom(text: string, start: number): string {
  return /^[\s\S]*?(?:[.!?](?=["”’»]?(?:\s|$))|(?=\n)|$)/.exec(text.slice(start, start + 600))?.[0] ?? ''
}

/** A dozen words at most, as they stand in the text. */
function dozenOf(words: string): string {
  const [dozen = ''] = /^\s*(?:\S+\s+){0,11}\S+/.exec(words) ?? []
  return dozen.trim().replace(/\s+/g, ' ').slice(0, 160)
}

/** "TASS > a source": an unnamed speaker begins with a small letter. */
function sayChain(chain: Link[]): string {
  return chain
    .map(({ name, isNamed }) => (isNamed ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(' > ')
}
