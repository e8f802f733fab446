import { recordNamed } from '../catalogue/records.ts'
import { idsAmong } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { circles } from './circles.ts'
import { faultAt, type ImportFault } from './fault.ts'
import type { Row, Sheet } from './parse.ts'
import { rowFaults } from './row-rules.ts'
import { twins } from './twins.ts'

/** What no cell can tell alone: ids already taken, references to nowhere, claims about fields that do not exist. */
export async function checkTogether(db: Db, sheets: Sheet[]): Promise<ImportFault[]> {
  const incoming = new Map(sheets.map(({ kind, rows }) => [kind.name, new Set(rows.map(({ id }) => id))]))
  const faults: ImportFault[] = []
  for (const sheet of sheets) {
    faults.push(
      ...(await takenIds(db, sheet)),
      ...(await danglingReferences(db, sheet, incoming)),
      ...(await twins(db, sheet)),
      ...circles(sheet),
      ...rowFaults(sheet),
    )
  }
  for (const name of ['claim', 'reading', 'merger'])
    faults.push(...(await danglingSubjects(db, sheets, name, incoming)))
  faults.push(...(await danglingSurvivors(db, sheets, incoming)))
  return faults
}

type Incoming = Map<string, Set<number>>

async function takenIds(db: Db, sheet: Sheet): Promise<ImportFault[]> {
  const taken = await idsAmong(db, sheet.kind.name, idsOf(sheet.rows))
  const advice = `is already in the record; a new ${words(sheet.kind.name)} needs a number of its own`
  return sheet.rows.filter(({ id }) => taken.has(id)).map((row) => faultAt(sheet, row, 'id', row.id, advice))
}

async function danglingReferences(db: Db, sheet: Sheet, incoming: Incoming): Promise<ImportFault[]> {
  const faults: ImportFault[] = []
  for (const [column, { refers }] of Object.entries(sheet.kind.fields)) {
    if (!refers) continue
    const idIn = ({ values }: Row) => values[column] as number | null
    const missing = await missingAmong(db, refers, sheet.rows.map(idIn), incoming)
    const advice = `must be the id of a row in ${refers}.csv or of a ${words(refers)} in the record`
    const dangling = sheet.rows.filter((row) => missing.has(idIn(row)))
    faults.push(...dangling.map((row) => faultAt(sheet, row, column, idIn(row), advice)))
  }
  return faults
}

/** The ids that are neither incoming nor in the record. */
async function missingAmong(
  db: Db,
  name: string,
  ids: Array<number | null>,
  incoming: Incoming,
): Promise<Set<number | null>> {
  const unknown = new Set(ids.filter((id): id is number => id !== null && !incoming.get(name)?.has(id)))
  for (const id of await idsAmong(db, name, [...unknown])) unknown.delete(id)
  return unknown
}

/** Claims, readings and mergers point to a record of any kind. */
async function danglingSubjects(
  db: Db,
  sheets: Sheet[],
  of: string,
  incoming: Incoming,
): Promise<ImportFault[]> {
  const sheet = sheets.find(({ kind }) => kind.name === of)
  if (!sheet) return []
  const faults: ImportFault[] = []
  for (const [name, rows] of groupBy(sheet.rows, ({ values }) => String(values.record))) {
    const ids = rows.map(({ values }) => values.record_id as number | null)
    const kind = isEvidence(name) ? undefined : recordNamed(name)
    const missing = kind ? await missingAmong(db, name, ids, incoming) : new Set<number | null>()
    faults.push(...rows.flatMap((row) => subjectFaults(sheet, row, kind, missing)))
  }
  return faults
}

/** Whether what a claim is about is of a known kind, is there, and has that field. */
function subjectFaults(
  sheet: Sheet,
  row: Row,
  kind: RecordKind | undefined,
  missing: Set<number | null>,
): ImportFault[] {
  const { record, record_id, field = null } = row.values
  const fault = (column: string, value: unknown, advice: string) => faultAt(sheet, row, column, value, advice)
  if (!kind) return [fault('record', record, 'must be a kind of record, such as round or proposal')]
  const isStranger = field !== null && !Object.hasOwn(kind.fields, String(field))
  return [
    ...(missing.has(record_id as number | null)
      ? [fault('record_id', record_id, `must be the id of a row in ${kind.name}.csv`)]
      : []),
    ...(isStranger
      ? [fault('field', field, `must be a field of ${kind.name}: ${Object.keys(kind.fields).join(', ')}`)]
      : []),
  ]
}

/** What a record was merged into is there too, and is another one. */
async function danglingSurvivors(db: Db, sheets: Sheet[], incoming: Incoming): Promise<ImportFault[]> {
  const sheet = sheets.find(({ kind }) => kind.name === 'merger')
  if (!sheet) return []
  const faults: ImportFault[] = []
  const survivorIn = ({ values }: Row) => values.into_id as number | null
  for (const [name, rows] of groupBy(sheet.rows, ({ values }) => String(values.record))) {
    if (!recordNamed(name)) continue
    const missing = await missingAmong(db, name, rows.map(survivorIn), incoming)
    const wrong = rows.filter(
      (row) => missing.has(survivorIn(row)) || survivorIn(row) === row.values.record_id,
    )
    const advice = `must be the id of another row in ${name}.csv`
    faults.push(...wrong.map((row) => faultAt(sheet, row, 'into_id', survivorIn(row), advice)))
  }
  return faults
}

/** What is itself said of records, and not by others. */
function isEvidence(name: string): boolean {
  return ['claim', 'relay', 'capture', 'reading', 'merger'].includes(name)
}

function words(name: string): string {
  return name.replaceAll('_', ' ')
}
