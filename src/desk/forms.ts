/* Every form of the desk. */
import { claimForms } from './claims/form.ts'
import type { FormKind } from './form.ts'
import { readingForms } from './readings/form.ts'
import { recordForms } from './records/form.ts'
import { revertForms } from './reverts/form.ts'
import { roundForms } from './round-form.ts'

export const allForms: readonly FormKind[] = [
  ...roundForms,
  ...claimForms,
  ...readingForms,
  ...revertForms,
  ...recordForms,
]
