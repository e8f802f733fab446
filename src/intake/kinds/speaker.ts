/* Who says it, in the words beside a quote. */
import type { Span } from '../article.ts'
import type { Figure, Mention } from '../people/figures.ts'
import { type Reading, sentenceAt } from '../reading.ts'
import { callOf, unnamedAt, unnamedBefore, unnamedSubject } from '../unnamed.ts'
import { definiteIn } from './definite-speaker.ts'
import { pronoun } from './pronoun.ts'

/** Somebody of the cast, or how the text calls whom it does not name. */
export interface Heard {
  figure: Figure | null
  words: string | null
  at: number
}

const VERB =
  /\b(?:said|says|saying|told|tells|telling|added|adds|adding|stated|states|noted|noting|stressed|stressing|announced|confirmed|explained|insisted|argued|warned|warning|declared|emphasi[sz]ed|underlined|underscored|affirm(?:ed|s)|specified|wrote|writes|replied|answered|recalled|claimed|admitted|acknowledged|reiterated|remarked|commented|continued|concluded|suggested|asked|urged|complained|complains|conceded|joked|responded|denied|called|calls|call|termed|terms|dubbed|labell?ed|describe|describes|described|calling|describing|insists|says|stresses|explains|confirms|warns|asks|accused|cautioned|predicted|signalled|signaled|hinted|vowed|boasted|lamented|mused|quoting|quoted|quotes|reported|reports|believes|thinks|considers|considered|recalls|remembers|concedes|admits|jokes|argues|replies|answers|laughs|shrugs|say|tell|(?:spoke|speaks?|speaking)(?: \p{L}+)? of|quipped|observed|posted|thanked|pointed out|according to|in the words of|\p{Ll}{3,}ed(?= that\b)|announces|declares|remarks|observes|admits|lament(?:s|ing)?|reaffirm(?:s|ed)|maintain(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|mutter(?:s|ed)|sigh(?:s|ed)|assured|hailed|praised|dismissed|rejected|expressed|demanded|promised|pledged|recounted|repeated|summed up|puts? it)\b|:\s*$/giu
const QUOTED_AS = /\bquot(?:ed|es|ing) [^“”".;:]{1,60} as $/
const TOLD_WHOM = /\b(?:told|tells|telling|asked) [^“”".;:]{1,70}$/
const BODY =
  /((?:(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) (?:(?!(?:of|by|for|in|to|with|from|that|and|on|at)\b)[\p{L}’'-]+ ){0,4}|(?:[\p{Lu}][\p{L}’'-]+ ){0,4})(?:ministry|office|delegations?|statement|sides?|hosts?|parties|team|ministers|government|presidency|kremlin|Kremlin|Ministry|Office|embassy|readout|communiqu[eé]|spokes\w+|source|party|Front|League))(?: (?:in a statement|also|later|on \p{Lu}\p{L}+))?,? ?$/u

export function speakerIn(
  reading: Reading,
  span: Span,
  mentions: readonly Mention[],
  side: 'before' | 'after',
): Heard | null {
  const text = reading.article.text.slice(span.start, span.end)
  const verbs = [...text.matchAll(VERB)]
  const ordered = side === 'before' ? verbs.reverse() : verbs.slice(0, 2)
  for (const { 0: verb, index } of ordered) {
    // "the government announced, calling it": whoever has the verb before.
    if (/ing$/.test(verb) && /, $/.test(text.slice(0, index)) && ordered.length > 1 && side === 'before')
      continue
    const at = span.start + index
    if (isOfAnother(verb, text.slice(Math.max(0, index - 80), index))) continue
    const heard =
      behindVerb(reading, { start: at + verb.length, end: span.end }, verb, side, mentions) ??
      beforeVerb(reading, span.start, at, mentions)
    if (heard) return heard
  }
  return side === 'after' ? besideQuote(text, span.start, mentions) : null
}

/** "“It is over,” Karl Brandt tweeted": whoever stands at the quote with whatever verb. */
function besideQuote(text: string, from: number, mentions: readonly Mention[]): Heard | null {
  const one = mentions.find(({ start, office }) => Math.min(start, office?.start ?? start) === from + 1)
  const isActing = one && /^ \p{Ll}+ed\b/u.test(text.slice(one.end - from))
  return isActing ? { figure: one.figure, words: null, at: one.start } : null
}

/** "quoted him as saying", "told Dagen:": the verb that tells who speaks stands before. */
function isOfAnother(verb: string, before: string): boolean {
  return (
    (/^saying$/i.test(verb) && QUOTED_AS.test(before)) || (verb.startsWith(':') && TOLD_WHOM.test(before))
  )
}

/** 'said Karam "was late"': who stands at the quote without a pause is spoken of, and does not speak. */
function isApart(verb: string, side: 'before' | 'after', behind: string): boolean {
  return side === 'after' || /^(?:according|in the words|quot)/i.test(verb) || /^ ?[:,]/.test(behind)
}

/** "said Foreign Minister Voss", "according to a source" */
function behindVerb(
  reading: Reading,
  { start: at, end }: Span,
  verb: string,
  side: 'before' | 'after',
  mentions: readonly Mention[],
): Heard | null {
  // "“Where is the map?” asked Voss."
  const isAsking =
    /^asks?(?:ed)?$/i.test(verb) &&
    side === 'after' &&
    /[?!][”"’'] $/.test(reading.article.text.slice(0, at - verb.length).slice(-3))
  if (
    !isAsking &&
    /^(?:told|tells|telling|call|describe|asked|urged|thanked|called|calls|calling|described|describes|describing|:)/i.test(
      verb,
    )
  )
    return null
  const { article } = reading
  const rest = article.text.slice(at, end)
  if (/^(?:according|quot)/i.test(verb) && /^ (?:him|her)\b/.test(rest))
    return pronoun(reading, at - verb.length, at, mentions)
  const lead = /^\s+(?:the |an? |its |their |Mr |Mrs |Ms |Dr )?/.exec(rest)?.[0].length ?? -1
  if (lead < 0) return null
  const person = mentions.find(
    ({ start, office, end: last }) =>
      last <= end && (start === at + lead || office?.start === at + lead || start === at + 1),
  )
  if (person && isApart(verb, side, article.text.slice(Math.max(person.end, person.office?.end ?? 0), end)))
    return { figure: person.figure, words: null, at: person.start }
  const near = rest.trimStart()
  const words = unnamedAt.exec(near.slice(0, 160))?.[0]
  const behind = near.slice(words?.length)
  const called =
    words && mentions.find(({ start }) => start === at + rest.length - near.length + words.length + 2)
  // "said one of them, Andri Michael"
  if (called && behind.startsWith(', ') && isApart(verb, side, behind))
    return { figure: called.figure, words: null, at: called.start }
  if (words === undefined || !/^(?:[.,;:]|\s*$)/.test(behind) || !isApart(verb, side, behind)) return null
  return { figure: null, words: callOf(words), at }
}

function beforeVerb(reading: Reading, from: number, at: number, mentions: readonly Mention[]): Heard | null {
  const left = reading.article.text.slice(from, at)
  const near = left.slice(-200).trimEnd()
  const isOwner = (end: number) => /^['’ʼ]s\b/.test(reading.article.text.slice(end, end + 3))
  const last = mentions.filter(({ start, end }) => start >= from && end <= at && !isOwner(end)).at(-1)
  const unnamed = unnamedIn(reading, from, at) ?? unnamedBefore.exec(near.slice(-160))?.[1]
  if (last && isSubject(reading.article.text.slice(last.end, at))) {
    const around = namedWithin(
      left.slice(0, last.end - from),
      unnamed,
      left.slice(last.start - from, last.end - from),
    )
    return around === null
      ? { figure: last.figure, words: null, at: last.start }
      : { figure: null, words: callOf(around), at }
  }
  if (/(?:^|[\s,“"])(?:he|she)(?: (?:also|then|later|has|had|himself|herself|\p{L}+ly))?$/iu.test(near))
    return pronoun(reading, from, at, mentions)
  if (unnamed !== undefined) return { figure: null, words: callOf(unnamed), at }
  const titled = theTitled(near, mentions, at)
  if (titled) return titled
  const definite = definiteIn(reading, from, at, last)
  if (definite !== null) return { figure: null, words: definite, at }
  if (last) return { figure: aside(reading, from, at, mentions, last).figure, words: null, at: last.start }
  const body = BODY.exec(near)?.[1]
  if (body !== undefined) return { figure: null, words: body.trim(), at }
  return capitalBefore(near, at)
}

/** Who has the verb and is not named, if they stand within the clause. */
function unnamedIn(reading: Reading, from: number, at: number): string | undefined {
  const sentence = sentenceAt(reading, at)
  const subject = sentence && unnamedSubject(sentence, at - sentence.start)
  return subject && sentence.start + subject.start >= from ? subject.words : undefined
}

/** "Thani, accompanied by Ciolacu, told": whoever stands between commas is not who speaks. */
function aside(
  reading: Reading,
  from: number,
  at: number,
  mentions: readonly Mention[],
  last: Mention,
): Mention {
  const { text } = reading.article
  const first = mentions.find(({ start, end }) => start >= from && end < last.start && end <= at)
  const between = first ? text.slice(first.end, last.start) : ''
  const isAside =
    /^, ?$/.test(text.slice(last.end, at)) &&
    /^, (?:accompanied|flanked|joined|together|along|alongside|with|standing|sitting)\b/.test(between)
  return first && isAside ? first : last
}

/** "a source in the delegation of Voss said", "an adviser to Voss, asked by Dagen, said": it is not Voss who speaks. */
function namedWithin(upToName: string, unnamed: string | undefined, name: string): string | null {
  const around = [unnamed, unnamedBefore.exec(upToName.slice(-160))?.[1]]
  return around.find((words) => words?.includes(name)) ?? null
}

/** Nothing between a name and its verb but an adverb or what stands between commas. */
function isSubject(between: string): boolean {
  return /^(?: (?:also|then|later|has|had|who|herself|himself|on \p{Lu}\p{L}+|\p{L}+ly))* ?$|^, [^“”"]{1,140},(?: \p{L}+ly)? $|^ \([^)]{1,80}\) $/u.test(
    between,
  )
}

/** "the minister" is the last one who was called a minister. */
function theTitled(near: string, mentions: readonly Mention[], at: number): Heard | null {
  const title =
    /\bthe (?:[\p{L}-]+ ){0,2}?(minister|president|envoy|secretary|ambassador|negotiator|spokesman|spokeswoman|spokesperson|adviser|aide|mediator|general|chancellor|premier|diplomat|secretary-general|delegate|official)(?: (?:also|then|later))?$/iu.exec(
      near,
    )?.[1]
  if (title === undefined) return null
  const held = mentions
    .filter(({ office, end }) => end <= at && office?.words.toLowerCase().includes(title.toLowerCase()))
    .at(-1)
  return held ? { figure: held.figure, words: null, at: held.start } : null
}

/** "Ankara said": a government speaks. */
function capitalBefore(near: string, at: number): Heard | null {
  const words = /(?:^|[\s,])((?:[\p{Lu}][\p{L}’'-]+ ?){1,4})$/u.exec(near)?.[1]?.trim()
  return words === undefined ||
    /^(?:(?:He|She|They|It|We|I|But|And|Transcript|Programme|Note|Update|Photo|Headline)$|I['’])/.test(words)
    ? null
    : { figure: null, words, at }
}
