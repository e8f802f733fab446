import { join } from 'node:path'
import { wallClock } from '../../src/kernel/clock.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { copyOfRecord } from '../made.ts'
import { newFolder } from './program.ts'

/** The path of a small record of one's own, closed and whole. */
export async function smallRecord(): Promise<string> {
  const path = join(newFolder(), 'record.sqlite')
  await copyOfRecord(path, join(ROOT, 'tests/data'), wallClock)
  return path
}
