import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'

/** Lanes that the address asks for beneath those of the rounds. */
export interface ExtraLanes {
  proposals: boolean
}

/** @throws Refusal 400 where there are no such lanes */
export function lanesIn(given: unknown): ExtraLanes {
  const names = (Array.isArray(given) ? given : [given ?? '']).filter((name) => name !== '')
  const strange = names.find((name) => name !== 'proposals')
  if (strange !== undefined)
    throw new Refusal(400, `There are no lanes named ${quotable(String(strange))}. The lanes are proposals.`)
  return { proposals: names.length > 0 }
}

/** As names of a query string. */
export function laneNames({ proposals }: ExtraLanes): Record<string, string> {
  return proposals ? { lanes: 'proposals' } : {}
}
