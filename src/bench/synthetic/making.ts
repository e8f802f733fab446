import { recordNamed } from '../../catalogue/records.ts'
import type { AnyRow } from '../../catalogue/rows.ts'
import type { Setting } from '../../evidence/setting-reads.ts'
import type { Fields, Stored } from '../../fields/kind.ts'
import { derived } from '../../fields/read.ts'
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

interface Shape {
  kind: RecordKind
  empty: Record<string, Stored>
  /** The fields from which columns follow. */
  deriving: Fields
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
    const row: AnyRow = Object.assign(whole, derived(shape.deriving, whole), { id })
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
    const deriving = Object.fromEntries(fields.filter(([, { derive }]) => derive))
    const names = fields.map(([field]) => field)
    const shape = {
      kind,
      empty: Object.fromEntries(fields.map(([field]): [string, Stored] => [field, null])),
      deriving,
      filling: this.#bulk.into(name, 'id', ...names, ...Object.keys(derived(deriving, {}))),
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
