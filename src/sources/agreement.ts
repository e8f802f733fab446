/*
 * Whether accounts of one field can all be true. Values are compared by what they mean, not by how they are spelled;
 * where the machine cannot tell (free text), it says so rather than guess. Lengths are in minutes, days are counted
 * from 1970-01-01.
 */
import type { Kind } from '../fields/kind.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'
import { readDate } from '../kernel/read-date.ts'

/** What of a claim bears on the comparison. */
export interface Account {
  affirms: number
  value: string | null
  value_exactness: string | null
}

export type Verdict = 'contradict' | 'agree' | 'cannot tell'

/** The records that a name may mean; empty where none bears it. */
export type Bearers = (record: string, name: string) => ReadonlySet<number>

/** What an account comes to: a span of days, minutes or numbers, one of a vocabulary, records by name, people, or words. */
export interface Meaning {
  affirms: number
  span: Span | null
  /** The vocabulary's word, or a whole list of people in an order of its own. */
  choice: string | null
  /** Several where the name is borne by several; null where the field names no record. */
  ids: ReadonlySet<number> | null
  /** A place may lie within another: two names of places need not exclude each other. */
  isPlace: boolean
  /** Folded. Null where the account gives no value. */
  words: string | null
}

interface Span {
  low: number
  high: number
}

/** "About" leaves this much room: a share of a number, minutes of a clock time. */
const ABOUT_SHARE = 0.15
const ABOUT_MINUTES = 15

/** `kind` is the kind of the field; undefined where the claim is about the record as a whole. */
export function meaningOf(
  kind: Kind | undefined,
  { affirms, value, value_exactness }: Account,
  bearers: Bearers = () => new Set(),
): Meaning {
  const words = value === null ? null : fold(value)
  const bare = { affirms, span: null, choice: null, ids: null, isPlace: kind?.refers === 'venue', words }
  if (value === null || !kind) return bare
  if (kind.refers) return { ...bare, ids: bearers(kind.refers, value) }
  if (kind.control === 'choice') return { ...bare, choice: words }
  if (kind.isList) return { ...bare, choice: listed(value) }
  return { ...bare, span: spanOf(kind, value, value_exactness) }
}

/** Two accounts of the same field of the same record. */
export function compare(one: Meaning, other: Meaning): Verdict {
  const same = sameValue(one, other)
  if (one.affirms === other.affirms) return same === 'agree' || one.affirms === 1 ? same : 'cannot tell'
  // To deny forty minutes is not to deny an hour; anything else that one affirms, the other denies.
  return same === 'contradict' ? 'cannot tell' : 'contradict'
}

function sameValue(one: Meaning, other: Meaning): Verdict {
  if (one.words === null || other.words === null) return 'cannot tell'
  if (one.span && other.span)
    return one.span.low <= other.span.high && other.span.low <= one.span.high ? 'agree' : 'contradict'
  if (one.words === other.words) return 'agree'
  if (one.choice !== null && other.choice !== null)
    return one.choice === other.choice ? 'agree' : 'contradict'
  if (!one.ids || !other.ids) return 'cannot tell'
  const same = sameRecord(one.ids, other.ids)
  return same === 'contradict' && one.isPlace ? 'cannot tell' : same
}

/** Aliases of one person agree. A name that no record bears may yet be another name of the same. */
function sameRecord(some: ReadonlySet<number>, others: ReadonlySet<number>): Verdict {
  if (some.size === 0 || others.size === 0) return 'cannot tell'
  return [...some].some((id) => others.has(id)) ? 'agree' : 'contradict'
}

/** "Umerov and Medinsky" names the same as "Medinsky, Umerov". */
function listed(value: string): string {
  return fold(value)
    .split(/\s*(?:[,;]| and )\s*/)
    .filter((name) => name !== '')
    .sort()
    .join(', ')
}

/** What a value of these kinds may mean; null for words. */
function spanOf({ control, isLength }: Kind, value: string, exactness: string | null): Span | null {
  if (control === 'time') return clockSpan(value, exactness)
  if (control === 'date') return daySpan(value)
  if (control !== 'number') return null
  return isLength ? lengthSpan(value, exactness) : numberSpan(value, exactness)
}

function daySpan(value: string): Span | null {
  const date = parseEdtf(readDate(value) ?? value)
  if (!date) return null
  const { earliest, latest } = boundsOf(date)
  return { low: earliest, high: latest }
}

/** 20:37 and 8:37 p.m. are one time; "before" and "after" leave one side open. */
function clockSpan(value: string, exactness: string | null): Span | null {
  const [, hour, minute, half] =
    /^(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m\.?)?(?: local(?: time)?)?$/i.exec(value.trim()) ?? []
  if (!hour || !minute) return null
  const shift =
    half?.toLowerCase() === 'p' && Number(hour) < 12
      ? 12
      : half?.toLowerCase() === 'a' && hour === '12'
        ? -12
        : 0
  return widened((Number(hour) + shift) * 60 + Number(minute), exactness, ABOUT_MINUTES)
}

const UNIT_MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 1440 }

/** Minutes, or a length in words: "about an hour", "less than two hours" has no figure and stays words. */
function lengthSpan(value: string, exactness: string | null): Span | null {
  const [, bound, figure = '', unit = ''] =
    /^(?:(about|at least|at most|more than|less than) )?(\d+|an?) (minute|hour|day)s?$/i.exec(value.trim()) ??
    []
  if (!figure) return numberSpan(value, exactness)
  const minutes = (Number(figure) || 1) * (UNIT_MINUTES[unit.toLowerCase()] ?? 1)
  return widened(minutes, bound?.toLowerCase() ?? exactness, minutes * ABOUT_SHARE)
}

function numberSpan(value: string, exactness: string | null): Span | null {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return null
  return widened(Number(value), exactness, Math.abs(Number(value)) * ABOUT_SHARE)
}

function widened(number: number, exactness: string | null, about: number): Span {
  if (exactness === 'about') return { low: number - about, high: number + about }
  if (exactness === 'at least' || exactness === 'after')
    return { low: number, high: Number.POSITIVE_INFINITY }
  if (exactness === 'more than') return { low: number + 1, high: Number.POSITIVE_INFINITY }
  if (exactness === 'at most' || exactness === 'before')
    return { low: Number.NEGATIVE_INFINITY, high: number }
  if (exactness === 'less than') return { low: Number.NEGATIVE_INFINITY, high: number - 1 }
  return { low: number, high: number }
}
