/* The parts of a record's form, made of its fields and its outline. */
import { recordWords } from '../../catalogue/view.ts'
import type { Kind } from '../../fields/kind.ts'
import { optional } from '../../fields/kinds.ts'
import { type Entry, named, type Part, part } from '../part.ts'
import { sourcePart } from '../parts.ts'
import type { SheetPlan } from '../sheet.ts'
import { askedIn, inputOf, isNumbered, type Look, type Outline, type Rows, refersTo } from './outline.ts'

/** Titles of documents are the longest names that a record is called by. */
const LONGEST_NAME = 320

/** `omitted`: lists of rows that stand in forms of their own. */
export function partOf(outline: Outline, omitted: readonly string[] = []): Part {
  return part({
    ...fieldsOf(outline, [...outline.short, ...restOf(outline)]),
    one: recordWords(outline.kind.name),
    lists: { ...listsOf(outline, omitted), ...(isCited(outline) ? { source: sourcePart as Part } : {}) },
  })
}

/** A short form first, the rest folded, then what belongs to it, last the source. */
export function planOf(outline: Outline, omitted: readonly string[] = []): SheetPlan[] {
  const { kind, short } = outline
  const rest = restOf(outline)
  const inputs = (columns: string[]) => columns.map((column) => inputOf(kind, column))
  const rows = (outline.rows ?? []).filter(({ list }) => !omitted.includes(list))
  const more = rest.length > 0 ? { words: wordsOf(kind.fields, rest), fields: inputs(rest) } : undefined
  return [
    { heading: recordWords(kind.name), fields: inputs(short), more },
    ...rows.map(({ heading, note, list }) => ({ heading, note, list })),
    ...(isCited(outline) ? [{ heading: 'Source', note: CITED, once: 'source' }] : []),
  ]
}

const CITED =
  'It is cited for everything that you fill in or change here. Without a source, all that is shown as unsourced.'

/** Whether somebody outside can be asked for what the form says. */
function isCited({ kind, rows = [] }: Look): boolean {
  return kind.due !== 'nothing' || rows.some(isCited)
}

function restOf({ kind, short }: Outline): string[] {
  return Object.keys(kind.fields).filter((column) => !short.includes(column))
}

/** "Author, language, reliability and 3 more" */
function wordsOf(fields: Record<string, Kind>, columns: string[]): string {
  const [first = '', ...others] = columns.map((column) => fields[column]?.label ?? column)
  const labels = [first, ...others.map(uncapitalised)]
  const told = labels.length > 4 ? [...labels.slice(0, 3), `${labels.length - 3} more`] : labels
  return new Intl.ListFormat('en-GB').format(told)
}

/** "held" for Held; PA-X stays as it is. */
function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function listsOf({ rows = [] }: Look, omitted: readonly string[] = []): Record<string, Part> {
  const shown = rows.filter(({ list }) => !omitted.includes(list))
  return Object.fromEntries(shown.map((one) => [one.list, rowPart(one)]))
}

function rowPart(rows: Rows): Part {
  const { kind, one, limit, preset = {} } = rows
  return part({
    ...fieldsOf(rows, orderOf(rows)),
    one,
    limit,
    preset: () => preset,
    named: rows.named.map((column) => inputOf(kind, column)),
    lists: listsOf(rows),
  })
}

/** What stands side by side comes first. */
function orderOf(rows: Rows): string[] {
  const asked = askedIn(rows)
  const first = (rows.beside ?? []).flat().filter((column) => asked.includes(column))
  return [...new Set([...first, ...asked])]
}

function fieldsOf({ kind, beside = [], folded = {}, orderedIn }: Look, columns: string[]) {
  const fields = columns.map((column) => [
    inputOf(kind, column),
    fieldOf(kind.fields[column] as Kind, column, orderedIn),
  ])
  return {
    fields: Object.fromEntries(fields) as Record<string, Kind>,
    beside: beside.map((line) => line.map((column) => inputOf(kind, column))),
    folded: Object.fromEntries(
      Object.entries(folded).map(([column, words]) => [inputOf(kind, column), words]),
    ),
    suggests: ('zone' in kind.fields ? { zone: 'zone' } : {}) as Record<string, string>,
  }
}

function fieldOf(kind: Kind, column: string, orderedIn: string | undefined): Kind {
  if (column === 'position' && orderedIn !== undefined)
    return optional({ ...kind, help: 'Left empty, it stands last.' }) as Kind
  const of = refersTo(kind)
  if (!of) return kind
  if (isNumbered(of)) return { ...kind, help: kind.help || 'Its number.' }
  return named(kind, kind.help || 'One on record, by its name or its number.', LONGEST_NAME) as Kind
}

/** The source at the end of the form; undefined where none is due. */
export function sourceIn({ lists }: Entry): Entry<typeof sourcePart> | undefined {
  return lists.source?.[0] as Entry<typeof sourcePart> | undefined
}
