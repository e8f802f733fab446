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

const said = (message: string) => ({ error: message })
const must = z.string()

/** Text of one line, `max` characters at most. */
export function text({ label, help = '', max = 200 }: Words & { max?: number }): Kind<string> {
  const schema = must
    .max(max, said(`must be ${max} characters or fewer`))
    .refine((typed) => !typed.includes('\n'), said('must be a single line'))
  return {
    label,
    help,
    control: 'line',
    required: true,
    schema,
    expects: `text, ${max} characters at most`,
    longest: max,
  }
}

export function prose({ label, help = '', max = 2000 }: Words & { max?: number }): Kind<string> {
  const schema = must.max(max, said(`must be ${max} characters or fewer`))
  return {
    label,
    help,
    control: 'text',
    required: true,
    schema,
    expects: `text, ${max} characters at most`,
    longest: max,
  }
}

/** A name, which is also kept folded for search. */
export function name(words: Words & { max?: number }): Kind<string> {
  return { ...text(words), derive: { folded: fold } }
}

export function choice<const O extends readonly string[]>({
  label,
  help = '',
  of,
}: Words & { of: O }): Kind<O[number]> {
  const schema = z.enum(
    of as unknown as [string, ...string[]],
    said(`must be one of: ${of.join(', ')}`),
  ) as unknown as z.ZodType<O[number], string>
  return {
    label,
    help,
    control: 'choice',
    required: true,
    schema,
    expects: `one of: ${of.join(', ')}`,
    options: of,
  }
}

/** A date as people type it, kept as EDTF, with its bounds in days since 1970-01-01. */
export function date({ label, help = '' }: Words): Kind<string> {
  const schema = must
    .max(120, said(DATE_ADVICE))
    .transform(readDate)
    .refine((edtf) => edtf !== null, said(DATE_ADVICE)) as unknown as z.ZodType<string, string>
  const bound = (side: 'earliest' | 'latest') => (value: string) => {
    const read = parseEdtf(value)
    return read ? boundsOf(read)[side] : side === 'earliest' ? -OPEN : OPEN
  }
  const derive = { earliest: bound('earliest'), latest: bound('latest') }
  return {
    label,
    help,
    control: 'date',
    required: true,
    schema,
    expects: 'an EDTF date such as 2025-07-23, 2025-07 or 2022-03-14/2022-03-17',
    longest: 120,
    derive,
  }
}

/** Local clock time, HH:MM. */
export function time({ label, help = 'Local time, such as 20:37.' }: Words): Kind<string> {
  const schema = must
    .regex(/^\d{1,2}[:.]\d\d$/, said('must be a time, such as 21:16'))
    .transform((typed) => typed.replace('.', ':').padStart(5, '0'))
    .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), said('must be a time, such as 21:16'))
  return {
    label,
    help,
    control: 'time',
    required: true,
    schema,
    expects: 'a time, such as 21:16',
    longest: 5,
  }
}

export function zone({ label, help = 'IANA name, such as Europe/Istanbul.' }: Words): Kind<string> {
  const schema = must
    .max(60, said('must be a time zone'))
    .refine(isZone, said('must be an IANA time zone, such as Europe/Istanbul'))
  return {
    label,
    help,
    control: 'line',
    required: true,
    schema,
    expects: 'an IANA time zone, such as Europe/Istanbul',
    longest: 60,
  }
}

export function whole({
  label,
  help = '',
  min = 0,
  max = 2 ** 31,
}: Words & { min?: number; max?: number }): Kind<number> {
  return {
    ...numeric(label, help, `must be a whole number from ${min} to ${max}`, /^-?\d{1,16}$/, min, max),
    expects: `a whole number from ${min} to ${max}`,
  }
}

export function decimal({ label, help = '', min, max }: Words & { min: number; max: number }): Kind<number> {
  return {
    ...numeric(label, help, `must be a number from ${min} to ${max}`, /^-?\d{1,10}(\.\d{1,8})?$/, min, max),
    expects: `a number from ${min} to ${max}`,
  }
}

function numeric(
  label: string,
  help: string,
  message: string,
  pattern: RegExp,
  min: number,
  max: number,
): Kind<number> {
  const schema = must
    .regex(pattern, said(message))
    .transform(Number)
    .refine((number) => number >= min && number <= max, said(message)) as z.ZodType<number, string>
  return {
    label,
    help,
    control: 'number',
    required: true,
    schema,
    expects: message.replace('must be ', ''),
    longest: 20,
  }
}

/** Yes or no, stored as 1 or 0: a strict table refuses booleans. */
export function tick({ label, help = '' }: Words): Kind<number> {
  const schema = z
    .enum(['0', '1'], said('must be 1 for yes or 0 for no'))
    .transform(Number) as unknown as z.ZodType<number, string>
  return { label, help, control: 'tick', required: true, schema, expects: '1 for yes or 0 for no' }
}

/** The id of another record. Whether it exists is for the importer and the database to say. */
export function ref(record: string, { label, help = '' }: Words): Kind<number> {
  return {
    ...numeric(label, help, 'must be the number of a record', /^\d{1,15}$/, 1, 2 ** 53 - 1),
    control: 'record',
    refers: record,
    expects: `the id of a row in ${record}.csv`,
  }
}

/** Text that must match; `like` completes "must be like …". */
export function pattern({
  label,
  help = '',
  matching,
  like,
  max = 80,
}: Words & { matching: RegExp; like: string; max?: number }): Kind<string> {
  const schema = must
    .max(max, said(`must be ${max} characters or fewer`))
    .regex(matching, said(`must be like ${like}`))
  return { label, help, control: 'line', required: true, schema, expects: `like ${like}`, longest: max }
}

/**
 * An address on the web. Anything but http and https is refused, for it would end up in a link; so is a name before
 * the host, as in https://known.example@elsewhere.example, for it hides where the link leads.
 */
export function url({ label, help = '' }: Words): Kind<string> {
  const message = 'must be a web address that begins with https:// or http://'
  const schema = must.max(1000, said('must be 1000 characters or fewer')).refine(isWebAddress, said(message))
  return { label, help, control: 'line', required: true, schema, expects: 'a web address', longest: 1000 }
}

function isWebAddress(typed: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/.test(typed) || !URL.canParse(typed)) return false
  const { username, password } = new URL(typed)
  return username === '' && password === ''
}

/** The same field, allowed to stay empty. */
export function optional<T extends Stored>(kind: Kind<T>): Kind<T | null> {
  return { ...kind, required: false } as Kind<T | null>
}
