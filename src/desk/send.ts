/* What happens to a form that was sent: it is written into the record, or tried and handed in for another to publish. */
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import { recording } from '../evidence/status-writes.ts'
import type { Author } from '../kernel/author.ts'
import { type Base, type Meeting, meet } from './crossed.ts'
import { type Draft, fingerprint } from './draft.ts'
import { type Asked, addressOf, type FormKind, noTrouble, type Trouble, type Written } from './form.ts'
import { keepSubmission, madeBy, madeFrom } from './submission-writes.ts'

export interface Sent {
  draft: Draft
  /** Marks one showing of the form, however often it is sent. */
  token: string
  /** The version that the editing began from. */
  version: number
  base: Base
}

/** Where a form is sent to, and what was sent. */
export interface Sending {
  kind: FormKind
  asked: Asked
  sent: Sent
}

export type Answer =
  /** `isAgain` where the same form was sent before, and wrote it then. */
  | ({ kind: 'saved'; isAgain: boolean } & Written)
  | ({ kind: 'refused' } & Trouble)
  | { kind: 'crossed'; version: number; meeting: Meeting }
  /** The same form, gone back to, made a record already; what it says now may be a change to that, or another. */
  | ({ kind: 'made' } & Written)

/** Done in the same transaction as the writing. */
type Besides = (db: Db, written: Extract<Answer, { kind: 'saved' }>) => Promise<void>

/** Checks and writes in one transaction, so that what was checked is what is changed. */
export function publish(db: Db, by: Author, sending: Sending, besides?: Besides): Promise<Answer> {
  return recording(db, async (db) => {
    const answer = await attempt(db, by, sending)
    if (answer.kind === 'saved') await besides?.(db, answer)
    return answer
  })
}

/** As `publish`; where somebody changed other fields meanwhile, those stay as they are now. */
export function publishOver(db: Db, by: Author, sending: Sending, besides: Besides): Promise<Answer> {
  return recording(db, async (db) => {
    const first = await attempt(db, by, sending)
    const isApart = first.kind === 'crossed' && first.meeting.crossings.length === 0
    const answer = isApart
      ? await attempt(db, by, { ...sending, sent: onGroundOf(sending.sent, first) })
      : first
    if (answer.kind === 'saved') await besides(db, answer)
    return answer
  })
}

function onGroundOf(sent: Sent, { version, meeting }: Extract<Answer, { kind: 'crossed' }>): Sent {
  return { ...sent, version, draft: meeting.draft }
}

/** What would happen: all of it is done, looked at, and undone again. */
export async function rehearse(db: Db, by: Author, sending: Sending, look?: Besides): Promise<Answer> {
  try {
    return await atomically(db, async (db) => {
      const answer = await publish(db, by, sending)
      if (answer.kind === 'saved') await look?.(db, answer)
      throw new Rehearsed(answer)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer
    throw error
  }
}

class Rehearsed extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super('Nothing is kept of a rehearsal.')
    this.answer = answer
  }
}

async function attempt(db: Db, by: Author, { kind, asked, sent }: Sending): Promise<Answer> {
  const { draft, token, version, base } = sent
  const showing = `${token}.${fingerprint(draft, addressOf(kind, asked))}`
  const earlier = await madeBy(db, by, showing)
  if (earlier) return { kind: 'saved', isAgain: true, ...earlier }
  const form = await kind.open(db, asked)
  const made = form.begins.id === '' ? await madeFrom(db, by, token) : null
  if (made) return { kind: 'made', ...made }
  if (form.version !== version)
    return { kind: 'crossed', version: form.version, meeting: meet(form.part, base, draft, form.begins) }
  const trouble = noTrouble()
  const written = await form.write(db, by, draft, trouble)
  if (written === null) return { kind: 'refused', ...trouble }
  await keepSubmission(db, by, showing, written)
  return { kind: 'saved', isAgain: false, ...written }
}
