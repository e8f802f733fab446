import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOrCreate } from '../src/exchange/first-start.ts'
import type { Clock } from '../src/kernel/clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-made-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A record is made once for all files of tests that a worker runs, by the folder it is made from and the clock. */
const made = new Map<Clock, Map<string, Promise<string>>>()

/** Puts a record made from a folder of CSV files where it is wanted, closed and whole. */
export async function copyOfRecord(to: string, data: string, clock: Clock): Promise<void> {
  const byData = made.get(clock) ?? new Map<string, Promise<string>>()
  made.set(clock, byData)
  const path = byData.get(data) ?? make(data, clock)
  byData.set(data, path)
  copyFileSync(await path, to)
}

let number = 0

async function make(data: string, clock: Clock): Promise<string> {
  number += 1
  const path = join(folder, `${number}.sqlite`)
  const { db } = await openOrCreate(path, clock, data)
  await db.destroy()
  return path
}
