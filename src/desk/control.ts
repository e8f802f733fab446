/* One control of the form, finished before the template sees it. */
import type { Kind } from '../fields/kind.ts'
import { readDate } from '../kernel/read-date.ts'
import { sayDateWithWeekday } from '../kernel/say-date.ts'
import { capital } from '../kernel/words.ts'
import type { Faults } from './entry.ts'
import type { Part } from './part.ts'
import type { TrackChoice } from './suggestions.ts'

export interface Control {
  shape: 'line' | 'text' | 'choice'
  id: string
  name: string
  label: string
  value: string
  help: string
  fault: string
  describedBy: string
  isRequired: boolean
  isShort: boolean
  hasFocus: boolean
  inputMode: 'numeric' | 'text'
  /** The id of its list of suggestions; empty where it has none. */
  list: string
  options: Option[]
  groups: OptionGroup[]
  /** Where the choices are that it does not offer; else empty. */
  more: string
  /** What stands where nothing is chosen. */
  unchosen: string
  isDate: boolean
  /** "We read this as Wednesday 23 July 2025"; null where it is not a date, or none that can be read. */
  echo: { words: string; edtf: string } | null
}

interface Option {
  value: string
  label: string
  isChosen: boolean
}

interface OptionGroup {
  label: string
  options: Option[]
}

/** What the controls of one form have in common. */
export interface Showing {
  faults: Faults
  /** The first control whose name begins so is focused; empty where none is to be. */
  focus: string
  tracks: TrackChoice
  isUsed: boolean
}

export function controlOf(part: Part, name: string, at: string, typed: string, showing: Showing): Control {
  const kind = part.fields[name] as Kind
  const path = at + name
  const id = `field-${path.replaceAll('.', '-')}`
  const fault = showing.faults.get(path) ?? ''
  const echo = kind.control === 'date' ? echoOf(typed) : null
  const described = [kind.help && `${id}-help`, fault && `${id}-fault`, echo && `${id}-echo`]
  return {
    shape: name === 'track_id' ? 'choice' : shapeOf(kind),
    id,
    name: path,
    label: kind.label,
    value: printable(typed),
    help: kind.help,
    fault,
    describedBy: described.filter(Boolean).join(' '),
    isRequired: kind.required && at === '',
    isShort: (kind.longest ?? 99) <= 20,
    hasFocus: takesFocus(path, showing),
    inputMode: kind.control === 'number' || name.endsWith('_id') ? 'numeric' : 'text',
    list: listOf(part, name, kind),
    options: (kind.options ?? []).map((value) => ({
      value,
      label: capital(value),
      isChosen: value === typed,
    })),
    groups: name === 'track_id' ? chosen(showing.tracks.groups, typed) : [],
    more: name === 'track_id' ? showing.tracks.more : '',
    unchosen: kind.required ? 'Choose one' : 'Not recorded',
    isDate: kind.control === 'date',
    echo,
  }
}

function shapeOf({ control }: Kind): Control['shape'] {
  return control === 'text' || control === 'choice' ? control : 'line'
}

function takesFocus(path: string, showing: Showing): boolean {
  if (showing.isUsed || showing.focus === '' || !path.startsWith(showing.focus)) return false
  showing.isUsed = true
  return true
}

function listOf(part: Part, name: string, { refers }: Kind): string {
  const suggested = part.suggests[name] ?? (name === 'track_id' ? undefined : refers)
  return suggested === undefined ? '' : `known-${suggested}`
}

export function chosen(groups: TrackChoice['groups'], typed: string): OptionGroup[] {
  return groups.map(({ label, options }) => ({
    label,
    options: options.map((option) => ({ ...option, isChosen: option.value === typed })),
  }))
}

function echoOf(typed: string): Control['echo'] {
  const edtf = typed.length > 120 ? null : readDate(typed)
  return edtf === null ? null : { words: sayDateWithWeekday(edtf), edtf }
}

/** What may not stand in a page is shown as a mark, so that the fault about it can be understood. */
function printable(typed: string): string {
  return typed.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}
