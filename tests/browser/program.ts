import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/kernel/root.ts'
import { whenDone } from '../closing.ts'

export interface Program {
  address: string
  /** Runs a script of package.json on the same database. */
  run(script: string, args: string[], stdin?: string): Promise<string>
}

/** The program itself, as npm start runs it, on a database that is there or a new one with the starter record. */
export async function theProgram(database?: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-browser-'))
  whenDone(() => rmSync(folder, { recursive: true, force: true }))
  const env = {
    ...process.env,
    PORT: '0',
    DATABASE_URL: `sqlite:${database ?? join(folder, 'record.sqlite')}`,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { cwd: ROOT, env })
  whenDone(() => child.kill('SIGKILL'))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Parley is at (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${said}`)))
  })
  return { address, run: (script, args, stdin) => run(env, script, args, stdin) }
}

function run(env: NodeJS.ProcessEnv, script: string, args: string[], stdin = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `src/commands/${script}.ts`, ...args], {
      cwd: ROOT,
      env,
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))))
    child.stdin.end(stdin)
  })
}
