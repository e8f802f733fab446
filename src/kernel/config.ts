import { isAbsolute, join } from 'node:path'
import { ROOT } from './root.ts'

export interface Config {
  port: number
  host: string
  /** The database file. */
  database: string
  /** Null: one is made and kept beside the database. */
  sessionSecret: string | null
  logLevel: LogLevel
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A setting that cannot be used; the message names the variable. */
export class BadConfig extends Error {}

/** Reads the environment once. @throws BadConfig */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: port(env.PORT ?? '3000'),
    host: host(env.HOST ?? '127.0.0.1'),
    database: database(env.DATABASE_URL ?? 'sqlite:data/parley.sqlite'),
    sessionSecret: secret(env.SESSION_SECRET),
    logLevel: logLevel(env.LOG_LEVEL ?? 'info'),
  }
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new BadConfig(`PORT must be a number from 0 to 65535, not "${text}".`)
  return Number(text)
}

function host(text: string): string {
  if (!/^[\w.:-]{1,255}$/.test(text))
    throw new BadConfig(`HOST must be a host name or an address, not "${text}".`)
  return text
}

function database(text: string): string {
  const path = /^sqlite:(.+)$/.exec(text)?.[1]
  if (!path)
    throw new BadConfig(`DATABASE_URL must be sqlite:PATH, such as sqlite:data/parley.sqlite, not "${text}".`)
  return isAbsolute(path) ? path : join(ROOT, path)
}

function secret(text: string | undefined): string | null {
  if (text === undefined) return null
  if (text.length < 32) throw new BadConfig('SESSION_SECRET must have 32 characters or more, or be left out.')
  return text
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((name) => name === text)
  if (!level) throw new BadConfig(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}".`)
  return level
}
