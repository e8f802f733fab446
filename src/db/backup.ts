import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Unusable } from './open.ts'

/** Pages. In steps, a copy begins anew whenever somebody writes between two of them, and may never end. */
const ALL_AT_ONCE = 0x7fffffff

/**
 * Copies a record that may be in use. The copy is one state of it, is checked, and stands under its
 * name only when it is whole and on disk.
 */
export async function backUp(path: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Unusable(`${target} is there already. Give the backup a name of its own.`)
  if (!existsSync(path)) throw new Unusable(`There is no database at ${path}.`)
  const half = `${target}.part`
  const source = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await source.backup(half, { progress: () => ALL_AT_ONCE })
    seal(half)
    renameSync(half, target)
  } finally {
    source.close()
    rmSync(half, { force: true })
  }
}

/** "ok" where the copy is whole. Leaving WAL folds its log into it. */
function faultsOf(path: string): unknown {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = delete')
    return copy.pragma('integrity_check(1)', { simple: true })
  } finally {
    copy.close()
  }
}

/** One file without a log beside it, whole and synced. */
function seal(path: string): void {
  const faults = faultsOf(path)
  if (faults !== 'ok')
    throw new Unusable(
      `The backup came out damaged (${faults}) and was removed. The database itself may be damaged.`,
    )
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
