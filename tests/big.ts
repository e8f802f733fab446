/* Made-up records for tests that need a large one: made once for each size, and read by whoever asks again. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Size } from '../src/bench/synthetic/fill.ts'
import { makeRecord } from '../src/bench/synthetic/made.ts'
import { ROOT } from '../src/kernel/root.ts'

const folder = join(tmpdir(), 'parley-big')

/** The file of such a record, whole and closed. It is shared: whoever writes to it takes a copy. */
export async function bigRecord({
  rounds,
  claims = 2,
  seed = 1,
}: Pick<Size, 'rounds'> & Partial<Size>): Promise<string> {
  const size = `${rounds}-${claims}-${seed}-`
  const path = join(folder, `${size}${program()}.sqlite`)
  mkdirSync(folder, { recursive: true })
  while (!existsSync(path)) {
    if (!holds(`${path}.pid`)) await rest(200)
    else
      try {
        for (const old of readdirSync(folder).filter(isOld(size, path))) rmSync(join(folder, old))
        if (!existsSync(path)) await makeRecord(path, { rounds, claims, seed })
      } finally {
        rmSync(`${path}.pid`)
      }
  }
  return path
}

/** What another state of the program made. */
function isOld(size: string, path: string) {
  return (name: string) => name.startsWith(size) && name.endsWith('.sqlite') && !path.endsWith(name)
}

/** Tests run in several processes: one of them makes the record, the others wait for it. */
function holds(mark: string): boolean {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0
    if (holder > 0 && !isRunning(holder)) rmSync(mark, { force: true })
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A mark of all that makes a record: it is made anew when the schema or any rule of ours changes. */
function program(): string {
  const hash = createHash('sha256')
  for (const path of ['migrations', 'src'].flatMap((top) => files(join(ROOT, top))))
    if (!path.includes('/src/client/')) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 12)
}

function files(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
