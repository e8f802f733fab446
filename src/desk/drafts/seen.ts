/* A draft as somebody read it: what was handed in anew since is not what they saw. */
import type { KeptDraft } from './reads.ts'

export interface Seen {
  id: number
  /** The number of its last step by then. */
  step: number
}

export function seenNow({ id, step }: KeptDraft): Seen {
  return { id, step: step ?? 0 }
}

/** As a hidden input carries it. */
export function seenWords({ id, step }: Seen): string {
  return `${id}.${step}`
}

export function seenIn(sent: unknown): Seen | null {
  const [, id, step] = /^([1-9]\d{0,14})\.(\d{1,15})$/.exec(typeof sent === 'string' ? sent : '') ?? []
  return id === undefined ? null : { id: Number(id), step: Number(step) }
}
