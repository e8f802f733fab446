/* Steps of the history in words: what was done to which record, field by field. */
import { isAbout } from '../catalogue/belonging.ts'
import { recordNamed } from '../catalogue/records.ts'
import { placeLink, recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { counted } from '../kernel/words.ts'
import { subjectsOf } from '../sources/field-ref.ts'
import { versionPath } from '../sources/paths.ts'
import { differences, entered, type FieldLine } from './difference.ts'
import { type Names, namesOf } from './name-reads.ts'
import { pointedTo } from './pointing.ts'
import { valuesOf } from './rebuild.ts'
import { type Spoken, saySpoken, spokenOf } from './spoken.ts'
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

/** What names a step needs, it finds for all of them together. */
export async function stepLines(db: Db, steps: Told[]): Promise<StepLine[]> {
  const spoken = await spokenOf(db, steps)
  const refs = [...steps, ...spoken.values(), ...steps.flatMap(pointedToBy)]
  const names = await namesOf(db, subjectsOf(refs))
  return steps.map((step) => stepLine(step, names, spoken.get(`${step.record} ${step.record_id}`)))
}

function stepLine(step: Told, names: Names, spoken: Spoken | undefined): StepLine {
  const { id, action, record, record_id, reason, version } = step
  const place = names.place(spoken?.record ?? record, spoken?.record_id ?? record_id)
  const link = place ? placeLink(place) : null
  const name = spoken
    ? `${record_id}, on ${saySpoken(spoken, names, id)}`
    : names.called(record, record_id, id)
  const fields = fieldsOf(step, names)
  return {
    id,
    kind: recordWords(record),
    name,
    act: acts[action] ?? action,
    reason: reason ?? '',
    version: { label: `Version ${version}`, href: versionPath(record, record_id, version) },
    place: link && { ...link, label: link.label === name ? 'its page' : link.label },
    fields,
    hasFields: fields.length > 0,
    isEntry: action === 'created',
    fieldsWords: counted(fields.length, 'field'),
  }
}

/** The records that a step's values name, before and after. */
function pointedToBy({ record, before, after }: Told) {
  return [valuesOf(before), valuesOf(after)].flatMap((values) => pointedTo(record, values))
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
