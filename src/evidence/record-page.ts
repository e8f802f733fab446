import { placesByKey, placesOf } from '../catalogue/reads.ts'
import { fieldWords, kindsWords, recordWords } from '../catalogue/view.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { marks, sayHidden } from '../sources/evidence.ts'
import { type FieldRef, fieldOf, subjectsOf } from '../sources/field-ref.ts'
import type { StatusRow } from '../sources/fields.ts'
import { formLinks } from '../sources/form-links.ts'
import { evidencePath } from '../sources/paths.ts'
import { tallyOf } from '../sources/tally.ts'
import { numbered, numberIn, turns } from '../web/paging.ts'
import { fieldPage } from './field-page.ts'
import { laterOn, statusesIn } from './field-reads.ts'
import { sayCounts } from './history.ts'
import type { Look } from './look.ts'
import { subjectKinds } from './setting-reads.ts'
import type { Subject } from './subject-reads.ts'
import { valuesOf } from './value-reads.ts'

const AT_ONCE = 200

/** Every field of a record with its status; of a round, also of all its parts; then the claims on the record as a whole. */
export async function recordPage(look: Look, subject: Subject, query: Record<string, unknown>) {
  const { parts: _, ...rest } = query
  const whole = await fieldPage(look, subject, '', rest)
  const { db } = look
  const { record, id } = subject
  const isRound = record === 'round'
  const statuses = await statusesIn(db, isRound ? { round: id } : { record, id })
  const own = fieldsOf(subject, statuses)
  const others = statuses.filter((row) => row.record !== record || row.record_id !== id).sort(byKind)
  const at = numberIn(query, 'parts')
  const shown = others.slice((at - 1) * AT_ONCE, at * AT_ONCE)
  const refs = [...own, ...shown]
  const [value, later, places] = await Promise.all([
    valuesOf(db, refs),
    laterOn(look, subjectsOf([{ record, record_id: id }, ...shown])),
    placesOf(db, subjectsOf(shown)),
  ])
  const say = rowTeller(new Map(statuses.map((row) => [fieldOf(row), row])), value, later)
  const names = placesByKey(places)
  const path = evidencePath(record, id, null)
  return {
    ...whole,
    forms: formLinks(record, id),
    bar: tallyOf(statuses.map(({ status }) => ({ status, count: 1 }))),
    share: tallyOf(statuses.map(({ status }) => ({ status, count: 1 }))).share,
    fields: own.filter(({ field }) => field !== '').map(say),
    groups: [...groupBy(shown, (row) => row.record)].map(([kind, rows]) => ({
      heading: kindsWords(kind),
      rows: rows.map((row) => ({
        ...say(row),
        label: [
          names.get(`${kind} ${row.record_id}`)?.label ?? `${recordWords(kind)} ${row.record_id}`,
          fieldWords(kind, row.field || null),
        ]
          .filter(Boolean)
          .join(': '),
      })),
    })),
    hasGroups: shown.length > 0,
    partsWords: counted(others.length, 'field'),
    partPages: turns(at, others.length > at * AT_ONCE, numbered(path, 'parts')),
    hasWhole: whole.isDue,
  }
}

/** The fields that say something or about which somebody does; not our own labels, unless somebody does. */
function fieldsOf({ record, id, kind, row }: Subject, statuses: StatusRow[]): FieldRef[] {
  const claimed = new Set(
    statuses.flatMap((one) => (one.record === record && one.record_id === id ? [one.field] : [])),
  )
  const isShown = (field: string) =>
    claimed.has(field) || (row[field] !== null && !kind.fields[field]?.isOurs)
  return ['', ...Object.keys(kind.fields).filter(isShown)].map((field) => ({ record, record_id: id, field }))
}

function byKind(one: StatusRow, other: StatusRow): number {
  const order = ({ record }: StatusRow) => subjectKinds.indexOf(record)
  return order(one) - order(other) || one.record_id - other.record_id || (one.field < other.field ? -1 : 1)
}

function rowTeller(
  statuses: Map<string, StatusRow>,
  value: (ref: FieldRef) => string,
  later: Map<string, number>,
) {
  return (ref: FieldRef) => {
    const status = statuses.get(fieldOf(ref))
    const hidden = later.get(fieldOf(ref)) ?? 0
    return {
      label: fieldWords(ref.record, ref.field || null),
      href: evidencePath(ref.record, ref.record_id, ref.field || null),
      value: value(ref),
      mark: status ? marks[status.status] : null,
      counts: status ? sayCounts(status.claims, status.origins) : 'with the record as a whole',
      later: sayHidden(hidden),
    }
  }
}
