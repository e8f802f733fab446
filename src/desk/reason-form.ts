/* A form that asks why before something is done that can be undone. */
import type { Db } from '../db/tables.ts'
import { text } from '../fields/kinds.ts'
import type { Author } from '../kernel/author.ts'
import { emptyDraft } from './draft.ts'
import { readEntry } from './entry.ts'
import type { Form, Written } from './form.ts'
import { part } from './part.ts'

export const reasonPart = part({
  one: 'Reason',
  fields: {
    reason: text({ label: 'Reason', max: 300, help: 'It stays in the history, for every reader to see.' }),
  },
})

interface Reasoned {
  title: string
  lead: string
  crumbs: Form['crumbs']
  back: string
  act: string
  /** Of the record it is about, so that nobody withdraws what they have not seen. */
  version: number
  process_id: number | null
  does(db: Db, by: Author, reason: string): Promise<Written>
}

export function reasonForm({ process_id, does, ...asked }: Reasoned): Form {
  return {
    ...asked,
    part: reasonPart,
    plan: [{ heading: 'Why', fields: ['reason'] }],
    begins: emptyDraft(reasonPart),
    suggestions: async () => [],
    processOf: async () => process_id,
    async write(db, by, draft, { faults }) {
      const { values } = readEntry(reasonPart, draft, null, faults)
      return faults.size > 0 ? null : does(db, by, values.reason)
    },
  }
}
