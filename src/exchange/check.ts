import type { Db } from '../db/tables.ts'
import { circles } from './circles.ts'
import { faultAt, type ImportFault } from './fault.ts'
import type { Sheet } from './parse.ts'
import { recordNamed } from './records.ts'
import { idsAmong } from './rows.ts'
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
      ...ownRules(sheet),
    )
  }
  return faults.concat(await danglingClaims(db, sheets, incoming))
}

type Incoming = Map<string, Set<number>>

async function takenIds(db: Db, sheet: Sheet): Promise<ImportFault[]> {
  const taken = await idsAmong(
    db,
    sheet.kind.name,
    sheet.rows.map(({ id }) => id),
  )
  return sheet.rows
    .filter(({ id }) => taken.has(id))
    .map((row) =>
      faultAt(
        sheet,
        row,
        'id',
        row.id,
        `is already in the record; a new ${words(sheet.kind.name)} needs a number of its own`,
      ),
    )
}

async function danglingReferences(db: Db, sheet: Sheet, incoming: Incoming): Promise<ImportFault[]> {
  const faults: ImportFault[] = []
  for (const [column, { refers }] of Object.entries(sheet.kind.fields)) {
    if (!refers) continue
    const missing = await lookUp(
      db,
      refers,
      sheet.rows.map(({ values }) => values[column] as number | null),
      incoming,
    )
    for (const row of sheet.rows) {
      const id = row.values[column] as number | null
      if (id !== null && missing.has(id))
        faults.push(
          faultAt(
            sheet,
            row,
            column,
            id,
            `must be the id of a row in ${refers}.csv or of a ${words(refers)} in the record`,
          ),
        )
    }
  }
  return faults
}

/** The ids that are neither incoming nor in the record. */
async function lookUp(
  db: Db,
  name: string,
  ids: Array<number | null>,
  incoming: Incoming,
): Promise<Set<number>> {
  const unknown = new Set(ids.filter((id): id is number => id !== null && !incoming.get(name)?.has(id)))
  for (const id of await idsAmong(db, name, [...unknown])) unknown.delete(id)
  return unknown
}

async function danglingClaims(db: Db, sheets: Sheet[], incoming: Incoming): Promise<ImportFault[]> {
  const sheet = sheets.find(({ kind }) => kind.name === 'claim')
  if (!sheet) return []
  const faults: ImportFault[] = []
  for (const name of new Set(sheet.rows.map(({ values }) => String(values.record)))) {
    const rows = sheet.rows.filter(({ values }) => values.record === name)
    const kind = recordNamed(name)
    if (!kind || name === 'claim' || name === 'relay') {
      faults.push(
        ...rows.map((row) =>
          faultAt(sheet, row, 'record', name, 'must be a kind of record, such as round or proposal'),
        ),
      )
      continue
    }
    const missing = await lookUp(
      db,
      name,
      rows.map(({ values }) => values.record_id as number | null),
      incoming,
    )
    for (const row of rows) {
      const { record_id, field } = row.values
      if (missing.has(record_id as number))
        faults.push(faultAt(sheet, row, 'record_id', record_id, `must be the id of a row in ${name}.csv`))
      if (field && !Object.hasOwn(kind.fields, String(field)))
        faults.push(
          faultAt(
            sheet,
            row,
            'field',
            field,
            `must be a field of ${name}: ${Object.keys(kind.fields).join(', ')}`,
          ),
        )
    }
  }
  return faults
}

/** Rules of one row that the database also holds, said in words before it has to refuse. */
function ownRules(sheet: Sheet): ImportFault[] {
  const faults: ImportFault[] = []
  for (const row of sheet.rows) {
    const { venue_id, party_id, person_id, start_time, zone, quote } = row.values
    const name = sheet.kind.name
    if (name === 'name' && [venue_id, party_id, person_id].filter((id) => id !== null).length !== 1) {
      faults.push(
        faultAt(
          sheet,
          row,
          'venue_id',
          venue_id,
          'must be given, or party_id or person_id: exactly one of the three',
        ),
      )
    }
    if (name === 'third_party' && party_id === null && person_id === null) {
      faults.push(faultAt(sheet, row, 'party_id', '', 'must be given, or person_id'))
    }
    if ((name === 'round' || name === 'session') && start_time && !zone) {
      faults.push(faultAt(sheet, row, 'zone', '', 'must be given with a clock time, such as Europe/Istanbul'))
    }
    if (name === 'claim' && quote && String(quote).split(/\s+/).length > 12) {
      faults.push(faultAt(sheet, row, 'quote', quote, 'must be a dozen words at most'))
    }
  }
  return faults
}

function words(name: string): string {
  return name.replaceAll('_', ' ')
}
