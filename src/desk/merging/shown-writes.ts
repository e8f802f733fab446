import { pointersTo } from '../../catalogue/pointers.ts'
import { rowsPointing } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { settingsOf } from '../../evidence/setting-reads.ts'
import type { RecordKind } from '../../fields/record.ts'
import { raiseVersion } from '../../history/record-writes.ts'
import { idsOf } from '../../kernel/ids.ts'
import { roundRecord } from '../../rounds/fields.ts'
import { forgetRounds, indexRounds } from '../../search/writes.ts'

/** Whoever has a form open that shows these records must see that they changed; rounds are found by what they now say. */
export async function shownAnew(
  db: Db,
  kind: RecordKind,
  standing: number[],
  withdrawn: number[],
): Promise<void> {
  const isRound = kind.name === 'round'
  const rounds = await roundsShowing(db, kind.name, standing)
  if (isRound) for (const id of standing) rounds.add(id)
  else await raiseVersion(db, kind, standing)
  for (let from = 0, all = [...rounds]; from < all.length; from += 2000)
    await raiseVersion(db, roundRecord, all.slice(from, from + 2000))
  if (isRound) await forgetRounds(db, withdrawn)
  await indexRounds(db, [...rounds])
}

/** A process is shown by the rounds of its tracks, a proposer by those in which the proposal was dealt with. */
async function roundsShowing(db: Db, record: string, ids: number[]): Promise<Set<number>> {
  const rounds = new Set<number>()
  for (const pointer of pointersTo(record)) {
    if (pointer.about !== null || pointer.kind.name === 'claim') continue
    const pointing = idsOf(await rowsPointing(db, pointer, ids))
    const { name } = pointer.kind
    const inner = isBetween(name) ? await roundsShowing(db, name, pointing) : []
    for (const id of inner) rounds.add(id)
    for (const { round_id } of await settingsIn(db, name, pointing))
      if (round_id !== null) rounds.add(round_id)
  }
  return rounds
}

function isBetween(record: string): boolean {
  return record === 'track' || record === 'proposal'
}

async function settingsIn(db: Db, record: string, ids: number[]) {
  const found: Awaited<ReturnType<typeof settingsOf>> = []
  for (let from = 0; from < ids.length; from += 2000)
    found.push(...(await settingsOf(db, record, ids.slice(from, from + 2000))))
  return found
}
