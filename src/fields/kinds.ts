import { z } from 'zod'
import { boundsOf, OPEN, parseEdtf } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'
import { DATE_ADVICE, readDate } from '../kernel/read-date.ts'
import { isZone } from '../kernel/zone.ts'
import type { Kind, Stored } from './kind.ts'

interface Words {
  label: string
  help?: string
}

type Trait<T extends Stored> = Omit<Kind<T>, 'label' | 'help' | 'required'>

const said = (message: string) => ({ error: message })
const must = z.string()
const upTo = (max: number) => must.max(max, said(`must be ${max} characters or fewer`))

/** A field that has to be filled in, with what its kind adds to its words. */
function kind<T extends Stored>({ label, help = '' }: Words, trait: Trait<T>): Kind<T> {
  return { label, help, required: true, ...trait }
}

/** Text of one line, `max` characters at most. */
export function text({ max = 200, ...words }: Words & { max?: number }): Kind<string> {
  return kind(words, {
    control: 'line',
    schema: upTo(max).refine((typed) => !typed.includes('\n'), said('must be a single line')),
    expects: `text, ${max} characters at most`,
    longest: max,
  })
}

/** Text of any number of lines. */
export function prose({ max = 2000, ...words }: Words & { max?: number }): Kind<string> {
  const expects = `text, ${max} characters at most`
  return kind(words, { control: 'text', schema: upTo(max), expects, longest: max })
}

/** A name, which is also kept folded for search. */
export function name(words: Words & { max?: number }): Kind<string> {
  return { ...text(words), derive: { folded: fold } }
}

/** One word of a vocabulary. */
export function choice<const O extends readonly string[]>({
  of,
  ...words
}: Words & { of: O }): Kind<O[number]> {
  const expects = `one of: ${of.join(', ')}`
  const schema = z.enum(of as unknown as [string, ...string[]], said(`must be ${expects}`))
  return kind(words, {
    control: 'choice',
    schema: schema as unknown as z.ZodType<O[number], string>,
    expects,
    options: of,
  })
}

/** A date as people type it, kept as EDTF, with its bounds in days since 1970-01-01. */
export function date(words: Words): Kind<string> {
  const schema = must
    .max(120, said(DATE_ADVICE))
    .transform(readDate)
    .refine((edtf) => edtf !== null, said(DATE_ADVICE)) as unknown as z.ZodType<string, string>
  const bound = (side: 'earliest' | 'latest') => (value: string) => {
    const read = parseEdtf(value)
    return read ? boundsOf(read)[side] : side === 'earliest' ? -OPEN : OPEN
  }
  return kind(words, {
    control: 'date',
    schema,
    expects: 'an EDTF date such as 2025-07-23, 2025-07 or 2022-03-14/2022-03-17',
    longest: 120,
    derive: { earliest: bound('earliest'), latest: bound('latest') },
  })
}

/** Local clock time, HH:MM. */
export function time(words: Words): Kind<string> {
  const expects = 'a time, such as 21:16'
  const schema = must
    .regex(/^\d{1,2}[:.]\d\d$/, said(`must be ${expects}`))
    .transform((typed) => typed.replace('.', ':').padStart(5, '0'))
    .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), said(`must be ${expects}`))
  return kind(
    { help: 'Local time, such as 20:37.', ...words },
    { control: 'time', schema, expects, longest: 5 },
  )
}

export function zone(words: Words): Kind<string> {
  const expects = 'an IANA time zone, such as Europe/Istanbul'
  const schema = must.max(60, said('must be a time zone')).refine(isZone, said(`must be ${expects}`))
  return kind(
    { help: 'IANA name, such as Europe/Istanbul.', ...words },
    { control: 'line', schema, expects, longest: 60 },
  )
}

interface Range {
  min: number
  max: number
}

export function whole({ min = 0, max = 2 ** 31, ...words }: Words & Partial<Range>): Kind<number> {
  return kind(words, numeric(`a whole number from ${min} to ${max}`, /^-?\d{1,16}$/, { min, max }))
}

export function decimal({ min, max, ...words }: Words & Range): Kind<number> {
  return kind(words, numeric(`a number from ${min} to ${max}`, /^-?\d{1,10}(\.\d{1,8})?$/, { min, max }))
}

/** `expects` completes "must be …". */
function numeric(expects: string, digits: RegExp, { min, max }: Range): Trait<number> {
  const schema = must
    .regex(digits, said(`must be ${expects}`))
    .transform(Number)
    .refine((number) => number >= min && number <= max, said(`must be ${expects}`)) as z.ZodType<
    number,
    string
  >
  return { control: 'number', schema, expects, longest: 20 }
}

/** Yes or no, stored as 1 or 0: a strict table refuses booleans. */
export function tick(words: Words): Kind<number> {
  const expects = '1 for yes or 0 for no'
  const schema = z.enum(['0', '1'], said(`must be ${expects}`)).transform(Number)
  return kind(words, { control: 'tick', schema: schema as unknown as z.ZodType<number, string>, expects })
}

/** The id of another record. Whether it exists is for the importer and the database to say. */
export function ref(record: string, words: Words): Kind<number> {
  const number = numeric('the number of a record', /^\d{1,15}$/, { min: 1, max: 2 ** 53 - 1 })
  const expects = `the id of a row in ${record}.csv`
  return kind(words, { ...number, control: 'record', refers: record, expects })
}

/** Text that must match; `like` completes "must be like …". */
export function pattern({
  matching,
  like,
  max = 80,
  ...words
}: Words & { matching: RegExp; like: string; max?: number }): Kind<string> {
  const schema = upTo(max).regex(matching, said(`must be like ${like}`))
  return kind(words, { control: 'line', schema, expects: `like ${like}`, longest: max })
}

/**
 * An address on the web. Anything but http and https is refused, for it would end up in a link; so is a name before
 * the host, as in https://known.example@elsewhere.example, for it hides where the link leads.
 */
export function url(words: Words): Kind<string> {
  const message = 'must be a web address that begins with https:// or http://'
  const schema = upTo(1000).refine(isWebAddress, said(message))
  return kind(words, { control: 'line', schema, expects: 'a web address', longest: 1000 })
}

function isWebAddress(typed: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/.test(typed) || !URL.canParse(typed)) return false
  const { username, password } = new URL(typed)
  return username === '' && password === ''
}

/** A length of time, in minutes. */
export function minutes(words: Words & { max: number }): Kind<number> {
  return { ...whole(words), isLength: true }
}

/** The names of all who were there, in any order. */
export function names(words: Words & { max?: number }): Kind<string> {
  return { ...text(words), isList: true }
}

/** The same field, for which no evidence is due. */
export function ours<T extends Stored>(kind: Kind<T>): Kind<T> {
  return { ...kind, isOurs: true }
}

/** The same field, allowed to stay empty. */
export function optional<T extends Stored>(kind: Kind<T>): Kind<T | null> {
  return { ...kind, required: false } as Kind<T | null>
}

/** The same kind, which takes this word too. */
export function orWord<T extends Stored, const W extends string>(kind: Kind<T>, word: W): Kind<T | W> {
  const schema = z.string().transform((typed, told): T | W => {
    if (typed === word) return word
    const read = kind.schema.safeParse(typed)
    if (read.success) return read.data
    told.addIssue({ code: 'custom', message: `${read.error.issues[0]?.message}, or ${word}` })
    return z.NEVER
  })
  return { ...kind, schema, expects: `${kind.expects}, or ${word}` }
}
