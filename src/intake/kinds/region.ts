/* Stretches of land by what they are: "Ayungin Shoal", "Zakarpattia Oblast", "Kuwait City", "the Osk archipelago". */
import { isJoined } from '../lexicon.ts'
import type { Sentence } from '../sentences.ts'
import { isOfStates, stateCalled } from '../states.ts'
import { common, isHead, modifiers } from '../titles.ts'
import type { Token } from '../tokens.ts'

const ENDS =
  /^(?:city|islands?|isles?|islets?|shoals?|reefs?|rocks|atolls?|archipelago|peninsula|oblast|province|prefecture|governorate|county|canton|raion|krai|voivodeship|emirate|forest|gorge|reserve)$/
/** Words for governments too: only behind what leads to a place. */
const LED_ENDS = /^(?:state|region|district)$/
/** In lower case: "the Osk archipelago". */
const PLAIN_ENDS = /^(?:islands?|islets?|shoals?|reefs?|atolls?|peninsula|archipelago)$/
const BEGINS = /^(?:campo|isla|ilha|cabo|cape|mount|mont|jebel|jabal)$/
/** "Kuwait City Council", "the Cook Islands government": bodies, and what is theirs. */
const BODY =
  /^(?:council|countries|nations|forum|government|administration|police|authority|club|hall|assembly|states|leaders)$/

/** Where the name of a region ends that begins here. */
export function regionAt({ tokens }: Sentence, from: number): number | null {
  const first = tokens[from]
  if (!first || !isName(first) || isOfStates(first.text) !== stateCalledSo(first)) return null
  if (BEGINS.test(first.folded)) return endOfBegun(tokens, from)
  for (let at = from + 1; at < Math.min(tokens.length, from + 4); at++) {
    const token = tokens[at] as Token
    if (!isJoined(token, tokens[at - 1] as Token) || tokens[at - 1]?.isPossessive) return null
    const isEnd = token.isCapital
      ? ENDS.test(token.folded) ||
        (LED_ENDS.test(token.folded) && isWithin(tokens, from) && first.folded !== 'islamic')
      : PLAIN_ENDS.test(token.folded) && isLed(tokens, from)
    if (isEnd) return isWhole(tokens, from, at + 1) ? at + 1 : null
    if (!isName(token)) return null
  }
  return null
}

/** An adjective tells whose it is: "the Kurdish region". */
function stateCalledSo({ text }: Token): boolean {
  return stateCalled(text)?.by === 'name'
}

function isName({ isCapital, folded, text }: Token): boolean {
  return (
    isCapital &&
    /^\p{L}/u.test(text) &&
    !(text.length < 5 && text === text.toUpperCase()) &&
    !common.has(folded) &&
    !isHead(folded) &&
    !(modifiers.has(folded) && folded !== 'home')
  )
}

function isLed(tokens: readonly Token[], from: number): boolean {
  return /^(?:the|in|of|on|from|to|near|off|across|and|disputed|western|eastern|northern|southern|central|\p{L}+['’]s)$/u.test(
    tokens[from - 1]?.folded ?? '',
  )
}

/** "in Shan State", "from the Somali Region" */
function isWithin(tokens: readonly Token[], from: number): boolean {
  const at =
    tokens[from - 1]?.folded === 'the' ||
    /['’]s$/.test(tokens[from - 1]?.text ?? '') ||
    tokens[from - 1]?.isPossessive
      ? from - 2
      : from - 1
  return /^(?:in|to|from|near|across|outside|inside)$/.test(tokens[at]?.folded ?? '')
}

/** The islands that are a state are no place, nor is a body that is called by its town. */
function isWhole(tokens: readonly Token[], from: number, to: number): boolean {
  const name = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
  const next = tokens[to]
  return stateCalled(name) === null && !(next?.gap === ' ' && (BODY.test(next.folded) || isHead(next.folded)))
}

/** "Cape Bekdash", "Campo de Gibraltar" */
function endOfBegun(tokens: readonly Token[], from: number): number | null {
  let to = from + 1
  while (/^(?:de|da|do|del|di|la|las|los)$/.test(tokens[to]?.folded ?? '') && tokens[to]?.gap === ' ') to++
  const last = tokens[to]
  const isNamed = last !== undefined && last.gap === ' ' && isName(last)
  return isNamed && isWhole(tokens, from, to + 1) ? to + 1 : null
}
