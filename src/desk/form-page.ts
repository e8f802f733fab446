/* A form finished for its template. */
import type { Db } from '../db/tables.ts'
import type { Base, Meeting } from './crossed.ts'
import { type Seen, seenWords } from './drafts/seen.ts'
import type { Form, Trouble } from './form.ts'
import { type ShownSheet, sheetOf } from './sheet.ts'

/** A form as it is to be shown. */
export interface ShownForm extends ShownSheet {
  base: Base
  /** The draft of somebody else that it was opened from. */
  of: Seen | null
  /** A sentence above the form. */
  notice?: string
  /** The page of what this form made when it was sent before. */
  made?: string
  warnings?: Trouble['warnings']
  meeting?: Meeting | null
}

/** `mayPublish`: whether whoever looks at it may let it into the record without a second reader. */
export async function formPage(db: Db, form: Form, address: string, mayPublish: boolean, shown: ShownForm) {
  const { title, lead, crumbs, back } = form
  const { base, of, notice = '', made = '', warnings = [], meeting = null } = shown
  return {
    ...sheetOf(form.part, form.plan, shown, await form.tracks?.(db, [shown.draft.typed.track_id ?? ''])),
    usesForm: true,
    title,
    lead,
    crumbs,
    action: address,
    back,
    base: JSON.stringify(base),
    of: of === null ? '' : seenWords(of),
    notice,
    made,
    beside: form.beside ?? null,
    warnings,
    comparison: form.comparison ?? null,
    crossed: meeting && crossedView(meeting),
    buttons: buttonsOf(form, mayPublish),
    suggestions: await form.suggestions(db, shown.draft),
  }
}

interface Button {
  act: '' | 'submit' | 'keep' | 'next' | 'preview'
  label: string
  isPrimary: boolean
}

const SECOND = 'Send to a second reader'

/** The first is what Enter does. */
function buttonsOf({ act, next, preview }: Form, mayPublish: boolean): Button[] {
  const button = (act: Button['act'], label: string, isPrimary = false) => ({ act, label, isPrimary })
  return [
    button('', mayPublish ? act : SECOND, true),
    ...(next ? [button('next', mayPublish ? 'Save and add the next' : 'Send and add the next')] : []),
    ...(mayPublish ? [button('submit', SECOND)] : []),
    button('keep', 'Keep as draft'),
    ...(preview ? [button('preview', 'Preview the page')] : []),
  ]
}

function crossedView({ crossings, taken }: Meeting) {
  return {
    taken: taken.join('; '),
    crossings: crossings.map(({ path, field, yours, theirs }) => ({
      field,
      name: `_take.${path}`,
      yours: yours || 'left empty',
      theirs: theirs || 'left empty',
      value: `=${theirs}`,
    })),
  }
}
