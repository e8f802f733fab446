import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Unusable } from '../db/open.ts'

/** The secret beside the database, made at the first start and readable by its owner alone. */
export function sessionSecret(database: string): string {
  const path = `${database}.secret`
  if (!existsSync(path)) make(path)
  const secret = readFileSync(path, 'utf8')
  if (secret.length < 32)
    throw new Unusable(
      `${path} is damaged. Remove it to have a new one made; everybody will have to sign in again.`,
    )
  return secret
}

/** Made under another name and linked into place when it is whole; of two starts at once the first one's stays. */
function make(path: string): void {
  const making = `${path}.making-${process.pid}`
  try {
    writeFileSync(making, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    linkSync(making, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Unusable(`${path} cannot be written: ${(error as Error).message}.`)
  } finally {
    rmSync(making, { force: true })
  }
}
