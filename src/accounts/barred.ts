import { Refusal } from '../kernel/fault.ts'
import type { AuditEvent } from './events.ts'

interface Line {
  who: string
  event: AuditEvent
  detail: string
}

/** A refusal that the audit trail keeps. */
export class Barred extends Refusal {
  readonly line: Line

  constructor(status: number, sentence: string, line: Line) {
    super(status, sentence)
    this.line = line
  }
}

export function tooMany(who: string, event: AuditEvent): Barred {
  const sentence = 'There were too many tries to sign in. Wait a quarter of an hour.'
  return new Barred(429, sentence, { who, event, detail: 'too many tries' })
}
