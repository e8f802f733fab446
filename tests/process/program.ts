import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/kernel/root.ts'
import { afterThisTest, whenDone } from '../closing.ts'

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-process-'))
  whenDone(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface Program {
  child: ChildProcess
  /** What it has said so far. */
  said(): string
  /** Waits for words on its output. @throws where it ends before */
  says(words: RegExp): Promise<RegExpExecArray>
  ended: Promise<Ended>
}

/** Runs a script of ours as its users do, on a database of the test's own. */
export function run(
  script: string,
  database: string,
  { args = [], input = '', port = 0 }: { args?: string[]; input?: string; port?: number } = {},
): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      DATABASE_URL: `sqlite:${database}`,
    },
  })
  afterThisTest(() => child.kill('SIGKILL'))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }))
  })
  const said = () => out
  return { child, said, ended, says: (words) => heard(child, said, () => err, words) }
}

function heard(
  child: ChildProcess,
  out: () => string,
  err: () => string,
  words: RegExp,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = words.exec(out())
      if (found) resolve(found)
    }
    look()
    child.stdout?.on('data', look)
    child.once('close', () => reject(new Error(`It ended without saying ${words}: ${out()}${err()}`)))
  })
}

export function startParley(database: string, port = 0): Program {
  return run('src/main.ts', database, { port })
}

/** Where it listens, once it does. */
export async function addressOf(program: Program): Promise<string> {
  const [, port] = await program.says(/http:\/\/localhost:(\d+)/)
  return `http://127.0.0.1:${port}`
}

/** Starts it, waits for its address, and asks for a page. */
export async function serves(
  database: string,
): Promise<{ program: Program; address: string; status: number }> {
  const program = startParley(database)
  const address = await addressOf(program)
  const { status } = await fetch(`${address}/rounds`)
  return { program, address, status }
}
