import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Unusable } from '../db/open.ts'

/** The secret beside the database, made at the first start and readable by its owner alone. */
export function sessionSecret(database: string): string {
  const path = `${database}.secret`
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Unusable(`${path} cannot be written: ${(error as Error).message}.`)
  }
  const secret = readFileSync(path, 'utf8')
  if (secret.length < 32)
    throw new Unusable(
      `${path} is damaged. Remove it to have a new one made; everybody will have to sign in again.`,
    )
  return secret
}
