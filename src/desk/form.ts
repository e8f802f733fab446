/* What every form of the desk is, whatever it is about. */
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './entry.ts'
import type { Beside } from './intake/citing.ts'
import type { Comparison } from './merging/comparison.ts'
import type { Part } from './part.ts'
import type { SheetPlan } from './sheet.ts'
import type { Suggestions, TrackChoice } from './suggestions.ts'

/** Where a form is asked for: the parts of its path and the names of its query. */
export interface Asked {
  params: Record<string, string>
  query: Record<string, string>
}

/** A kind of form, by the path at which it is shown and to which it is sent. */
export interface FormKind {
  path: string
  /** @throws Refusal 404 or 410 where what it is about is not there */
  open(db: Db, asked: Asked): Promise<Form>
}

/** A form about one thing, as that thing stands at this moment. */
export interface Form {
  title: string
  lead: string
  crumbs: Array<{ label: string; href: string }>
  /** Where those go who leave it. */
  back: string
  /** What its button says: "Save the round". */
  act: string
  part: Part
  plan: SheetPlan[]
  /** What it begins with: the record as it stands, or what is asked of something new. */
  begins: Draft
  /** The text that it is filled in from, to be read beside it. */
  beside?: Beside | null
  /** Of the record that it changes; 0 for something new. */
  version: number
  /** Another one like it, begun from this one. */
  next?: { address: string; title: string; begin(draft: Draft): Draft }
  /** What a track is chosen from, those typed among them; asked for where the form is shown, not where it is kept or written. */
  tracks?(db: Db, typed: string[]): Promise<TrackChoice>
  /** The page that would show what was written, as of a day since 1970-01-01. */
  preview?: { view: string; page(db: Db, id: number, day: number): Promise<{ title: string }> }
  /** Two records side by side, above what is asked. */
  comparison?: Comparison
  suggestions(db: Db, draft: Draft): Promise<Suggestions[]>
  /** The process whose rule of review holds; null for what belongs to no process. */
  processOf(db: Db, draft: Draft): Promise<number | null>
  /**
   * Checks and writes, inside the transaction of the caller. Where something is wrong, it is added to the trouble,
   * nothing is written and null is returned.
   */
  write(db: Db, by: Author, draft: Draft, trouble: Trouble): Promise<Written | null>
}

export interface Trouble {
  /** What must be mended, by the name of the input. */
  faults: Faults
  /** What a machine finds odd. */
  warnings: string[]
}

export interface Written {
  record: string
  id: number
  /** The page that shows it. */
  leadsTo: string
}

/** Where a request asks for a form; a name that is given twice counts once. */
export function askedIn({ params, query }: { params: object; query: object }): Asked {
  const texts = (given: object) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String([value].flat()[0] ?? '')]))
  return { params: texts(params), query: texts(query) }
}

export function noTrouble(): Trouble {
  return { faults: new Map(), warnings: [] }
}

/** The form's own address, by which its draft is found again: the path filled in, and the query in order. */
export function addressOf({ path }: FormKind, { params, query }: Asked): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const { draft: _, ...own } = query
  const search = new URLSearchParams(own).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** The form at an address; null where no kind of form has it. */
export function formAt(kinds: readonly FormKind[], address: string): { kind: FormKind; asked: Asked } | null {
  if (!URL.canParse(address, 'http://own.invalid')) return null
  const { pathname, searchParams } = new URL(address, 'http://own.invalid')
  for (const kind of kinds) {
    const params = paramsIn(kind.path, pathname)
    if (params) return { kind, asked: { params, query: Object.fromEntries(searchParams) } }
  }
  return null
}

function paramsIn(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [at, step] of wanted.entries()) {
    if (step.startsWith(':')) params[step.slice(1)] = decodeURIComponent(given[at] ?? '')
    else if (step !== given[at]) return null
  }
  return params
}
