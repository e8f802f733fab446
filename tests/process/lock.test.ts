import { spawn } from 'node:child_process'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { openWriter } from '../../src/db/open.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { PASSWORD, serveHere } from './served.ts'
import { smallRecord } from './small-record.ts'

/** Resolves once another process has the write lock. */
async function hold(path: string, milliseconds: number): Promise<{ gone: Promise<unknown> }> {
  const args = ['--import', 'tsx', 'tests/process/holder.ts', path, String(milliseconds)]
  const holder = spawn(process.execPath, args, { cwd: ROOT })
  const gone = new Promise((resolve) => holder.once('close', resolve))
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  return { gone }
}

test('while another program writes for four seconds pages are quick, and a sign-in waits its turn', async () => {
  const { path, db, visit } = await serveHere()
  await addAccount(db, wallClock, 'Nora', 'editor', PASSWORD)
  await visit.get('/sign-in')
  const { gone } = await hold(path, 4000)
  let isOver = false
  gone.then(() => {
    isOver = true
  })
  const signingIn = visit.post('/sign-in', { name: 'Nora', password: PASSWORD, next: '/rounds' })
  const waits: number[] = []
  while (!isOver) {
    const began = performance.now()
    const { status } = await visit.get('/rounds/1')
    waits.push(performance.now() - began)
    expect(status).toBe(200)
  }
  expect(waits.length).toBeGreaterThan(20)
  expect(Math.max(...waits)).toBeLessThan(1000)
  const reply = await signingIn
  expect([303, 503]).toContain(reply.status)
  await visit.get('/sign-in')
  expect((await visit.post('/sign-in', { name: 'Nora', password: PASSWORD, next: '/rounds' })).status).toBe(
    303,
  )
})

test('a write that has waited too long is told so, and nothing of it is kept', async () => {
  const { path, db, visit } = await serveHere()
  await visit.get('/sign-in')
  const blocker = new Database(path)
  blocker.exec('begin immediate')
  const reply = await visit.post('/sign-in', { name: 'Nobody', password: 'whatever this may be' })
  blocker.exec('rollback')
  blocker.close()
  expect(reply.status).toBe(503)
  expect(reply.text).toContain('Nothing was saved')
  expect(await db.selectFrom('audit').selectAll().where('event', '=', 'sign-in refused').execute()).toEqual(
    [],
  )
})

test('a write is on disk before it is acknowledged', async () => {
  const writer = openWriter(await smallRecord())
  expect(writer.pragma('synchronous', { simple: true })).toBe(2)
  expect(writer.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(writer.pragma('foreign_keys', { simple: true })).toBe(1)
  writer.close()
})

test('nobody writes outside a transaction', async () => {
  const { db } = await serveHere()
  await expect(
    db.insertInto('audit').values({ at: '2024', who: 'somebody', event: 'nothing', detail: null }).execute(),
  ).rejects.toThrow('readonly')
})
