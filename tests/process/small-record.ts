import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOrCreate } from '../../src/exchange/first-start.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { newFolder } from './program.ts'

let made: string | null = null

/** The path of a small record of one's own, closed and whole. */
export async function smallRecord(): Promise<string> {
  made ??= await make()
  const path = join(newFolder(), 'record.sqlite')
  copyFileSync(made, path)
  return path
}

async function make(): Promise<string> {
  const path = join(newFolder(), 'record.sqlite')
  const { db } = await openOrCreate(path, wallClock, join(ROOT, 'tests/data'))
  await db.destroy()
  return path
}
