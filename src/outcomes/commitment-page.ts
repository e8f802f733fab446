import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate } from '../kernel/say-date.ts'
import { platesIn } from '../rounds/plates.ts'
import { type Claims, claimsOn } from '../sources/claim-reads.ts'
import { evidenceIfAny } from '../sources/evidence.ts'
import { type Fact, fact } from '../sources/facts.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { sourcesWithIds } from '../sources/reads.ts'
import { tallyOn } from '../sources/tally.ts'
import { sourceLines } from '../sources/view.ts'
import { type CommitmentRow, theCommitment } from './commitment-reads.ts'
import { doubleEntryOf } from './double-entry.ts'
import { type Account, ledgersOf } from './gather.ts'
import { sayAmount } from './ledger-words.ts'
import { boundPlates, commitmentLine } from './list.ts'
import { commitmentsOf } from './reads.ts'
import { doubtsOf } from './standing.ts'

/** One promise and its ledger in full, as of the day. */
export async function commitmentPage(db: Db, id: number, day: number) {
  const { account, claims } = await theAccount(db, id, day)
  const { commitment } = account
  const [plates, siblings, sources] = await Promise.all([
    platesIn(db, [commitment.process_id]),
    commitmentsOf(db, [commitment.outcome_id]),
    sourcesWithIds(db, claims.sourceIds()),
  ])
  const plate = plates(commitment.process_id)
  const doubts = doubtsOf(account)
  const others = siblings.filter((one) => one.id !== id)
  return {
    title: commitment.title,
    history: historyPath('commitment', id),
    forms: formLinks('commitment', id, [
      { label: 'Report a delivery', record: 'follow_up', column: 'commitment_id' },
    ]),
    crumbs: [
      { label: 'Commitments', href: '/commitments' },
      { label: commitment.process, href: `/commitments?process=${commitment.process_slug}` },
    ],
    debtorName: commitment.debtor ?? '',
    creditorName: commitment.creditor ?? '',
    line: commitmentLine(account, plate),
    bar: tallyOn(claims),
    facts: factsOf(account, claims),
    doubts,
    hasDoubts: doubts.length > 0,
    entries: doubleEntryOf(account, claims, plate),
    siblings: others.map((one) => ({
      href: `/commitments/${one.id}`,
      title: one.title,
      ...boundPlates({ commitment: { ...commitment, ...one } }, plate),
    })),
    hasSiblings: others.length > 0,
    sources: sourceLines(sources, claims),
    hasSources: sources.length > 0,
    cite: citeOf(commitment),
    csv: `/commitments/${id}.csv`,
    json: `/commitments/${id}.json`,
  }
}

/** @throws Refusal 404 or 410 */
export async function theAccount(db: Db, id: number, day: number) {
  const [account] = (await ledgersOf(db, [await theCommitment(db, id)], day)) as [Account]
  const reports = account.ledger.entries.flatMap(({ reports }) => reports)
  const claims = await claimsOn(db, {
    commitment: [id],
    follow_up: idsOf(reports),
    outcome: [account.commitment.outcome_id],
  })
  return { account, claims }
}

function factsOf({ commitment, ledger }: Account, claims: Claims): Fact[] {
  const { id, unit, deadline, debtor, debtor_id, creditor, creditor_id, outcome_id } = commitment
  const on = (field: string) => ({ evidence: evidenceIfAny(claims, 'commitment', id, field) })
  const party = (number: number | null) => (number === null ? null : `/parties/${number}`)
  return [
    ...fact('Promised', ledger.promised && sayAmount(ledger.promised, unit), on('quantity')),
    ...fact('Who owes', debtor, { href: party(debtor_id), ...on('debtor_id') }),
    ...fact('To whom', creditor, { href: party(creditor_id), ...on('creditor_id') }),
    ...fact('By when', deadline && sayDate(deadline), on('deadline')),
    ...fact('Outcome', commitment.outcome, {
      href: `/rounds/${commitment.round_id}#outcomes`,
      note: commitment.level ?? 'level not entered',
    }),
    ...fact('Wording', commitment.wording, {
      evidence: evidenceIfAny(claims, 'outcome', outcome_id, 'wording'),
    }),
    ...fact('Round', commitment.round, { href: `/rounds/${commitment.round_id}` }),
    ...fact('Process', commitment.process, { href: `/processes/${commitment.process_slug}` }),
  ]
}

function citeOf({ id, title, process, round, version }: CommitmentRow): string {
  return `Parley, “${title}”, ${process}, ${round}. Version ${version}. /commitments/${id}`
}
