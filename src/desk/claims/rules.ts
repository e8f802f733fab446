/* What no single field of a claim can judge alone. */
import type { Db } from '../../db/tables.ts'
import { type Warning, warningsOn } from '../../evidence/check-reads.ts'
import { boundsOf, OPEN, parseEdtf } from '../../kernel/edtf.ts'
import type { Faults } from '../entry.ts'
import { type Names, namedIn } from '../names.ts'
import { oneMeaning } from '../rules.ts'
import { sourceFaults } from '../source-rules.ts'
import type { ClaimPart } from './part.ts'
import { type ClaimEntry, valuesOf } from './save.ts'
import type { Subject } from './subject.ts'

export async function judgeClaim(
  db: Db,
  part: ClaimPart,
  entry: ClaimEntry,
  names: Names,
  faults: Faults,
): Promise<void> {
  const { value, quote, source_id, publisher, asserted, weekday_printed, taken, taken_on } = entry.values
  const add = (name: string, sentence: string) => {
    if (!faults.has(name)) faults.set(name, sentence)
  }
  if (value === null && quote === null && weekday_printed === null)
    add('value', 'What it says must be given, or a quote')
  if (source_id === null && publisher === null)
    add('source_id', 'Number of a source on record must be given, or a new source described below')
  await sourceFaults(db, entry.values, add)
  if (taken_on !== null && taken === null) add('taken', 'Taken back must say how: corrected or retracted')
  if (asserted !== null && isEndless(asserted))
    add('asserted', 'Asserted on must be a day, or days between two')
  for (const field of namedIn(part, entry)) {
    const ids = names.among(field.record as 'party' | 'person', field.typed, field.stood)
    if (ids.length === 0)
      add(field.path, `${field.kind.label} must be one on record; leave it empty otherwise`)
    oneMeaning(field, names, add)
  }
}

function isEndless(edtf: string): boolean {
  const read = parseEdtf(edtf)
  return read !== null && boundsOf(read).earliest === -OPEN
}

/** What a machine finds odd about the claim as it is typed; a reason to keep it as it is silences nothing, but lets it pass. */
export async function warnings(
  db: Db,
  { record, record_id, field }: Subject,
  entry: ClaimEntry,
  names: Names,
): Promise<Warning[]> {
  const values = valuesOf(entry, names, entry.values.source_id ?? 0)
  const asserted = values.asserted === null ? null : parseEdtf(values.asserted)
  const claim = {
    ...values,
    id: entry.id ?? 0,
    record,
    record_id,
    field,
    asserted_earliest: asserted ? boundsOf(asserted).earliest : null,
  }
  return warningsOn(db, [claim])
}
