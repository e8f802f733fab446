/* What completes a name as it is typed. */
import { bearersOf, calledAmong, calledSo } from '../../catalogue/called-reads.ts'
import type { Called } from '../../catalogue/called-writes.ts'
import type { Db } from '../../db/tables.ts'
import { fold, tailsOf } from '../../kernel/fold.ts'
import { proposalsIn } from '../../proposals/reads.ts'
import { theTrack } from '../../rounds/reads.ts'
import type { Around } from './around.ts'
import { namedAt, roundsLately } from './near-reads.ts'
import { type Known, knownOf } from './reads.ts'

const AT_MOST = 10

export interface Hit {
  /** What the input then holds. */
  value: string
  name: string
  /** What tells it from another of the same name. */
  apart: string
}

/** Those of the track's last rounds first; then by the whole name, exactly or at its beginning; then by a word in it. */
export async function find(db: Db, record: Called, typed: string, around: Around): Promise<Hit[]> {
  const rounds = around.near === null ? [] : await roundsLately(db, around.near)
  const lately = await namedAt(db, record, rounds)
  const fitting = await calledAmong(db, record, lately, typed)
  const called = await calledSo(db, record, typed)
  const ids = new Set([...lately.filter((id) => fitting.has(id)), ...called.map(({ id }) => id)])
  const known = await inOrder(db, record, [...ids].slice(0, AT_MOST))
  if (record === 'source') return known.map((one) => ({ ...one, value: String(one.id) }))
  if (record === 'office' || record === 'track')
    return onceEach(known.map((one) => ({ ...one, value: one.name })))
  const bearers = await bearersOf(
    db,
    record,
    known.map(({ name }) => name),
  )
  return known.map((one) => ({
    ...one,
    value: (bearers.get(fold(one.name)) ?? 0) > 1 ? `${one.name} #${one.id}` : one.name,
  }))
}

/** Those of the track's own process, the latest first: a form continues no other's. */
export async function findProposal(db: Db, typed: string, { near }: Around): Promise<Hit[]> {
  if (near === null) return []
  const { process_id } = await theTrack(db, near)
  const own = (await proposalsIn(db, process_id)).filter(({ title }) => beginsAWord(title, typed))
  return onceEach(own.reverse().map(({ title, process }) => ({ value: title, name: title, apart: process })))
}

async function inOrder(db: Db, record: Called, ids: number[]): Promise<Known[]> {
  const known = new Map((await knownOf[record](db, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Whether a word of the name, or several from there on, begin as was typed. */
export function beginsAWord(name: string, typed: string): boolean {
  const begun = fold(typed).trim()
  return begun === '' || tailsOf(name).some((tail) => tail.startsWith(begun))
}

/** The first ones, none twice. */
export function onceEach(hits: Hit[]): Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [fold(hit.value), hit])).values()]
    .toReversed()
    .slice(0, AT_MOST)
}
