import type { Bulk, Filling } from './bulk.ts'

/** Saves go on from here, some minutes apart. */
const FIRST_SAVE = Date.UTC(2024, 0, 8, 9)
const BETWEEN_SAVES = 7 * 60 * 1000
const WRITERS = 7

interface Part {
  record: string
  process_id: number | null
  count: number
}

/** The history of a record that is made up: every row has its revision, and rows that came together are one save. */
export class Journal {
  readonly #revisions: Filling
  readonly #savings: Filling
  readonly #savingParts: Filling
  readonly #lastOf = new Map<string, Part>()
  #parts: Part[] = []
  #last = 0
  #first = 1
  #saves = 0
  #at = ''
  #who = ''

  constructor(bulk: Bulk) {
    const by = ['at', 'account_id', 'who', 'published_by']
    this.#revisions = bulk.into('revision', 'id', ...by, 'action', 'record', 'record_id', 'after')
    this.#savings = bulk.into('saving', 'id', 'last', ...by)
    this.#savingParts = bulk.into('saving_part', 'saving_id', 'record', 'action', 'process_id', 'count')
    this.#next()
  }

  note(record: string, record_id: number, after: string, process_id: number | null): void {
    this.#revisions.add([++this.#last, this.#at, null, this.#who, null, 'created', record, record_id, after])
    this.#partOf(record, process_id).count++
  }

  /** Rows of a kind mostly come for one process. */
  #partOf(record: string, process_id: number | null): Part {
    const last = this.#lastOf.get(record)
    if (last && last.process_id === process_id) return last
    const known = this.#parts.find((one) => one.record === record && one.process_id === process_id)
    const part = known ?? { record, process_id, count: 0 }
    if (!known) this.#parts.push(part)
    this.#lastOf.set(record, part)
    return part
  }

  /** What was noted since the last save. */
  save(): void {
    if (this.#parts.length === 0) return
    this.#savings.add([this.#first, this.#last, this.#at, null, this.#who, null])
    for (const { record, process_id, count } of this.#parts)
      this.#savingParts.add([this.#first, record, 'created', process_id, count])
    this.#parts = []
    this.#lastOf.clear()
    this.#first = this.#last + 1
    this.#saves++
    this.#next()
  }

  #next(): void {
    this.#at = new Date(FIRST_SAVE + this.#saves * BETWEEN_SAVES).toISOString()
    this.#who = `analyst ${1 + (this.#saves % WRITERS)}`
  }
}
