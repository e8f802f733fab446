/* The words of this room: what an article is, what a machine may suggest about it, what it finds odd. Types only. */
import type { amounts, exactnesses, formats } from '../kernel/vocabulary.ts'
import type { outcomeKinds } from '../outcomes/fields.ts'
import type { proposalVerbs } from '../proposals/fields.ts'
import type { weekdays } from '../sources/fields.ts'

/** A stretch of the article's text. */
export interface Span {
  start: number
  end: number
}

export interface Paragraph extends Span {
  text: string
  /** Belongs to the page, not to the article; nothing is suggested from it. An analyst may say otherwise. */
  isFurniture: boolean
  /** Why it is taken for furniture, in words. */
  why: string | null
  isHeadline: boolean
}

/** A text as it is kept: paragraphs parted by one empty line. All offsets are those of `text`. */
export interface Article {
  text: string
  paragraphs: Paragraph[]
}

/** Something the text may say about a round, on the words it comes from: `text.slice(start, end) === words`. */
interface Mark<Kind extends string, Value> extends Span {
  kind: Kind
  words: string
  value: Value
  /** How it was read, where that is not plain from the words. */
  says: string | null
}

export type Weekday = (typeof weekdays)[number]
export type Exactness = (typeof exactnesses)[number]
export type Amount = (typeof amounts)[number]
export type Format = (typeof formats)[number]

/** `edtf` is null where the words are two dates in two countries: 03/04/2025. */
export type DateMark = Mark<'date', { edtf: string | null; weekday: Weekday | null; isRelative: boolean }>
/** `zone` is as printed: "local time", "Moscow time", "GMT". */
export type TimeMark = Mark<'time', { time: string; exactness: Exactness; zone: string | null }>
export type DurationMark = Mark<'duration', { minutes: number; exactness: Amount }>
export type VenueMark = Mark<'venue', { name: string; id: number | null; isTown: boolean }>
/** `office` as given, where it was; a person is marked again where another office is given. */
export type PersonMark = Mark<
  'person',
  {
    name: string
    id: number | null
    office: string | null
    officeAt: Span | null
    party: string | null
    party_id: number | null
  }
>
export type PartyMark = Mark<'party', { name: string; id: number | null }>
/** The words within the marks. `relay` is the chain through which an unnamed speaker was heard. */
export type QuoteMark = Mark<
  'quote',
  { speaker: string | null; speaker_id: number | null; relay: Link[]; length: number }
>
/** The chain, nearest first, and the statement that came through it. */
export type RelayMark = Mark<'relay', { chain: Link[]; covers: Span }>
export type QuantityMark = Mark<
  'quantity',
  { quantity: number; bound: Amount; unit: string; isEach: boolean }
>
export type ProposalMark = Mark<
  'proposal',
  {
    verb: (typeof proposalVerbs)[number]
    by: string | null
    to: string | null
    /** What is proposed or answered. */
    what: Span | null
  }
>
export type SessionMark = Mark<
  'session',
  { title: string; format: Format | null; order: 'before' | 'after' | null }
>
/** `certainty` is the word the text uses for how sure it is, verbatim. */
export type OutcomeMark = Mark<'outcome', { outcome: (typeof outcomeKinds)[number]; certainty: string }>
export type FormatMark = Mark<'format', { format: Format }>

export type Suggestion =
  | DateMark
  | TimeMark
  | DurationMark
  | VenueMark
  | PersonMark
  | PartyMark
  | QuoteMark
  | RelayMark
  | QuantityMark
  | ProposalMark
  | SessionMark
  | OutcomeMark
  | FormatMark
export type SuggestionKind = Suggestion['kind']

/** One of a relay chain. */
export interface Link {
  name: string
  isNamed: boolean
}

/** Something odd about the text, as a sentence; it warns and decides nothing. */
export interface Check {
  check: 'weekday' | 'former' | 'headline' | 'one origin' | 'office' | 'duration' | 'long quote'
  says: string
  spans: Span[]
  /** What the analyst may do about it. */
  choices: string[]
}

/** What the record knows of the names in one text, by folded name; never the whole record. */
export interface Lexicon {
  people: ReadonlyMap<string, KnownPerson[]>
  /** By the last word of a name, for texts that leave out the first. */
  surnames: ReadonlyMap<string, KnownPerson[]>
  parties: ReadonlyMap<string, KnownParty[]>
  venues: ReadonlyMap<string, KnownVenue[]>
  /** Publishers on record, as they are written there. */
  outlets: ReadonlyMap<string, string>
}

export interface KnownPerson {
  id: number
  name: string
  offices: KnownOffice[]
}

/** Days are counted from 1970-01-01; an end that nobody gave has none. */
export interface KnownOffice {
  title: string
  party_id: number | null
  party: string | null
  held: string | null
  earliest: number | null
  latest: number | null
}

export interface KnownParty {
  id: number
  name: string
}

export interface KnownVenue {
  id: number
  name: string
  city: string | null
  isTown: boolean
}
