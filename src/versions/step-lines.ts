/* Steps of the history in words: what was done to which record, field by field. */
import { isAbout } from '../catalogue/belonging.ts'
import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, rowsAmong } from '../catalogue/rows.ts'
import { fieldOrWhole, placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { subjectsOf } from '../sources/field-ref.ts'
import { versionPath } from '../sources/paths.ts'
import { differences, entered, type FieldLine } from './difference.ts'
import { type Names, namesOf } from './name-reads.ts'
import { valuesOf } from './rebuild.ts'
import type { Told } from './step-reads.ts'

export interface StepLine {
  id: number
  kind: string
  name: string
  act: string
  /** Empty where nobody said why. */
  reason: string
  version: { label: string; href: string }
  /** The page that shows it. */
  place: { href: string; label: string } | null
  fields: FieldLine[]
  hasFields: boolean
  /** Whether the fields are folded away: all of a new record are new. */
  isEntry: boolean
  fieldsWords: string
}

export const acts: Record<string, string> = {
  created: 'entered',
  changed: 'changed',
  withdrawn: 'withdrawn',
  restored: 'restored',
}

interface Ref {
  record: string
  record_id: number
}

/** What names a step needs, it finds for all of them together. */
export async function stepLines(db: Db, steps: Told[]): Promise<StepLine[]> {
  const spoken = await spokenOf(db, steps)
  const refs = [...steps, ...spoken.values(), ...steps.flatMap(pointedTo)]
  const names = await namesOf(db, subjectsOf(refs))
  return steps.map((step) => stepLine(step, names, spoken.get(`${step.record} ${step.record_id}`)))
}

function stepLine(step: Told, names: Names, spoken: Spoken | undefined): StepLine {
  const { id, action, record, record_id, reason, version } = step
  const place = names.place(spoken?.record ?? record, spoken?.record_id ?? record_id)
  const fields = fieldsOf(step, names)
  return {
    id,
    kind: recordWords(record),
    name: spoken ? `${record_id}, on ${saySpoken(spoken, names, id)}` : names.called(record, record_id, id),
    act: acts[action] ?? action,
    reason: reason ?? '',
    version: { label: `Version ${version}`, href: versionPath(record, record_id, version) },
    place: place ? placeLink(place) : null,
    fields,
    hasFields: fields.length > 0,
    isEntry: action === 'created',
    fieldsWords: counted(fields.length, 'field'),
  }
}

function fieldsOf({ id, record, action, before, after }: Told, names: Names): FieldLine[] {
  const kind = recordNamed(record)
  if (!kind) return []
  const called = (of: string, ref: number) => names.called(of, ref, id)
  const fields = Object.keys(kind.fields)
  if (action !== 'created') return differences(kind, fields, valuesOf(before), valuesOf(after), called)
  const named = isAbout(kind) ? ['record', 'record_id', 'field'] : []
  return entered(
    kind,
    fields.filter((field) => !named.includes(field)),
    valuesOf(after),
    called,
  )
}

/** What a claim, a link of its chain or a reading is about. */
interface Spoken extends Ref {
  field: string | null
}

function saySpoken({ record, record_id, field }: Spoken, names: Names, step: number): string {
  return `${names.called(record, record_id, step)}: ${fieldOrWhole(record, field)}`
}

async function spokenOf(db: Db, steps: Told[]): Promise<Map<string, Spoken>> {
  const ids = subjectsOf(steps)
  const links = await rowsAmong(db, 'relay', ids.get('relay') ?? [])
  const claimIds = [
    ...(ids.get('claim') ?? []),
    ...[...links.values()].map(({ claim_id }) => Number(claim_id)),
  ]
  const claims = await rowsAmong(db, 'claim', [...new Set(claimIds)])
  const readings = await rowsAmong(db, 'reading', ids.get('reading') ?? [])
  const of = (name: string, rows: Map<number, AnyRow>, about = (row: AnyRow) => row as AnyRow | undefined) =>
    [...rows].flatMap(([id, row]): Array<[string, Spoken]> => {
      const spoken = about(row)
      return spoken ? [[`${name} ${id}`, spoken as unknown as Spoken]] : []
    })
  return new Map([
    ...of('claim', claims),
    ...of('reading', readings),
    ...of('relay', links, ({ claim_id }) => claims.get(Number(claim_id))),
  ])
}

/** The records that a step's values name, before and after. */
function pointedTo({ record, before, after }: Told): Ref[] {
  const fields = recordNamed(record)?.fields ?? {}
  return [valuesOf(before), valuesOf(after)].flatMap((values) =>
    Object.entries(values).flatMap(([field, value]) => {
      const refers = fields[field]?.refers
      return refers && value !== null ? [{ record: refers, record_id: Number(value) }] : []
    }),
  )
}

export interface SavingLine {
  key: number
  when: string
  who: string
  /** The page of the whole save; empty where none is on record. */
  href: string
  steps: StepLine[]
}

/** What was saved together stands together. */
export async function savingLines(db: Db, steps: Told[]): Promise<SavingLine[]> {
  const lines = new Map((await stepLines(db, steps)).map((line) => [line.id, line]))
  return [...groupBy(steps, ({ id, saving_id }) => saving_id ?? `step ${id}`)].map(([, some]) => {
    const [{ id, at, who, saving_id } = some[0] as Told] = some
    return {
      key: saving_id ?? id,
      when: sayMoment(at),
      who,
      href: saving_id === null ? '' : `/changes/${saving_id}`,
      steps: some.flatMap((step) => lines.get(step.id) ?? []),
    }
  })
}

/** "23 July 2025, 10:04 UTC" */
export function sayMoment(at: string): string {
  return `${sayDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
}
