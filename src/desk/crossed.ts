/*
 * Two people changed one record. Three texts meet: what both began from, what was typed, what stands by now. A field that
 * only one of them touched follows that one; where both did, the second is shown both and chooses.
 */
import { createHash } from 'node:crypto'
import { asNew, type Draft, isEmpty } from './draft.ts'
import { type Part, rowAt } from './part.ts'

/** A field that both changed. */
export interface Crossing {
  /** The name of its input. */
  path: string
  /** "Delegation 1: Person 2: Role" */
  field: string
  yours: string
  theirs: string
}

export interface Meeting {
  /** The form on the ground of what stands now. */
  draft: Draft
  /** Both changed these. */
  crossings: Crossing[]
  /** What was taken over from the other, in words. */
  taken: string[]
}

/** A mark for each text of the form as it was opened, by the numbers of its rows: enough to tell what was touched since. */
export type Base = Record<string, string>

export function baseOf(part: Part, draft: Draft, key = ''): Base {
  const own = Object.keys(part.fields).map((name) => [key + name, markOf(draft.typed[name])])
  const inner = rowsOf(part, draft).flatMap(({ list, name, row }) =>
    row.id === '' ? [] : Object.entries(baseOf(list, row, keyOf(key, name, row))),
  )
  return Object.fromEntries([...own, ...inner])
}

/** A base as a form sent it back; what is none counts as touched by both. */
export function readBase(sent: unknown): Base {
  try {
    const read: unknown = JSON.parse(String(sent))
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([, mark]) => typeof mark === 'string'))
  } catch {
    return {}
  }
}

export function meet(part: Part, base: Base, yours: Draft, theirs: Draft): Meeting {
  const meeting: Meeting = { draft: yours, crossings: [], taken: [] }
  meeting.draft = meetPart(
    part,
    new Map(Object.entries(base)),
    yours,
    theirs,
    { at: '', key: '', place: '' },
    meeting,
  )
  return meeting
}

/** Where a part stands: in the form, by the numbers of the record, and in words. */
interface Spot {
  at: string
  key: string
  place: string
}

type Marks = Map<string, string>

function meetPart(part: Part, base: Marks, yours: Draft, theirs: Draft, spot: Spot, meeting: Meeting): Draft {
  const typed = Object.entries(part.fields).map(([name, { label }]) => {
    const [mine, other] = [yours.typed[name] ?? '', theirs.typed[name] ?? '']
    return [
      name,
      meetField(base.get(spot.key + name), mine, other, spot.at + name, spot.place + label, meeting),
    ]
  })
  const rows = Object.entries(part.lists).map(([name, list]) => [
    name,
    meetRows(list, name, base, yours.rows[name] ?? [], theirs.rows[name] ?? [], spot, meeting),
  ])
  return { ...yours, id: theirs.id, typed: Object.fromEntries(typed), rows: Object.fromEntries(rows) }
}

function meetField(
  began: string | undefined,
  yours: string,
  theirs: string,
  path: string,
  field: string,
  { crossings, taken }: Meeting,
): string {
  const [mine, other] = [markOf(yours), markOf(theirs)]
  if (mine === other || other === began) return yours
  if (mine !== began) {
    crossings.push({ path, field, yours, theirs })
    return yours
  }
  taken.push(field)
  return theirs
}

function meetRows(
  list: Part,
  name: string,
  base: Marks,
  yours: Draft[],
  theirs: Draft[],
  spot: Spot,
  meeting: Meeting,
): Draft[] {
  // What stands once is no row of the record: nobody else can have changed it.
  if (list.limit === 0) return yours
  const met: Draft[] = []
  const spotOf = (row: Draft): Spot => ({
    at: rowAt(spot.at, name, list, met.length),
    key: keyOf(spot.key, name, row),
    place: `${spot.place}${list.one} ${met.length + 1}: `,
  })
  for (const row of yours) {
    const other = theirs.find(({ id }) => id !== '' && id === row.id)
    const here = spotOf(row)
    if (other) met.push(meetPart(list, base, row, other, here, meeting))
    else met.push(...(row.id === '' ? [row] : rowOfYours(list, base, row, here, meeting)))
  }
  for (const row of theirs)
    if (!yours.some(({ id }) => id === row.id))
      met.push(...rowOfTheirs(list, base, row, spotOf(row), meeting))
  return met
}

/** A row that the other removed: yours too, unless you had changed it. */
function rowOfYours(list: Part, base: Marks, row: Draft, { key, place }: Spot, { taken }: Meeting): Draft[] {
  const isRemoved = isUntouched(list, base, row, key)
  taken.push(isRemoved ? `${list.one} removed` : `${place}removed by the other, yours is added anew`)
  return isRemoved ? [] : [asNew(row)]
}

/** A row that only the other has: added there, or removed here. */
function rowOfTheirs(list: Part, base: Marks, row: Draft, { key, place }: Spot, { taken }: Meeting): Draft[] {
  const isRemovedHere = isKnown(base, key)
  if (isRemovedHere && isUntouched(list, base, row, key)) return []
  taken.push(isRemovedHere ? `${place}changed by the other, so it is back` : `${list.one} added`)
  return [row]
}

function isKnown(base: Marks, key: string): boolean {
  return [...base.keys()].some((one) => one.startsWith(key))
}

function isUntouched(part: Part, base: Marks, row: Draft, key: string): boolean {
  const own = Object.keys(part.fields).every((name) => markOf(row.typed[name]) === base.get(key + name))
  const inner = rowsOf(part, row).every(
    ({ list, name, row }) =>
      (row.id === '' && isEmpty(list, row)) || isUntouched(list, base, row, keyOf(key, name, row)),
  )
  return own && inner
}

function rowsOf(part: Part, draft: Draft) {
  return Object.entries(part.lists).flatMap(([name, list]) =>
    list.limit === 0 ? [] : (draft.rows[name] ?? []).map((row) => ({ list: list as Part, name, row })),
  )
}

function keyOf(key: string, name: string, { id }: Draft): string {
  return `${key}${name}#${id}.`
}

function markOf(text = ''): string {
  const plain = text.trim().replace(/\r\n?/g, '\n')
  return plain === '' ? '' : createHash('sha256').update(plain).digest('base64url').slice(0, 6)
}
