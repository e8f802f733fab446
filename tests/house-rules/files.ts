import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { ROOT } from '../../src/kernel/root.ts'

/** What git keeps or would keep, as paths from the top. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))

export const source = files.filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'))
export const templates = files.filter((path) => /^views\/.*\.ejs$/.test(path))

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The text without its comments. */
export function code(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

export interface Import {
  from: string
  /** A path of ours, or the name of a library. */
  to: string
  isTypeOnly: boolean
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:([\w*{}\s,$]*?)\s+from\s+)?'([^']+)'/gm

export function importsOf(path: string): Import[] {
  return [...code(path).matchAll(IMPORT)].map(([, type, names, to = '']) => ({
    from: path,
    to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to,
    isTypeOnly: type !== undefined || onlyTypes(names),
  }))
}

function onlyTypes(names = ''): boolean {
  const listed = /^\{([\s\S]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '))
}

/** "rounds" of src/rounds/reads.ts; the file's own name for the entry files. */
export function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}

export function nameOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}
