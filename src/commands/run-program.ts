import { spawn } from 'node:child_process'
import { ROOT } from '../kernel/root.ts'

/** Runs another program on the same terminal, and ends as it ends. */
export function runProgram(program: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
