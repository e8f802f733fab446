/* The servers that are measured, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ROOT } from '../kernel/root.ts'

export interface Running {
  /** http://127.0.0.1:12345 */
  origin: string
  /** What it takes of the machine's memory: "312 MB"; null where the system does not say. */
  memory(): string | null
  stop(): void
}

/** The application as npm start runs it. */
export function startApplication(database: string): Promise<Running> {
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `sqlite:${database}`,
  }
  return start(['src/main.ts'], env)
}

export function startRaw(database: string, answers: string): Promise<Running> {
  return start(['src/bench/raw.ts', database, answers], process.env)
}

async function start(args: string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, env })
  const port = await portOf(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    memory: () => memoryOf(child.pid),
    stop: () => child.kill(),
  }
}

/** Linux tells it in a file. */
function memoryOf(pid: number | undefined): string | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? `${Math.round(Number(kilobytes) / 1000).toLocaleString('en')} MB` : null
  } catch {
    return null
  }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      const port = /http:\/\/[\w.]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(port)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}: ${said}`)))
  })
}
