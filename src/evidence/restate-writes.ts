import { type Called, calledKinds, callThese } from '../catalogue/called-writes.ts'
import { recordNamed } from '../catalogue/records.ts'
import { pagesOf } from '../catalogue/rows.ts'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { liken } from '../likeness/alike-writes.ts'
import { likenedKinds } from '../likeness/trait-reads.ts'
import { noteChanges } from '../rounds/census/change-writes.ts'
import { indexThese } from '../search/index-writes.ts'
import { foundKinds } from '../search/kinds.ts'
import { countsOfWords } from '../search/vocabulary-reads.ts'
import { derivedOf } from './derived-reads.ts'
import { subjectKinds } from './setting-reads.ts'
import { restate } from './status-writes.ts'

export interface Restated {
  records: number
  /** "round 1001": what stood differs from what the claims say. There must be none. */
  differing: string[]
}

/** Judges and indexes the whole record anew, some hundred records at a time, and tells where what was derived of it was wrong. */
export async function restateAll(db: Db): Promise<Restated> {
  const differing: string[] = []
  let records = 0
  for (const record of subjectKinds) {
    const kind = recordNamed(record)
    if (!kind) continue
    for await (const rows of pagesOf(db, kind)) {
      records += rows.length
      differing.push(...(await restatePage(db, record, idsOf(rows))))
    }
  }
  differing.push(...(await indexAll(db)))
  return { records, differing }
}

/** Indexes the whole record anew, and tells which words then stood in more or fewer records. */
async function indexAll(db: Db): Promise<string[]> {
  const before = await countsOfWords(db)
  for (const record of foundKinds) {
    const kind = recordNamed(record)
    if (!kind) continue
    for await (const rows of pagesOf(db, kind))
      await atomically(db, (db) => indexThese(db, record, idsOf(rows)))
  }
  const after = await countsOfWords(db)
  const words = new Set([...before.keys(), ...after.keys()])
  return [...words]
    .filter((word) => before.get(word) !== after.get(word))
    .map((word) => `the search for ${word}`)
}

function restatePage(db: Db, record: string, ids: number[]): Promise<string[]> {
  return atomically(db, async (db) => {
    const before = await derivedOf(db, record, ids)
    const rounds = await restate(db, record, ids)
    if (likenedKinds.includes(record)) await liken(db, record, ids)
    if (isCalled(record)) await callThese(db, record, ids)
    const after = await derivedOf(db, record, ids)
    const differing = ids.filter((id) => before.get(id) !== after.get(id))
    // A program that runs meanwhile counts them anew.
    if (differing.length > 0) await noteChanges(db, new Map(), rounds)
    return differing.map((id) => `${record} ${id}`)
  })
}

function isCalled(record: string): record is Called {
  return (calledKinds as string[]).includes(record)
}
