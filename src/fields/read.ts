import { textFault, tidy } from '../kernel/text.ts'
import type { Faults, Fields, Kind, Stored, Values } from './kind.ts'

export type Reading<F extends Fields> =
  | { ok: true; values: Values<F> }
  | { ok: false; faults: Faults<F>; typed: Typed<F> }

/** What was typed, kept for the form to show again. */
export type Typed<F extends Fields = Fields> = { [K in keyof F]: string }

/** Checks every declared field of a form or row, and nothing else: undeclared names are not read. */
export function read<F extends Fields>(
  fields: F,
  body: unknown,
  rules: (values: Values<F>) => Faults<F> = () => ({}),
): Reading<F> {
  const typed = typedOf(fields, body)
  const values: Record<string, Stored> = {}
  const faults: Record<string, string> = {}
  for (const [name, kind] of Object.entries(fields)) {
    const one = readOne(kind, typed[name] ?? '')
    if ('fault' in one) faults[name] = `${kind.label} ${one.fault}`
    else values[name] = one.value
  }
  if (Object.keys(faults).length === 0) Object.assign(faults, rules(values as Values<F>))
  if (Object.keys(faults).length > 0) return { ok: false, faults: faults as Faults<F>, typed }
  return { ok: true, values: values as Values<F> }
}

/** One field on its own: its value, or what is wrong as the end of a sentence. */
export function readOne<T extends Stored>(kind: Kind<T>, cell: string): { value: T } | { fault: string } {
  const wrong = textFault(cell)
  if (wrong) return { fault: wrong }
  const text = tidy(cell)
  if (text === '') return kind.required ? { fault: 'must not be empty' } : { value: null as T }
  const checked = kind.schema.safeParse(text)
  return checked.success
    ? { value: checked.data }
    : { fault: checked.error.issues[0]?.message ?? 'cannot be read' }
}

/** The strings of a form body. A list or an object where text is due is read as text that no field accepts. */
function typedOf<F extends Fields>(fields: F, body: unknown): Typed<F> {
  const form = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const entries = Object.keys(fields).map((name) => {
    const sent = Object.hasOwn(form, name) ? form[name] : undefined
    return [name, typeof sent === 'string' ? sent : sent === undefined ? '' : '\u0000']
  })
  return Object.fromEntries(entries) as Typed<F>
}

/** The columns that follow from the values: date bounds, folded names. */
export function derived(fields: Fields, values: Record<string, Stored>): Record<string, Stored> {
  const columns: Record<string, Stored> = {}
  for (const [name, kind] of Object.entries(fields)) {
    for (const [suffix, of] of Object.entries(kind.derive ?? {})) {
      const value = values[name]
      columns[`${name}_${suffix}`] = value === null || value === undefined ? null : of(String(value))
    }
  }
  return columns
}
