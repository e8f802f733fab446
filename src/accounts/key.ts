import { createHash, randomBytes } from 'node:crypto'

/** What opens a door, as it is handed out once; the record keeps its hash alone. */
export function newKey(): string {
  return randomBytes(32).toString('base64url')
}

/** No salt and no slowness: a key of 256 bits cannot be guessed from its hash. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
