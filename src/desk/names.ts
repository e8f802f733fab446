/* Which record a typed name means. */
import type { Db } from '../db/tables.ts'
import type { Kind } from '../fields/kind.ts'
import { fold } from '../kernel/fold.ts'
import { type Called, called, idsCalled } from './called-reads.ts'
import { type Entry, isNamed, type Part } from './part.ts'

export class Names {
  readonly #ids = new Map<string, Set<number>>()

  /** From now on the name means this record too. */
  learn(record: Called, name: string, id: number): void {
    const key = `${record} ${fold(name)}`
    this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id))
  }

  #called(record: Called, name: string): number[] {
    return [...(this.#ids.get(`${record} ${fold(name)}`) ?? [])]
  }

  /** All that the name may mean; just one where a number or what stood before settles it. */
  among(record: Called, typed: string, stood: number | null = null): number[] {
    const { name, number } = numbered(typed)
    const whole = this.#called(record, typed)
    const ids = whole.length > 0 || number === null ? whole : this.#called(record, name)
    const settled = ids === whole ? stood : number
    return settled !== null && ids.includes(settled) ? [settled] : ids
  }

  /** Whether the number behind the name is that of another record. */
  isMisnumbered(record: Called, typed: string): boolean {
    const { number } = numbered(typed)
    const ids = this.among(record, typed)
    return (
      number !== null && ids.length > 0 && !ids.includes(number) && this.#called(record, typed).length === 0
    )
  }

  /** Null where the record has no such name. */
  idOf(record: Called, typed: string | null, stood: number | null = null): number | null {
    return typed === null ? null : (this.among(record, typed, stood)[0] ?? null)
  }
}

/** "Presidential Palace #12" */
export function numbered(typed: string): { name: string; number: number | null } {
  const [, name = typed, number] = /^(.+?)\s*#(\d{1,15})$/.exec(typed) ?? []
  return { name, number: number === undefined ? null : Number(number) }
}

export interface NamedField {
  record: string
  path: string
  kind: Kind
  typed: string
  stood: number | null
}

/** Every field of the form in which a record was named, in order. */
export function namedIn(part: Part, { at, values, lists, stood }: Entry): NamedField[] {
  const own = Object.entries(part.fields).flatMap(([name, kind]) =>
    isNamed(name, kind) && typeof values[name] === 'string'
      ? [
          {
            record: kind.refers ?? '',
            path: at + name,
            kind,
            typed: values[name],
            stood: stood[name] ?? null,
          },
        ]
      : [],
  )
  const inner = Object.entries(lists).flatMap(([name, rows]) =>
    rows.flatMap((row) => namedIn(part.lists[name] as Part, row)),
  )
  return [...own, ...inner]
}

/** Looks all names up, one question for each kind of record. */
export async function lookUp(db: Db, fields: NamedField[]): Promise<Names> {
  const names = new Names()
  for (const record of called) {
    const typed = fields
      .filter((field) => field.record === record)
      .flatMap(({ typed }) => [typed, numbered(typed).name])
    if (typed.length === 0) continue
    for (const { id, name } of await idsCalled(db, record, [...new Set(typed)])) names.learn(record, name, id)
  }
  return names
}
