/* All versions of one record, rebuilt from its history. */
import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { counted } from '../kernel/words.ts'
import { type State, stateAt, stepOf, versionsAmong } from './rebuild.ts'
import { type Asked, stateOf } from './record-reads.ts'
import { stepsOf } from './step-reads.ts'

export type VersionStep = Awaited<ReturnType<typeof stepsOf>>[number]

export interface Version extends State {
  number: number
  /** What made it; null for an entry that left no step. */
  step: VersionStep | null
}

export interface Versions {
  last: number
  /** @throws Refusal 404 where the record has not so many */
  at(number: number): Version
}

export async function versionsOf(db: Db, asked: Pick<Asked, 'kind' | 'id' | 'row'>): Promise<Versions> {
  const { kind, id } = asked
  const steps = await stepsOf(db, kind.name, id)
  const last = versionsAmong(steps)
  const now = stateOf(asked)
  return {
    last,
    at(number) {
      if (number <= last) return { number, step: stepOf(steps, number), ...stateAt(now, steps, number) }
      const record = `${recordWords(kind.name).toLowerCase()} ${id}`
      throw new Refusal(
        404,
        `There is no version ${number} of ${record}: it has ${counted(last, 'version')}.`,
      )
    },
  }
}
