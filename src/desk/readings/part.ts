/* What the form of a reading asks. */
import { choice } from '../../fields/kinds.ts'
import { readingFields } from '../../sources/fields.ts'
import { part } from '../part.ts'

export const adoptions = ['leave the record as it reads', 'read as the preferred claim'] as const

export const readingPart = part({
  one: 'Reading',
  preset: () => ({ adopt: adoptions[0] }),
  fields: {
    rule: {
      ...readingFields.rule,
      help: 'Single: one account is all there is. Agreed: they say the same. Preferred: one of several. Disputed: no common reading. Inference: worked out.',
    },
    claim_id: { ...readingFields.claim_id, help: 'By its number, where the reading follows one account.' },
    adopt: choice({ label: 'What the record then says', of: adoptions }),
    reason: readingFields.reason,
    would_settle: readingFields.would_settle,
  },
  beside: [['rule', 'claim_id', 'adopt']],
})
