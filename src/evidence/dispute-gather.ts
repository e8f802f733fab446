import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { sayValue } from '../sources/evidence.ts'
import { fieldOf, subjectsOf } from '../sources/field-ref.ts'
import type { StatusRow } from '../sources/fields.ts'
import { type Reading, readingsAbout } from '../sources/reading-reads.ts'
import { rivalsOn } from './dispute-reads.ts'
import type { Look } from './look.ts'
import { valuesOf } from './value-reads.ts'

/** What a row says before it is put into words or columns. */
export interface Dispute {
  row: StatusRow
  place: Place | undefined
  process: Place | undefined
  value: string
  rivals: string[]
  more: number
  reading: Reading | null
}

/** Some disputed fields with all that is told of them; the number of questions does not grow with the fields. */
export async function disputesOf(look: Look, rows: StatusRow[]): Promise<Dispute[]> {
  const { db } = look
  const subjects = subjectsOf(rows)
  const named = new Map(subjects)
  const processes = new Set([
    ...(named.get('process') ?? []),
    ...rows.flatMap(({ process_id }) => process_id ?? []),
  ])
  if (processes.size > 0) named.set('process', [...processes])
  const [places, value, rivals, readings] = await Promise.all([
    placesOf(db, named),
    valuesOf(db, rows),
    rivalsOn(db, rows),
    readingsAbout(db, subjects),
  ])
  const found = placesByKey(places)
  return rows.map((row) => {
    const reading = readings.get(fieldOf(row)) ?? null
    const own = rivals.get(fieldOf(row)) ?? []
    return {
      row,
      place: found.get(`${row.record} ${row.record_id}`),
      process: found.get(`process ${row.process_id}`),
      value: value(row),
      rivals: own.map((rival) => {
        const said =
          sayValue({ ...rival, weekday_printed: null }) ?? (rival.affirms === 1 ? 'says so' : 'this')
        return rival.affirms === 1 ? said : `denies: ${said}`
      }),
      more: Math.max(0, (own[0]?.values_in_all ?? 0) - own.length),
      reading,
    }
  })
}
