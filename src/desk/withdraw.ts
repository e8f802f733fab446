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

const reasonPart = part({
  one: 'Reason',
  fields: {
    reason: text({ label: 'Reason', max: 300, help: 'Readers who follow an old link are told it.' }),
  },
})

interface Reasoned {
  title: string
  lead: string
  crumbs: Array<{ label: string; href: string }>
  action: string
  back: string
  /** What the button says. */
  act: string
  typed?: string
  fault?: string
}

/** A page that asks why before something is done that can be undone. */
export function reasonForm({ typed = '', fault = '', ...asked }: Reasoned) {
  const faults = new Map(fault ? [['reason', fault]] : [])
  const showing = { faults, focus: '', tracks: [], isUsed: false }
  const reason = controlOf(reasonPart, 'reason', '', typed, showing)
  return {
    ...asked,
    isPrivate: true,
    reason,
    summary: fault ? [{ href: `#${reason.id}`, words: fault }] : [],
  }
}

export type ReasonRead = { ok: true; reason: string } | { ok: false; typed: string; fault: string }

export function readReason(body: Record<string, unknown>): ReasonRead {
  const reading = read(reasonPart.fields, body)
  if (reading.ok) return { ok: true, reason: reading.values.reason }
  return { ok: false, typed: reading.typed.reason, fault: reading.faults.reason ?? '' }
}

interface Titled {
  id: number
  title: string
}

export function withdrawPage({ id, title }: Titled, typed = '', fault = '') {
  return reasonForm({
    title: `Withdraw ${title}`,
    lead: 'It leaves all lists, searches and downloads. Its address then answers with the reason; its history stays.',
    crumbs: [
      { label: 'Rounds', href: '/rounds' },
      { label: title, href: `/rounds/${id}` },
    ],
    action: `/rounds/${id}/withdraw`,
    back: `/rounds/${id}`,
    act: 'Withdraw the round',
    typed,
    fault,
  })
}

/** Withdraws the round; where no reason was given, nothing is done and the form to show again is returned. */
export async function withdrawal(db: Db, by: Author, round: Titled, body: Record<string, unknown>) {
  const reading = readReason(body)
  if (!reading.ok) return withdrawPage(round, reading.typed, reading.fault)
  await recording(db, async (db) => {
    await theRound(db, round.id)
    await withdrawRecord(db, by, roundRecord, round.id, reading.reason)
    await forgetRounds(db, [round.id])
  })
  return null
}
