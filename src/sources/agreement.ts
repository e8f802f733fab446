/*
 * Whether accounts of one field can all be true. Values are compared by what they mean, not by how they are spelled;
 * where the machine cannot tell (free text), it says so rather than guess.
 */
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'

/** What of a claim bears on the comparison. */
export interface Account {
  field: string | null
  affirms: number
  value: string | null
  value_exactness: string | null
}

export type Verdict = 'contradict' | 'agree' | 'cannot tell'

/** "About" leaves this much room: a share of a number, minutes of a clock time. */
const ABOUT_SHARE = 0.15
const ABOUT_MINUTES = 15

interface Span {
  low: number
  high: number
}

/** Two accounts of the same field of the same record. */
export function compare(one: Account, other: Account): Verdict {
  const same = sameValue(one, other)
  if (one.affirms === other.affirms) return same === 'agree' || one.affirms === 1 ? same : 'cannot tell'
  // To deny forty minutes is not to deny an hour; anything else that one affirms, the other denies.
  return same === 'contradict' ? 'cannot tell' : 'contradict'
}

function sameValue(one: Account, other: Account): Verdict {
  if (one.value === null || other.value === null) return 'cannot tell'
  const [a, b] = [spanOf(one), spanOf(other)]
  if (a && b) return a.low <= b.high && b.low <= a.high ? 'agree' : 'contradict'
  const [x, y] = [fold(one.value), fold(other.value)]
  if (x === y) return 'agree'
  return isChosen(one.field) ? 'contradict' : 'cannot tell'
}

/** Fields with a vocabulary: another word is another statement. */
function isChosen(field: string | null): boolean {
  return /^(role|format|status|level|access)$/.test(field ?? '')
}

/** Days, minutes of the day or plain numbers that a value may mean; null for words. */
function spanOf({ field, value, value_exactness }: Account): Span | null {
  if (value === null || field === null) return null
  if (/_time$|^planned_start$/.test(field)) return clockSpan(value, value_exactness)
  if (/^(date|deadline|held|published)$/.test(field)) return daySpan(value)
  return /^(duration_minutes|quantity|size|ordinal)$/.test(field) ? numberSpan(value, value_exactness) : null
}

function daySpan(value: string): Span | null {
  const date = parseEdtf(value)
  if (!date) return null
  const { earliest, latest } = boundsOf(date)
  return { low: earliest, high: latest }
}

/** 20:37 and 8:37 p.m. are one time; "before" and "after" leave one side open. */
function clockSpan(value: string, exactness: string | null): Span | null {
  const [, hour, minute, half] = /^(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m\.?)?$/i.exec(value.trim()) ?? []
  if (!hour || !minute) return null
  const shift =
    half?.toLowerCase() === 'p' && Number(hour) < 12
      ? 12
      : half?.toLowerCase() === 'a' && hour === '12'
        ? -12
        : 0
  return widened((Number(hour) + shift) * 60 + Number(minute), exactness, ABOUT_MINUTES)
}

function numberSpan(value: string, exactness: string | null): Span | null {
  if (!/^\d+(\.\d+)?$/.test(value)) return null
  return widened(Number(value), exactness, Number(value) * ABOUT_SHARE)
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
