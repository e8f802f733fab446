import type { Faults, Fields, Kind } from '../fields/kind.ts'
import type { Typed } from '../fields/read.ts'

export interface Option {
  value: string
  label: string
  isChosen: boolean
}

/** A field as a form shows it. */
export interface Box {
  id: string
  label: string
  help: string
  fault: string
  /** The ids of help and fault, for those who hear the page. */
  describedBy: string
  isRequired: boolean
  type: 'text' | 'password'
  value: string
  longest: number
  autocomplete: string
  hasOptions: boolean
  options: Option[]
}

/** A form as its template prints it, with what stands in the way of it. */
export interface Sheet {
  boxes: Box[]
  summary: Array<{ href: string; words: string }>
}

/** Names of the fields that hold passwords, with what browsers are to fill in; such a field is never sent back. */
export type Secrets = Record<string, 'current-password' | 'new-password'>

export function sheet<F extends Fields>(
  fields: F,
  typed: Partial<Typed<F>> = {},
  faults: Faults<F> = {},
  secrets: Secrets = {},
): Sheet {
  const boxes = Object.entries(fields).map(([id, kind]) =>
    box(id, kind, typed[id] ?? '', faults[id] ?? '', secrets[id]),
  )
  const wrong = boxes.filter(({ fault }) => fault !== '')
  return { boxes, summary: wrong.map(({ id, fault }) => ({ href: `#${id}`, words: fault })) }
}

function box(id: string, kind: Kind, value: string, fault: string, secret?: Secrets[string]): Box {
  const { label, help, required, longest = 200, options = [] } = kind
  return {
    id,
    label,
    help,
    fault,
    describedBy: [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' '),
    isRequired: required,
    type: secret ? 'password' : 'text',
    value: secret ? '' : value,
    longest,
    autocomplete: secret ?? 'off',
    hasOptions: options.length > 0,
    options: optionsOf(options, value),
  }
}

export function optionsOf(options: readonly string[], chosen: string): Option[] {
  return options.map((value) => ({ value, label: value, isChosen: value === chosen }))
}
