/* What the records are called that a record points to. */
import { type AnyRow, rowsAmong } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { groupBy } from '../../kernel/group.ts'
import { isNumbered } from './outline.ts'

export class Labels {
  readonly #rows = new Map<string, AnyRow>()

  /** Reads these, one question for each kind. */
  async learn(db: Db, asked: Array<{ of: RecordKind; id: number }>): Promise<void> {
    const byKind = groupBy(asked, ({ of }) => of.name)
    for (const [name, some] of byKind) {
      const ids = [...new Set(some.map(({ id }) => id))]
      for (const [id, row] of await rowsAmong(db, name, ids)) this.#rows.set(`${name} ${id}`, row)
    }
  }

  row({ name }: RecordKind, id: number): AnyRow | undefined {
    return this.#rows.get(`${name} ${id}`)
  }

  /** As a form has it: the name, or the number of what goes by none. */
  of(kind: RecordKind, id: number): string {
    const row = this.row(kind, id)
    return isNumbered(kind) || !row ? String(id) : String(row[kind.label ?? 'id'])
  }
}
