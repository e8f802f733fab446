import { quotable } from './text.ts'

/** A request that cannot be met, said in one sentence a person can act on. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

export function notFound(what: string, id: number | string): never {
  throw new Refusal(404, `There is no ${what.replaceAll('_', ' ')} ${quotable(String(id))} in this record.`)
}

/** A record that was withdrawn, known by its number or by the name in its address; another may stand for it. */
export class Gone extends Refusal {
  readonly record: string
  readonly key: number | string

  constructor(record: string, key: number | string, reason: string) {
    super(410, `The ${record.replaceAll('_', ' ')} ${key} was withdrawn: ${reason}`)
    this.record = record
    this.key = key
  }
}

export function gone(record: string, key: number | string, reason: string): never {
  throw new Gone(record, key, reason)
}
