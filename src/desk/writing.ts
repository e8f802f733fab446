/* What all parts of one saving share: the transaction, the names, and the facts that a source may be cited for. */
import type { Db } from '../db/tables.ts'
import type { Fields, Stored, Values } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'
import { createRecord, keepRecord } from '../history/record-writes.ts'
import type { Article } from '../intake/article.ts'
import type { Author } from '../kernel/author.ts'
import { partyRecord, personRecord } from '../parties/fields.ts'
import { officeHeld } from '../parties/writes.ts'
import { weekdays } from '../sources/fields.ts'
import { type Fact, readRelays, type Said } from '../sources/writes.ts'
import { type Names, numbered } from './names.ts'
import type { Entry } from './part.ts'

export const REMOVED = 'removed in editing'

export class Writing {
  readonly db: Db
  readonly by: Author
  readonly names: Names
  readonly facts: Fact[] = []
  /** The text that it was taken from; null where it was not taken from one. */
  readonly read: Article | null
  /** What is new, other or gone, cited or not: "venue.city". */
  readonly touched = new Set<string>()

  constructor(db: Db, by: Author, names: Names, read: Article | null = null) {
    this.db = db
    this.by = by
    this.names = names
    this.read = read
  }

  /**
   * Makes or changes the row's record and notes what is new about it, `said` being a new one in words. Of a new one
   * for whose fields evidence is due one by one, each is noted.
   */
  async keep<F extends Fields>(
    kind: RecordKind<F>,
    { id, values: typed }: Entry,
    values: Partial<Values<F>>,
    said: string,
  ): Promise<number> {
    const kept = await keepRecord(this.db, this.by, kind, id, values)
    for (const field of kept.isNew ? ['*'] : kept.changed) this.touched.add(`${kind.name}.${field}`)
    const own = saidIn(typed)
    const note = (field: string | null, said: { value: string | null; exactness: string | null }) =>
      this.facts.push({ record: kind.name, record_id: kept.id, field, ...said, ...own })
    const told = kept.isNew ? filledIn(kind, values) : kept.changed
    const fields = new Set(told.map(measured).filter((field) => !kind.fields[field]?.isOurs))
    const isWhole = fields.size === 0 ? kept.isNew || own !== null : kept.isNew && kind.due !== 'each field'
    if (isWhole) note(null, { value: said, exactness: null })
    else for (const field of fields) note(field, statement(typed, field))
    return kept.id
  }

  /** Rows that stood and were not sent again are withdrawn. */
  async removeMissing(
    standing: Array<{ id: number }>,
    sent: Entry[],
    withdraw: (id: number) => Promise<void>,
  ): Promise<void> {
    for (const { id } of standing) {
      if (sent.some((entry) => entry.id === id)) continue
      await withdraw(id)
      this.touched.add('*')
    }
  }

  async party({ values, stood }: Entry, field = 'party'): Promise<number | null> {
    const name = values[field] as string | null
    const known = this.names.idOf('party', name, stood[field])
    if (known !== null || name === null) return known
    const { code, kind } = values as Values<typeof partyRecord.fields>
    const id = await createRecord(this.db, this.by, partyRecord, { name, code, kind })
    this.names.learn('party', name, id)
    return id
  }

  async person({ values, stood }: Entry): Promise<number | null> {
    const name = values.person as string | null
    const known = this.names.idOf('person', name, stood.person)
    if (known !== null || name === null) return known
    const id = await createRecord(this.db, this.by, personRecord, { name })
    this.names.learn('person', name, id)
    return id
  }

  async office({ values, stood }: Entry, person_id: number | null, party_id: number | null) {
    const title = values.office as string | null
    if (title === null || person_id === null) return null
    return officeHeld(this.db, this.by, { person_id, party_id, title, stood: stood.office ?? null })
  }
}

/** The words that a row of the form has in the source; null where it has none. */
export function saidIn(typed: Record<string, Stored>): { said: Said } | null {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : null)
  const [quote, asserter, certainty] = [text('quote'), text('asserter'), text('certainty')]
  const weekday_printed = weekdays.find((day) => day === typed.weekday_printed) ?? null
  const relays = readRelays(text('relays'))
  const isSaid = [quote, asserter, certainty, weekday_printed].some((word) => word !== null)
  if (!isSaid && relays.length === 0) return null
  return { said: { quote, locator: null, asserter, certainty, weekday_printed, relays } }
}

/** The value of a field as a claim has it: what was typed for it; a record by its name. */
export function wordsOf(typed: Record<string, Stored>, field: string): string | null {
  const name = typed[field.replace(/_id$/, '')] ?? null
  if (field.endsWith('_id')) return name === null ? null : numbered(String(name)).name
  return name === null ? null : String(name)
}

function filledIn({ fields }: RecordKind, values: Record<string, Stored | undefined>): string[] {
  return Object.keys(fields).filter((name) => (values[name] ?? null) !== null)
}

/** Exactness is no statement of its own: it belongs to what it measures. */
const exactnessOf: Record<string, string> = {
  start_time: 'start_exactness',
  end_time: 'end_exactness',
  duration_minutes: 'duration_exactness',
  quantity: 'quantity_bound',
}
const measures = new Map(Object.entries(exactnessOf).map(([measure, exactness]) => [exactness, measure]))

export function measured(field: string): string {
  return measures.get(field) ?? field
}

/** What was typed for a field, and how exactly; nothing for the record as a whole. */
export function statement(
  typed: Record<string, Stored>,
  field: string | null,
): { value: string | null; exactness: string | null } {
  if (field === null) return { value: null, exactness: null }
  return { value: wordsOf(typed, field), exactness: wordsOf(typed, exactnessOf[field] ?? '') }
}
