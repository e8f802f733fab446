/* Every form of the desk. */
import { claimForms } from './claims/form.ts'
import type { FormKind } from './form.ts'
import { mergeForms } from './merging/form.ts'
import { undoForms } from './merging/undo-form.ts'
import { readingForms } from './readings/form.ts'
import { recordForms } from './records/form.ts'
import { restoreForms } from './restores/form.ts'
import { revertForms } from './reverts/form.ts'
import { roundForms } from './round-form.ts'

export const allForms: readonly FormKind[] = [
  ...roundForms,
  ...claimForms,
  ...readingForms,
  ...revertForms,
  ...restoreForms,
  ...mergeForms,
  ...undoForms,
  ...recordForms,
]
