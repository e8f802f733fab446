/* A form as it came in: what was typed, and what it was typed over. */
import { readBase } from './crossed.ts'
import { type Draft, readDraft, retype } from './draft.ts'
import type { Part } from './part.ts'
import type { Sent } from './send.ts'
import { tokenIn } from './token.ts'

export function sentIn(part: Part, body: Record<string, unknown>): Sent {
  const draft = readDraft(part, body)
  takeOver(draft, body)
  return {
    draft,
    token: tokenIn(body._form),
    version: Number(body.version) || 0,
    base: readBase(body._base),
  }
}

/** Where both changed a field, the second chose the other's text: "=" and the text itself. */
function takeOver(draft: Draft, body: Record<string, unknown>): void {
  for (const [name, chosen] of Object.entries(body))
    if (name.startsWith('_take.') && typeof chosen === 'string' && chosen.startsWith('='))
      retype(draft, name.slice('_take.'.length), chosen.slice(1))
}
