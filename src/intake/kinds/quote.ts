/* What stands between quotation marks or behind a speaker's name and a colon, and who said it. */
import { fold } from '../../kernel/fold.ts'
import type { Link, Paragraph, QuoteMark, RelayMark, Span } from '../article.ts'
import type { Cast } from '../people/cast.ts'
import { type Figure, type Mention, nameOf } from '../people/figures.ts'
import { marked, type Reading } from '../reading.ts'
import { isBackReference } from '../unnamed.ts'
import { countWords, Quoted, type Said } from './quoted.ts'
import type { Heard } from './speaker.ts'

export function quotesIn(reading: Reading, cast: Cast, relays: readonly RelayMark[]): QuoteMark[] {
  const marks: QuoteMark[] = []
  const staff = staffOf(reading, cast)
  for (const paragraph of reading.article.paragraphs) {
    if (paragraph.isFurniture) continue
    const said = dialogue(cast, staff, paragraph)
    const inner = new Quoted(reading, cast, paragraph).all()
    // In an interview only what somebody else is quoted with is a quote within the answer.
    const quoted =
      said === null
        ? inner
        : inner.filter(({ heard }) => heard?.figure && heard.figure !== said[0]?.heard?.figure)
    for (const { span, heard } of [...(said ?? []), ...quoted])
      marks.push(quoteMark(reading, span, heard, relays))
  }
  return marks
}

function quoteMark(
  reading: Reading,
  span: Span,
  heard: Heard | null,
  relays: readonly RelayMark[],
): QuoteMark {
  const words = reading.article.text.slice(span.start, span.end)
  const speaker = (heard?.figure ? nameOf(heard.figure) : heard?.words) ?? null
  const relay = heard && heard.figure === null ? chainOf(heard, span, relays) : []
  return marked(reading, 'quote', span, {
    speaker,
    speaker_id: heard?.figure?.id ?? null,
    relay,
    length: countWords(words),
  })
}

/** Somebody unnamed was heard through the chain of the same sentence, or the last one before. */
function chainOf({ words, at }: Heard, span: Span, relays: readonly RelayMark[]): Link[] {
  const near = relays.filter(
    ({ value }) => value.covers.start <= span.start && span.start <= value.covers.end,
  )
  if (near[0] && !isBackReference(words ?? '')) return near[0].value.chain
  const earlier = relays
    .filter(({ start }) => start < at && at - start < 1500)
    .findLast(({ value }) => value.chain.some(({ isNamed }) => !isNamed))
  return isBackReference(words ?? '') ? (earlier?.value.chain ?? []) : (near[0]?.value.chain ?? [])
}

/** A paragraph of an interview: "Voss: We talked." */
function dialogue(
  cast: Cast,
  staff: ReadonlySet<Figure>,
  { text, start, end, isHeadline }: Paragraph,
): Said[] | null {
  if (isHeadline) return null
  const [label, name = ''] = /^([\p{L}'’ .-]{1,40}?) ?: ?(?=\S)/u.exec(text) ?? []
  if (label === undefined || /[“"«„]/.test(text.charAt(label.length))) return null
  const figure = /^(?:a|answer)$/i.test(name) ? interviewee(cast) : figureCalled(cast, name)
  if (figure === null) return /^(?:q|question)$/i.test(name) ? [] : null
  if (staff.has(figure)) return []
  return [{ span: { start: start + label.length, end }, heard: { figure, words: null, at: start } }]
}

/** "JOAN PRITCHARD, HOST:" who makes the programme asks and tells, and is not quoted. */
function staffOf({ article }: Reading, { mentions }: Cast): Set<Figure> {
  const isStaff = ({ end, office }: Mention) =>
    STAFF.test(office?.words ?? '') || LABELLED.test(article.text.slice(end, end + 20))
  return new Set(mentions.filter(isStaff).map(({ figure }) => figure))
}

const STAFF = /^(?:our |the )?(?:reporter|correspondent|presenter|anchor|newsreader)$/i
const LABELLED = /^, (?:HOST|BYLINE|ANCHOR|PRESENTER|CORRESPONDENT|REPORTER)\b/

function figureCalled(cast: Cast, label: string): Figure | null {
  const words = fold(label).split(' ')
  const called = cast.figures.filter((figure) => words.includes(figure.words.at(-1) ?? ''))
  return called.length === 1 ? (called[0] ?? null) : null
}

function interviewee({ mentions }: Cast): Figure | null {
  return mentions[0]?.figure ?? null
}
