/* One draft: what it would change, what became of it, and what can be done with it. */
import type { Account } from '../../accounts/account.ts'
import { may } from '../../accounts/roles.ts'
import type { Db } from '../../db/tables.ts'
import { Refusal } from '../../kernel/fault.ts'
import { sayMoment } from '../../kernel/say-date.ts'
import { capital } from '../../kernel/words.ts'
import { type Meeting, meet } from '../crossed.ts'
import { blank, type Difference, differences } from '../differences.ts'
import type { Draft } from '../draft.ts'
import { type Form, formAt } from '../form.ts'
import { allForms } from '../forms.ts'
import type { Answer } from '../send.ts'
import { sentOf, withDraft } from './kept.ts'
import { type KeptDraft, stepsOf } from './reads.ts'
import { seenNow, seenWords } from './seen.ts'

/** What was wrong when it was to be published, or why it was not sent back. */
export interface Refused {
  /** Why it was not published. */
  lines: string[]
  /** Why it was not sent back, and the remark as it was typed. */
  fault?: string
  remark?: string
}

const states: Record<KeptDraft['state'], string> = {
  draft: 'Draft',
  submitted: 'Waiting for a second reader',
  'sent back': 'Sent back',
  published: 'Published',
}

export async function draftPage(
  db: Db,
  account: Account,
  draft: KeptDraft,
  refused: Refused = { lines: [] },
) {
  const { form, gone } = await openedFor(db, draft)
  const isOwn = draft.account_id === account.id
  const isWaiting = draft.state === 'submitted'
  const isRead = isWaiting && !isOwn && may(account.role, 'review')
  const formAddress = withDraft(draft.address, draft.id)
  const { changes, overtaken } = form ? await todayOf(db, form, draft) : { changes: [], overtaken: gone }
  return {
    title: draft.title,
    isPrivate: true,
    crumbs: [{ label: 'Desk', href: '/desk' }],
    id: String(draft.id),
    state: states[draft.state],
    who: draft.who,
    when: sayMoment(draft.changed),
    steps: (await stepsOf(db, draft.id)).map((one) => ({
      ...one,
      step: capital(one.step),
      at: sayMoment(one.at),
      remark: one.remark ?? '',
    })),
    changes,
    comparison: form?.comparison ?? null,
    replaces: changes.some(({ was }) => was !== ''),
    isChanging: form !== null,
    typed: form ? [] : textsIn(JSON.parse(draft.typed)),
    overtaken,
    leadsTo: draft.leads_to ?? '',
    open: form && (isRead || isOwn) ? formAddress : '',
    openWords: isOwn ? 'Go on writing' : 'Open it in the form',
    mayTakeBack: isOwn && isWaiting,
    mayDrop: isOwn && (draft.state === 'draft' || draft.state === 'sent back'),
    mayReview: isRead,
    seen: seenWords(seenNow(draft)),
    refused: refused.lines,
    fault: refused.fault ?? '',
    remark: refused.remark ?? '',
  }
}

/** The form it was typed into, as it opens today; where what it is about is gone, the sentence that says so. */
async function openedFor(
  db: Db,
  { address, state }: KeptDraft,
): Promise<{ form: Form | null; gone: string }> {
  const found = formAt(allForms, address)
  if (state === 'published') return { form: null, gone: '' }
  if (!found) return { form: null, gone: 'The form that it was typed into is no more.' }
  try {
    return { form: await found.kind.open(db, found.asked), gone: '' }
  } catch (error) {
    if (error instanceof Refusal) return { form: null, gone: error.message }
    throw error
  }
}

/** Whatever was typed, in its order: all that is left to show where the form is gone. */
function textsIn({ typed, rows }: Draft): string[] {
  const own = Object.values(typed).filter((text) => text.trim() !== '')
  return [...own, ...Object.values(rows).flatMap((some) => some.flatMap(textsIn))]
}

interface Today {
  changes: Difference[]
  /** Whether somebody changed the record since, and what. */
  overtaken: string
}

/** As it would change the record today; of something new all is told, also what its form began with. */
async function todayOf(db: Db, form: Form, draft: KeptDraft): Promise<Today> {
  const sent = sentOf(form.part, draft)
  const meeting = form.version === sent.version ? null : meet(form.part, sent.base, sent.draft, form.begins)
  const stands = form.version === 0 ? blank(form.part) : form.begins
  const told = await byTitle(db, form, [stands, sent.draft])
  const changes = differences(form.part, told(stands), told(meeting?.draft ?? sent.draft))
  return { changes, overtaken: meeting ? overtakenBy(meeting) : '' }
}

/** A track is told by its title. */
async function byTitle(db: Db, form: Form, drafts: Draft[]): Promise<(draft: Draft) => Draft> {
  const typed = drafts.map(({ typed }) => typed.track_id ?? '')
  const options = ((await form.tracks?.(db, typed))?.groups ?? []).flatMap(({ options }) => options)
  return (draft) => {
    const track = options.find(({ value }) => value === draft.typed.track_id)
    return track ? { ...draft, typed: { ...draft.typed, track_id: track.label } } : draft
  }
}

function overtakenBy({ crossings }: Meeting): string {
  return crossings.length === 0
    ? 'The record changed since, in other fields: they stay as they are.'
    : `The record changed since, in the same fields: ${crossings.map(({ field }) => field).join(', ')}.`
}

/** Why it could not be published, line by line. */
export function whyNot(answer: Exclude<Answer, { kind: 'saved' }>): string[] {
  if (answer.kind === 'refused') return [...answer.faults.values(), ...answer.warnings]
  if (answer.kind === 'made')
    return ['What was typed into this form is in the record already, in other words.']
  const fields = answer.meeting.crossings.map(({ field }) => field).join(', ')
  return [
    `Somebody changed the same fields meanwhile: ${fields}. Open it in the form and choose, or send it back.`,
  ]
}
