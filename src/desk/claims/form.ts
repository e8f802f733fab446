/* The form of one claim, new or on record. */
import type { Db } from '../../db/tables.ts'
import { withdrawRecord } from '../../history/record-writes.ts'
import type { Claim } from '../../sources/claim-reads.ts'
import { claimRecord } from '../../sources/fields.ts'
import { idIn } from '../../web/request.ts'
import { type Draft, emptyDraft } from '../draft.ts'
import { readEntry } from '../entry.ts'
import type { Form, FormKind, Trouble } from '../form.ts'
import { lookUp, namedIn } from '../names.ts'
import { reasonForm } from '../reason-form.ts'
import { suggestions } from '../suggestions.ts'
import { type ClaimPart, claimPart } from './part.ts'
import { claimPlan } from './plan.ts'
import { judgeClaim, warnings } from './rules.ts'
import { saveClaim } from './save.ts'
import { storedClaim, theClaim } from './stored.ts'
import { type Subject, subjectIn, theSubject } from './subject.ts'

export const claimForms: FormKind[] = [
  { path: '/claims/new', open: newClaim },
  { path: '/claims/:id/edit', open: (db, { params }) => correction(db, idIn(params.id)) },
  { path: '/claims/:id/withdraw', open: (db, { params }) => withdrawal(db, idIn(params.id)) },
]

async function newClaim(db: Db, { query }: { query: Record<string, string> }): Promise<Form> {
  const subject = await subjectIn(db, query)
  const part = claimPart(subject.kind)
  const begins = emptyDraft(part)
  begins.rows.links = []
  return claimForm(subject, part, begins, null)
}

async function correction(db: Db, id: number): Promise<Form> {
  const claim = await theClaim(db, id)
  const subject = await subjectOf(db, claim)
  const part = claimPart(subject.kind, claim.value)
  return claimForm(subject, part, await storedClaim(db, part, claim), claim)
}

function subjectOf(db: Db, { record, record_id, field }: Claim): Promise<Subject> {
  return theSubject(db, record, record_id, field)
}

function claimForm(subject: Subject, part: ClaimPart, begins: Draft, claim: Claim | null): Form {
  return {
    title: claim ? `Correct claim ${claim.id} on ${subject.title}` : `Add a claim on ${subject.title}`,
    lead: 'What one source says, through whom and in which words. Nothing else changes: the reading is the editors’.',
    crumbs: subject.crumbs,
    back: subject.evidence,
    act: claim ? 'Save the correction' : 'Add the claim',
    part,
    plan: claimPlan,
    begins,
    version: claim?.version ?? 0,
    suggestions: (db) => suggestions(db, null),
    processOf: async () => subject.process_id,
    async write(db, by, draft, trouble) {
      const entry = readEntry(part, draft, claim && begins, trouble.faults)
      const names = await lookUp(db, namedIn(part, entry))
      await judgeClaim(db, part, entry, names, trouble.faults)
      if (trouble.faults.size === 0)
        warn(trouble, await warnings(db, subject, entry, names), entry.values.kept)
      if (trouble.faults.size > 0) return null
      const id = await saveClaim(db, by, subject, entry, names, claim)
      return { record: 'claim', id, leadsTo: subject.evidence }
    },
  }
}

/** A check warns; a claim that is kept all the same says why. */
function warn(trouble: Trouble, odd: Array<{ says: string }>, kept: string | null): void {
  if (odd.length === 0 || kept !== null) return
  trouble.warnings.push(...odd.map(({ says }) => says))
  trouble.faults.set('kept', 'Kept because must say why, where a check warns; or correct the claim')
}

async function withdrawal(db: Db, id: number): Promise<Form> {
  const claim = await theClaim(db, id)
  const subject = await subjectOf(db, claim)
  return reasonForm({
    title: `Withdraw claim ${id} on ${subject.title}`,
    lead: 'It no longer counts and leaves all pages and downloads; its history stays, and it can be restored from there. Where the source itself took it back, correct the claim instead: it then stays, marked.',
    crumbs: subject.crumbs,
    back: subject.evidence,
    act: 'Withdraw the claim',
    version: claim.version,
    process_id: subject.process_id,
    async does(db, by, reason) {
      await withdrawRecord(db, by, claimRecord, id, reason)
      return { record: 'claim', id, leadsTo: subject.evidence }
    },
  })
}
