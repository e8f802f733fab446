import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { newFolder, run, serves } from './program.ts'
import { smallRecord } from './small-record.ts'

/** Another program that writes without pause. */
async function busyWriter(path: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/process/writer.ts', path], { cwd: ROOT })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const lastWritten = () => Number(said.trim().split('\n').at(-2) ?? 0)
  const stop = () => new Promise((resolve) => child.once('close', resolve) && child.kill('SIGKILL'))
  return { lastWritten, stop }
}

test('a backup taken while another program writes is whole, holds all that was written before, and can be started from', async () => {
  const path = await smallRecord()
  const target = join(newFolder(), 'backup.sqlite')
  const writer = await busyWriter(path)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const before = writer.lastWritten()
  const { code, out } = await run('src/commands/backup.ts', path, { args: [target] }).ended
  const after = writer.lastWritten()
  await writer.stop()
  expect([code, out]).toEqual([0, `Backed up ${path} to ${target}.\n`])
  expect(before).toBeGreaterThan(0)
  expect(after).toBeGreaterThan(before)
  expect(readdirSync(dirname(target))).toEqual(['backup.sqlite'])

  const copy = new Database(target, { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(copy.pragma('foreign_key_check')).toEqual([])
  expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
  expect(copy.prepare('select max(id) from audit').pluck().get()).toBeGreaterThanOrEqual(before)
  copy.close()
  expect((await serves(target)).status).toBe(200)
})

test("a backup takes no other file's place", async () => {
  const target = join(newFolder(), 'backup.sqlite')
  writeFileSync(target, 'an older backup')
  const { code, err } = await run('src/commands/backup.ts', await smallRecord(), { args: [target] }).ended
  expect(code).toBe(1)
  expect(err).toBe(`${target} is there already. Give the backup a name of its own.\n`)
})

test('a database that is not there cannot be backed up, and is not made', async () => {
  const path = join(newFolder(), 'record.sqlite')
  const { code, err } = await run('src/commands/backup.ts', path, { args: [`${path}.copy`] }).ended
  expect(code).toBe(1)
  expect(err).toBe(`There is no database at ${path}.\n`)
  expect(existsSync(path)).toBe(false)
})
