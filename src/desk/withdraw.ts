import type { Db } from '../db/tables.ts'
import { recording } from '../evidence/status-writes.ts'
import { text } from '../fields/kinds.ts'
import { read } from '../fields/read.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { roundRecord } from '../rounds/fields.ts'
import { theRound } from '../rounds/reads.ts'
import { forgetRounds } from '../search/writes.ts'
import { controlOf } from './control.ts'
import { part } from './part.ts'

const withdrawPart = part({
  one: 'Withdrawal',
  fields: {
    reason: text({ label: 'Reason', max: 300, help: 'Readers who follow an old link are told it.' }),
  },
})

interface Titled {
  id: number
  title: string
}

export function withdrawPage({ id, title }: Titled, typed = '', fault = '') {
  const faults = new Map(fault ? [['reason', fault]] : [])
  const reason = controlOf(withdrawPart, 'reason', '', typed, {
    faults,
    focus: '',
    tracks: [],
    isUsed: false,
  })
  return {
    title: `Withdraw ${title}`,
    isPrivate: true,
    crumbs: [
      { label: 'Rounds', href: '/rounds' },
      { label: title, href: `/rounds/${id}` },
    ],
    action: `/rounds/${id}/withdraw`,
    back: `/rounds/${id}`,
    reason,
    summary: fault ? [{ href: `#${reason.id}`, words: fault }] : [],
  }
}

/** Withdraws the round; where no reason was given, nothing is done and the form to show again is returned. */
export async function withdrawal(db: Db, by: Author, round: Titled, body: Record<string, unknown>) {
  const reading = read(withdrawPart.fields, body)
  if (!reading.ok) return withdrawPage(round, reading.typed.reason, reading.faults.reason)
  await recording(db, async (db) => {
    await theRound(db, round.id)
    await withdrawRecord(db, by, roundRecord, round.id, reading.values.reason)
    await forgetRounds(db, [round.id])
  })
  return null
}
