import { commitmentRecord, outcomeRecord } from '../outcomes/fields.ts'
import { withdrawCommitment, withdrawOutcome } from '../outcomes/writes.ts'
import type { Gathered } from '../rounds/gather.ts'
import type { Entry } from './part.ts'
import type { outcomePart } from './parts.ts'
import type { RoundEntry } from './rules.ts'
import { REMOVED, type Writing } from './writing.ts'

export async function saveOutcomes(
  writing: Writing,
  round_id: number,
  { lists }: RoundEntry,
  all: Gathered | null,
): Promise<void> {
  const { db, by } = writing
  await writing.removeMissing(all?.outcomes ?? [], lists.outcomes, (id) =>
    withdrawOutcome(db, by, id, REMOVED),
  )
  for (const entry of lists.outcomes) {
    const { kind, title, level, wording } = entry.values
    const id = await writing.keep(outcomeRecord, entry, { round_id, kind, title, level, wording }, title)
    const owed = all?.commitments.filter(({ outcome_id }) => outcome_id === entry.id) ?? []
    await saveCommitments(writing, id, entry, owed)
  }
}

async function saveCommitments(
  writing: Writing,
  outcome_id: number,
  { lists }: Entry<typeof outcomePart>,
  standing: Gathered['commitments'],
): Promise<void> {
  const { db, by } = writing
  await writing.removeMissing(standing, lists.commitments, (id) => withdrawCommitment(db, by, id, REMOVED))
  for (const entry of lists.commitments) {
    const { debtor: _debtor, creditor: _creditor, ...own } = entry.values
    const debtor_id = await writing.party(entry, 'debtor')
    const creditor_id = await writing.party(entry, 'creditor')
    await writing.keep(commitmentRecord, entry, { outcome_id, debtor_id, creditor_id, ...own }, own.title)
  }
}
