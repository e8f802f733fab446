/* What one has begun, and what waits for a second reader. */
import { may } from '../../accounts/roles.ts'
import { sayMoment } from '../../kernel/say-date.ts'
import { clip } from '../../kernel/words.ts'
import { withDraft } from '../drafts/kept.ts'
import { openDraftsOf, queue, waitingOf } from '../drafts/reads.ts'
import { type Entry, MOST, sliced, type Watch } from './section.ts'

type Row = Awaited<ReturnType<typeof openDraftsOf>>[number]

export const draftsBegun: Watch = {
  name: 'drafts',
  title: 'Your drafts',
  one: 'draft',
  note: 'Kept as you typed, for you alone until you hand it in.',
  none: 'You have nothing unfinished.',
  async look(db, _day, slice, account) {
    const rows = await openDraftsOf(db, account.id, MOST + 1)
    return sliced(rows.slice(0, MOST).map(draftEntry), slice, rows.length > MOST)
  },
}

function draftEntry({ id, title, address, state, changed, remark }: Row): Entry {
  return {
    label: title,
    href: `/desk/drafts/${id}`,
    note:
      state === 'sent back'
        ? `Sent back ${sayMoment(changed)}: “${clip(remark ?? '', 160)}”`
        : `Kept ${sayMoment(changed)}`,
    more: '',
    anchor: `draft-${id}`,
    action: { label: 'Go on writing', href: withDraft(address, id) },
  }
}

export const secondReading: Watch = {
  name: 'review',
  title: 'Waiting for a second reader',
  one: 'draft',
  note: 'Handed in and not in the record yet, longest waiting first. Who wrote it does not publish it.',
  none: 'Nothing waits to be read.',
  async look(db, _day, slice, account) {
    const isReader = may(account.role, 'review')
    const rows = isReader ? await queue(db, MOST + 1) : await waitingOf(db, account.id, MOST + 1)
    const entries = rows
      .slice(0, MOST)
      .map((row) => waitingEntry(row, isReader && row.account_id !== account.id))
    return sliced(entries, slice, rows.length > MOST)
  },
}

function waitingEntry(
  { id, title, changed, who }: Awaited<ReturnType<typeof queue>>[number],
  isToRead: boolean,
): Entry {
  const href = `/desk/drafts/${id}`
  return {
    label: title,
    href,
    note: `${who}, ${sayMoment(changed)}`,
    more: '',
    anchor: `draft-${id}`,
    action: isToRead ? { label: 'Read it', href } : null,
  }
}
