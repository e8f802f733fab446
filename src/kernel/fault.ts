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

export function gone(what: string, id: number | string, reason: string): never {
  throw new Refusal(410, `The ${what.replaceAll('_', ' ')} ${id} was withdrawn: ${reason}`)
}
