/* From a form that came in to a draft that is kept, and back. */
import { createHash } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import { may } from '../../accounts/roles.ts'
import type { Db } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'
import { sayMoment } from '../../kernel/say-date.ts'
import { quotable } from '../../kernel/text.ts'
import { idIn } from '../../web/request.ts'
import { baseOf } from '../crossed.ts'
import { type Draft, keptDraft } from '../draft.ts'
import { type Asked, addressOf, type Form, type FormKind } from '../form.ts'
import type { ShownForm } from '../form-page.ts'
import type { Part } from '../part.ts'
import type { Sent } from '../send.ts'
import { newToken } from '../token.ts'
import { type KeptDraft, stepsOf, theDraft } from './reads.ts'
import { seenNow } from './seen.ts'
import type { Typed } from './writes.ts'

interface Came {
  kind: FormKind
  asked: Asked
  form: Form
  sent: Sent
}

export function typedRow({ kind, asked, form, sent }: Came): Typed {
  const { draft, token, version, base } = sent
  return {
    token,
    version,
    address: addressOf(kind, asked),
    title: titleOf(form, draft),
    typed: JSON.stringify(draft),
    base: JSON.stringify(base),
  }
}

/** Of several new ones each is told by what it is called: "Add a round: Istanbul, 23 July 2025". */
function titleOf({ title, version }: Form, { typed }: Draft): string {
  const called = version === 0 ? quotable(typed.title || typed.name || typed.publisher || '') : ''
  return called === '' ? title : `${title}: ${called}`
}

/** The one that follows; sent twice, a form is followed by one. */
export function nextRow({ form, sent }: Came): Typed | null {
  if (!form.next) return null
  const { address, title, begin } = form.next
  const draft = begin(sent.draft)
  return {
    token: createHash('sha256').update(`after ${sent.token}`).digest('base64url'),
    version: 0,
    address,
    title,
    typed: JSON.stringify(draft),
    base: JSON.stringify(baseOf(form.part, draft)),
  }
}

export function sentOf(part: Part, { typed, base, token, version }: KeptDraft): Sent {
  return { draft: keptDraft(part, JSON.parse(typed)), base: JSON.parse(base), token, version }
}

/**
 * The draft that an address names, to be typed on: one's own goes on in the same showing; another's is a copy.
 * @throws Refusal 404 where there is none, or none that this account may read
 */
export async function openedDraft(
  db: Db,
  account: Account,
  address: string,
  part: Part,
  named: unknown,
): Promise<ShownForm | null> {
  if (named === undefined) return null
  const kept = await theDraft(db, idIn(named))
  const isOwn = kept.account_id === account.id
  if (kept.address !== address || !(isOwn || mayRead(account, kept))) notFound('draft', kept.id)
  const notice = isOwn ? await noticeFor(db, kept) : `Written by ${kept.who}.`
  const token = isOwn && kept.state !== 'published' ? kept.token : newToken()
  const of = !isOwn && kept.state === 'submitted' ? seenNow(kept) : null
  return { ...sentOf(part, kept), token, of, notice }
}

/** What was sent back says above the form what is to be done. */
async function noticeFor(db: Db, { id, state, changed }: KeptDraft): Promise<string> {
  const last =
    state === 'sent back' ? (await stepsOf(db, id)).findLast(({ step }) => step === 'sent back') : null
  return last ? `Sent back by ${last.who}: “${last.remark}”` : `Draft kept ${sayMoment(changed)}.`
}

/** What is not handed in is its author's alone. */
export function mayRead({ id, role }: Account, { account_id, state }: KeptDraft): boolean {
  return account_id === id || (state !== 'draft' && may(role, 'review'))
}

/** The form's address, at which it shows this draft. */
export function withDraft(address: string, id: number): string {
  return `${address}${address.includes('?') ? '&' : '?'}draft=${id}`
}
