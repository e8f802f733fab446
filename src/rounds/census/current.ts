import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/tables.ts'
import { Census } from './census.ts'
import { changesSpan, countedIn, idsSpan, roundsChanged } from './count-reads.ts'

/** Rounds read at once; between two stretches others have their turn. */
const STRETCH = 1000

interface Kept {
  census: Census
  /** The last change that it has. */
  change: number
}

/** One for each handle, and as the record was known on each day that somebody asks for. */
const kept = new WeakMap<Db, Promise<Kept>>()

/** The census as of the last change. The first to ask has it made: about two seconds for a hundred thousand rounds. */
export async function censusOf(db: Db): Promise<Census> {
  const next = (kept.get(db) ?? Promise.resolve(null)).then((now) => upToDate(db, now))
  kept.set(db, next)
  // Who asks after a failure begins anew.
  next.catch(() => kept.delete(db))
  return (await next).census
}

async function upToDate(db: Db, now: Kept | null): Promise<Kept> {
  const { oldest, latest } = await changesSpan(db)
  if (now?.change === latest) return now
  if (now === null || oldest > now.change + 1 || now.census.left > now.census.size + STRETCH)
    return madeAnew(db, latest)
  const changed = await roundsChanged(db, now.change)
  if (changed === null) return madeAnew(db, latest)
  now.census.leave(changed)
  for (let from = 0; from < changed.length; from += STRETCH)
    now.census.enter(await countedIn(db, { ids: changed.slice(from, from + STRETCH) }))
  return { ...now, change: latest }
}

/** What changes while it is made is told by the changes after `latest`. */
async function madeAnew(db: Db, latest: number): Promise<Kept> {
  const census = new Census()
  const span = await idsSpan(db)
  for (let from = span?.from ?? 0; from <= (span?.to ?? -1); from += STRETCH) {
    census.enter(await countedIn(db, { from, to: from + STRETCH - 1 }))
    await nextTurn()
  }
  return { census, change: latest }
}
