import { recordNamed } from '../../catalogue/records.ts'
import type { AnyRow } from '../../catalogue/rows.ts'
import type { Setting } from '../../evidence/setting-reads.ts'
import type { Kind, Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import type { Bulk, Filling } from './bulk.ts'
import type { Journal } from './journal.ts'

/** A record that was made up, with where it belongs and what has been said of it so far. */
export interface Made {
  kind: RecordKind
  row: AnyRow
  setting: Setting
  said: Said[]
  readings: Array<{ id: number; field: string | null; rule: string }>
  /** What it points to, as far as anybody tells. */
  to: readonly Made[]
}

/** A claim, as far as it bears on a status. */
export interface Said {
  claim: AnyRow
  source: AnyRow
  relays: Array<{ name: string; named: number }>
}

type Place = Partial<Omit<Setting, 'id'>>

/** A column that follows from a field. */
interface Derivation {
  column: string
  field: string
  of: (value: string) => Stored
}

interface Shape {
  kind: RecordKind
  empty: Record<string, Stored>
  derivations: Derivation[]
  filling: Filling
  last: number
}

/** Makes rows of any kind and enters them in the history, as an import would. */
export class Making {
  readonly #bulk: Bulk
  readonly #journal: Journal
  readonly #shapes = new Map<string, Shape>()

  constructor(bulk: Bulk, journal: Journal) {
    this.#bulk = bulk
    this.#journal = journal
  }

  /** `of` is where the record belongs, `to` what it points to. */
  add(name: string, values: Record<string, Stored>, of: Place = {}, to: readonly Made[] = []): Made {
    const shape = this.#shapeOf(name)
    const id = ++shape.last
    const whole = { ...shape.empty, ...values }
    const after = JSON.stringify(whole)
    const row = whole as unknown as AnyRow
    for (const { column, field, of } of shape.derivations) {
      const value = whole[field]
      row[column] = typeof value === 'string' ? of(value) : null
    }
    row.id = id
    const setting = { round_id: null, process_id: null, day: null, ...of, id }
    shape.filling.add(shape.filling.columns.map((column) => row[column] as Stored))
    this.#journal.note(name, id, after, setting.process_id)
    return { kind: shape.kind, row, setting, said: [], readings: [], to }
  }

  /** How many there are of a kind. */
  count(name: string): number {
    return this.#shapes.get(name)?.last ?? 0
  }

  #shapeOf(name: string): Shape {
    const known = this.#shapes.get(name)
    if (known) return known
    const kind = recordNamed(name)
    if (!kind) throw new Error(`There is no kind of record named ${name}.`)
    const fields = Object.entries(kind.fields)
    const derivations = fields.flatMap(derivationsOf)
    const names = fields.map(([field]) => field)
    const columns = derivations.map(({ column }) => column)
    const shape = {
      kind,
      empty: Object.fromEntries(fields.map(([field]): [string, Stored] => [field, null])),
      derivations,
      filling: this.#bulk.into(name, 'id', ...names, ...columns),
      last: 0,
    }
    this.#shapes.set(name, shape)
    return shape
  }
}

/** What a record is called where another points to it. */
export function labelOf({ kind, row }: Made): string {
  return String(row[kind.label ?? 'id'])
}

function derivationsOf([field, { control, derive = {} }]: [string, Kind]): Derivation[] {
  return Object.entries(derive).map(([suffix, of]) => {
    const column = `${field}_${suffix}`
    return { column, field, of: control === 'date' ? remembering(of) : of }
  })
}

/** The same days come again and again. */
function remembering(of: Derivation['of']): Derivation['of'] {
  const known = new Map<string, Stored>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const after = of(value)
    known.set(value, after)
    return after
  }
}
