import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newestVersion, versionOf } from '../../src/db/migrate.ts'
import { addressOf, newFolder, serves, startParley } from './program.ts'
import { smallRecord } from './small-record.ts'

interface Sight {
  integrity: unknown
  version: number
  rounds: number
  search: number
}

function lookInto(path: string): Sight {
  const file = new Database(path, { readonly: true })
  const count = (table: string) => file.prepare(`select count(*) from ${table}`).pluck().get() as number
  const sight = {
    integrity: file.pragma('integrity_check', { simple: true }),
    version: versionOf(file),
    rounds: count('round'),
    search: count('search where rowid >= 15 << 53'),
  }
  file.close()
  return sight
}

test('the first start loads the starter record and tells where it is and what comes next; later ones load nothing', async () => {
  const path = join(newFolder(), 'deep/below/record.sqlite')
  const first = await serves(path)
  expect(first.status).toBe(200)
  await first.program.says(/npm run account -- add NAME --role analyst/)
  expect(first.program.said()).toContain('The starter record was loaded.')
  first.program.child.kill('SIGTERM')
  expect((await first.program.ended).code).toBe(0)
  const before = lookInto(path)
  expect(before.rounds).toBeGreaterThan(0)

  const second = await serves(path)
  expect(second.status).toBe(200)
  expect(second.program.said().trim().split('\n')).toHaveLength(1)
  expect(lookInto(path)).toEqual(before)
})

test('a port that is taken is said in one sentence, and no database is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const path = join(newFolder(), 'record.sqlite')
  const program = startParley(path, port)
  const { code, out, err } = await program.ended
  other.close()
  expect([code, out]).toEqual([1, ''])
  expect(err).toBe(
    `The address 127.0.0.1:${port} is taken by another program. Set PORT or HOST to another one.\n`,
  )
  expect(existsSync(path)).toBe(false)
})

test('a folder that cannot be written is said in one sentence', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  const { code, out, err } = await startParley(join(folder, 'file/record.sqlite')).ended
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^[^\n]*file[^\n]*cannot be (read|written)[^\n]*\n$/)
})

test('a folder in the place of the database is said in one sentence', async () => {
  const path = join(newFolder(), 'record.sqlite')
  mkdirSync(path)
  const { code, err } = await startParley(path).ended
  expect(code).toBe(1)
  expect(err).toMatch(/^[^\n]*record\.sqlite[^\n]*\n$/)
})

test('the second name that a kill may leave goes at the next start', async () => {
  const path = await smallRecord()
  const gone = spawnSync(process.execPath, ['--version']).pid
  linkSync(path, `${path}.making-${gone}`)
  const { program } = await serves(path)
  program.child.kill('SIGTERM')
  await program.ended
  expect(existsSync(`${path}.making-${gone}`)).toBe(false)
})

test('a first start that is killed, at whatever moment, is completed by the next', async () => {
  const path = join(newFolder(), 'record.sqlite')
  for (const after of [0, 20, 60, 150, 300, 500, 800]) {
    const { child, ended } = startParley(path)
    await begun(path)
    await pause(after)
    child.kill('SIGKILL')
    await ended
    if (existsSync(path)) expect(lookInto(path)).toMatchObject({ integrity: 'ok', version: newestVersion() })
  }
  const { program, status } = await serves(path)
  expect(status).toBe(200)
  const { rounds, search } = lookInto(path)
  expect(rounds).toBeGreaterThan(0)
  expect(search).toBe(rounds)
  program.child.kill('SIGTERM')
  await program.ended
  expect(readdirSync(join(path, '..')).sort()).toEqual(['record.sqlite', 'record.sqlite.secret'])
})

/** Waits until the making of a new record has begun; one that stands is opened too fast to watch. */
async function begun(path: string): Promise<void> {
  const before = readdirSync(join(path, '..')).join()
  for (let tries = 0; tries < 400 && !existsSync(path); tries++) {
    if (readdirSync(join(path, '..')).join() !== before) return
    await pause(5)
  }
}

test('of two that start at once on one path both or one serve, from one whole record', async () => {
  const path = join(newFolder(), 'record.sqlite')
  const both = [startParley(path), startParley(path)]
  const served = await Promise.allSettled(
    both.map(async (program) => (await fetch(`${await addressOf(program)}/rounds`)).status),
  )
  expect(served).toContainEqual({ status: 'fulfilled', value: 200 })
  for (const { child, ended } of both) {
    child.kill('SIGTERM')
    await ended
  }
  expect(lookInto(path)).toMatchObject({ integrity: 'ok', version: newestVersion() })
  expect(readdirSync(join(path, '..')).filter((file) => file.includes('making'))).toEqual([])
})

test('a record that was in use is ready again soon after a kill', async () => {
  const path = await smallRecord()
  const first = await serves(path)
  first.program.child.kill('SIGKILL')
  await first.program.ended
  expect(readdirSync(join(path, '..'))).toContain(`${basename(path)}-wal`)
  const began = performance.now()
  expect((await serves(path)).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(4000)
})
