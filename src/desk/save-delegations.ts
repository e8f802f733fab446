import { withdrawRecord } from '../history/record-writes.ts'
import { delegateRecord, delegationRecord } from '../rounds/fields.ts'
import type { Gathered } from '../rounds/gather.ts'
import { withdrawDelegation } from '../rounds/writes.ts'
import type { Entry } from './part.ts'
import type { delegationPart } from './parts.ts'
import type { RoundEntry } from './rules.ts'
import { REMOVED, type Writing } from './writing.ts'

export async function saveDelegations(
  writing: Writing,
  round_id: number,
  { lists }: RoundEntry,
  all: Gathered | null,
) {
  const { db, by } = writing
  const standing = all?.delegations ?? []
  await writing.removeMissing(standing, lists.delegations, (id) => withdrawDelegation(db, by, id, REMOVED))
  let position = Math.max(0, ...standing.map(({ position }) => position))
  for (const entry of lists.delegations) {
    const party_id = (await writing.party(entry)) ?? undefined
    const { size, mandate, party } = entry.values
    const place = entry.id === null ? { round_id, position: ++position } : {}
    const id = await writing.keep(delegationRecord, entry, { ...place, party_id, size, mandate }, party)
    const people = all?.delegates.filter(({ delegation_id }) => delegation_id === entry.id) ?? []
    await savePeople(writing, { id, party_id: party_id ?? null }, entry, people)
  }
}

async function savePeople(
  writing: Writing,
  { id: delegation_id, party_id }: { id: number; party_id: number | null },
  { lists }: Entry<typeof delegationPart>,
  standing: Gathered['delegates'],
) {
  const { db, by } = writing
  await writing.removeMissing(standing, lists.people, (id) =>
    withdrawRecord(db, by, delegateRecord, id, REMOVED),
  )
  let position = Math.max(0, ...standing.map(({ position }) => position))
  for (const entry of lists.people) {
    const person_id = await writing.person(entry)
    const office_id = await writing.office(entry, person_id, party_id)
    const { person, office, role } = entry.values
    const place = entry.id === null ? { delegation_id, position: ++position } : {}
    const said = [person, office, role].filter(Boolean).join(', ')
    await writing.keep(
      delegateRecord,
      entry,
      { ...place, person_id: person_id ?? undefined, office_id, role },
      said,
    )
  }
}
