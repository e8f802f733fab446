import { parseArgs } from 'node:util'
import { Unusable } from '../db/open.ts'
import type { Db } from '../db/tables.ts'
import { openOrCreate } from '../exchange/first-start.ts'
import { wallClock } from '../kernel/clock.ts'
import { BadConfig, type Config, readConfig } from '../kernel/config.ts'
import { Refusal } from '../kernel/fault.ts'

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

export interface Call {
  config: Config
  positionals: string[]
  options: Record<string, string | boolean | undefined>
}

/** Runs a command line: --help prints the help; a fault is one sentence and exit code 1. */
export async function command(
  help: string,
  options: Options,
  run: (call: Call) => Promise<void>,
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values.help) return say(help)
    await run({ config: readConfig(process.env), positionals, options: values as Call['options'] })
  } catch (error) {
    if (!isExpected(error)) throw error
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}

/** A misuse of the command line, answered with its help. */
export class Misuse extends Error {}

function isExpected(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  return (
    [Unusable, BadConfig, Refusal, Misuse].some((kind) => error instanceof kind) ||
    /^(ERR_PARSE_ARGS|ENO|EACC|EEXIST|EROFS|EISDIR|SQLITE_)/.test(code)
  )
}

/** Opens the record for one piece of work and closes it after. */
export async function withRecord(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
  const { db } = await openOrCreate(config.database, wallClock)
  try {
    await work(db)
  } finally {
    await db.destroy()
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Shown on a terminal only: a file of output stays clean. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`  ${line}\n`)
}
