import { type Place, placesOf } from '../catalogue/reads.ts'
import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, rowsAmong } from '../catalogue/rows.ts'
import { fieldWords, placeLink, recordWords } from '../catalogue/view.ts'
import type { RecordKind } from '../fields/record.ts'
import { gone, notFound, Refusal } from '../kernel/fault.ts'
import { sayDate } from '../kernel/say-date.ts'
import { theProcess } from '../processes/reads.ts'
import { pathOfKind } from '../sources/paths.ts'
import { idIn } from '../web/request.ts'
import type { Look } from './look.ts'
import { type Setting, settingsOf, subjectKinds } from './setting-reads.ts'

/** A record whose evidence is asked for. */
export interface Subject {
  record: string
  id: number
  kind: RecordKind
  row: AnyRow
  setting: Setting
  /** What it is called: "Istanbul, 23 July 2025"; where it has no name, "Position 2006". */
  name: string
  /** The page it is shown on. */
  home: { href: string; label: string } | null
  process: { href: string; label: string } | null
}

const kindAt = new Map(subjectKinds.map((record) => [pathOfKind(record), record]))

/** The record that an address names; a process by its slug as well. @throws Refusal 404 or 410 */
export async function subjectAt(look: Look, kindPath: string, key: string): Promise<Subject> {
  const record = kindAt.get(kindPath)
  if (!record) throw new Refusal(404, 'There is no such kind of record.')
  if (record !== 'process' || /^\d+$/.test(key)) return evidenceOf(look, record, idIn(key))
  return evidenceOf(look, record, (await theProcess(look.db, key)).id)
}

/** @throws Refusal 404 or 410 */
export async function evidenceOf(look: Look, record: string, id: number): Promise<Subject> {
  const { db } = look
  const kind = recordNamed(record)
  if (!kind || !subjectKinds.includes(record)) notFound(record, id)
  const row = (await rowsAmong(db, record, [id])).get(id)
  if (!row) return missing(look, record, id)
  if (row.withdrawn !== null) gone(record, id, String(row.withdrawn))
  const [setting] = await settingsOf(db, record, [id])
  if (!setting)
    throw new Refusal(410, `What the ${recordWords(record).toLowerCase()} ${id} belongs to was withdrawn.`)
  const asked = new Map([[record, [id]]])
  if (setting.process_id !== null && record !== 'process') asked.set('process', [setting.process_id])
  const places = await placesOf(db, asked)
  const own = places.find((place) => place.record === record)
  const process = places.find((place) => place.record === 'process')
  return {
    record,
    id,
    kind,
    row,
    setting,
    name: own?.label ?? `${recordWords(record)} ${id}`,
    home: homeOf(own, setting),
    process: process ? placeLink(process) : null,
  }
}

function homeOf(place: Place | undefined, { round_id }: Setting): Subject['home'] {
  if (place) return placeLink(place)
  return round_id === null ? null : { href: `/rounds/${round_id}`, label: 'Round' }
}

/** Not there at all, or not yet. */
async function missing({ today, known }: Look, record: string, id: number): Promise<never> {
  const isLater = known !== null && (await rowsAmong(today, record, [id])).has(id)
  if (!isLater) notFound(record, id)
  const what = recordWords(record).toLowerCase()
  throw new Refusal(404, `The ${what} ${id} was not yet known on ${sayDate(known)}.`)
}

/** @throws Refusal 404 where the kind of record has no such field */
export function fieldIn({ kind, record }: Subject, field: string): string {
  if (!Object.hasOwn(kind.fields, field)) notFound(`field of a ${record}`, field)
  return field
}

/** "Istanbul, 23 July 2025: Length" */
export function titleOf({ record, name }: Subject, field: string): string {
  return field === '' ? `Evidence on ${name}` : `${name}: ${fieldWords(record, field)}`
}
