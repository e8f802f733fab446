import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addressOf, startParley } from './program.ts'
import { smallRecord } from './small-record.ts'

/** A visitor whose form arrives in two pieces, half of it late. */
async function slowForm(address: string) {
  const { port } = new URL(address)
  const socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)))
  await new Promise((resolve) => socket.once('connect', resolve))
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nname`,
  )
  return { finish: () => socket.write('=Nora'), closed }
}

test('told to stop, it answers the request in flight, ends with 0 in time and leaves no log behind', async () => {
  const path = await smallRecord()
  const program = startParley(path)
  const address = await addressOf(program)
  await fetch(`${address}/sign-in`)
  expect(existsSync(`${path}-wal`)).toBe(true)
  const visitor = await slowForm(address)
  await pause(200)
  const began = performance.now()
  program.child.kill('SIGTERM')
  await pause(800)
  visitor.finish()
  expect(await visitor.closed).toMatch(/^HTTP\/1\.1 403 /)
  expect((await program.ended).code).toBe(0)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('idle visitors and a second signal do not keep it from stopping at once', async () => {
  const program = startParley(await smallRecord())
  const address = await addressOf(program)
  await (await fetch(`${address}/rounds`)).text()
  const began = performance.now()
  program.child.kill('SIGTERM')
  program.child.kill('SIGINT')
  expect((await program.ended).code).toBe(0)
  expect(performance.now() - began).toBeLessThan(3000)
})

test('a signal while it is still starting stops it too', async () => {
  const program = startParley(await smallRecord())
  await pause(150)
  program.child.kill('SIGTERM')
  expect((await program.ended).out).toBe('')
})
