/* One draft: what it would change, what became of it, and what can be done with it. */
import type { Account } from '../../accounts/account.ts'
import { may } from '../../accounts/roles.ts'
import type { Db } from '../../db/tables.ts'
import { sayMoment } from '../../kernel/say-date.ts'
import { capital } from '../../kernel/words.ts'
import { meet } from '../crossed.ts'
import { blank, differences } from '../differences.ts'
import type { Draft } from '../draft.ts'
import { type Form, formAt } from '../form.ts'
import { allForms } from '../forms.ts'
import type { Answer } from '../send.ts'
import { sentOf, withDraft } from './kept.ts'
import { type KeptDraft, stepsOf } from './reads.ts'

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
  const found = formAt(allForms, draft.address)
  const form = found && draft.state !== 'published' ? await found.kind.open(db, found.asked) : null
  const isOwn = draft.account_id === account.id
  const isWaiting = draft.state === 'submitted'
  const isRead = isWaiting && !isOwn && may(account.role, 'review')
  const formAddress = withDraft(draft.address, draft.id)
  const changes = form ? changesOf(form, draft) : []
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
    replaces: changes.some(({ was }) => was !== ''),
    isChanging: form !== null,
    overtaken: form ? overtakenBy(form, draft) : '',
    leadsTo: draft.leads_to ?? '',
    open: isRead || (isOwn && draft.state !== 'published') ? formAddress : '',
    openWords: isOwn ? 'Go on writing' : 'Open it in the form',
    mayTakeBack: isOwn && isWaiting,
    mayDrop: isOwn && (draft.state === 'draft' || draft.state === 'sent back'),
    mayReview: isRead,
    refused: refused.lines,
    fault: refused.fault ?? '',
    remark: refused.remark ?? '',
  }
}

/** As it would change the record today; of something new all is told, also what its form began with. */
function changesOf(form: Form, draft: KeptDraft) {
  const sent = sentOf(form.part, draft)
  const isStale = form.version !== sent.version
  const typed = isStale ? meet(form.part, sent.base, sent.draft, form.begins).draft : sent.draft
  const stands = form.version === 0 ? blank(form.part) : form.begins
  return differences(form.part, told(form, stands), told(form, typed))
}

/** A track by its title. */
function told({ tracks = [] }: Form, draft: Draft): Draft {
  const options = tracks.flatMap(({ options }) => options)
  const track = options.find(({ value }) => value === draft.typed.track_id)
  return track ? { ...draft, typed: { ...draft.typed, track_id: track.label } } : draft
}

function overtakenBy(form: Form, draft: KeptDraft): string {
  if (form.version === draft.version) return ''
  const { crossings } = meet(
    form.part,
    sentOf(form.part, draft).base,
    sentOf(form.part, draft).draft,
    form.begins,
  )
  return crossings.length === 0
    ? 'The record changed since, in other fields: they stay as they are.'
    : `The record changed since, in the same fields: ${crossings.map(({ field }) => field).join(', ')}.`
}

/** Why it could not be published, line by line. */
export function whyNot(answer: Exclude<Answer, { kind: 'saved' }>): string[] {
  if (answer.kind === 'refused') return [...answer.faults.values(), ...answer.warnings]
  const fields = answer.meeting.crossings.map(({ field }) => field).join(', ')
  return [
    `Somebody changed the same fields meanwhile: ${fields}. Open it in the form and choose, or send it back.`,
  ]
}
