import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../kernel/fault.ts'

/** Argon2id as RFC 9106 recommends where memory is scarce: 64 MiB, three passes. */
const settings = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const SHORTEST = 12
const LONGEST = 200

// A hash of nothing anybody types: an unknown name costs as much time as a wrong password.
let decoy: Promise<string> | null = null
let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

export function passwordFault(password: string): string | null {
  if (password.length < SHORTEST) return `The password must have ${SHORTEST} characters or more.`
  return password.length > LONGEST ? `The password must have ${LONGEST} characters or fewer.` : null
}

/** @throws Refusal 422 where it is too short or too long */
export async function newPasswordHash(password: string): Promise<string> {
  const wrong = passwordFault(password)
  if (wrong) throw new Refusal(422, wrong)
  return hashPassword(password)
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), settings)
}

/** One at a time, and few in line: a flood of guesses must not keep readers waiting. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (waiting >= 20) throw new Refusal(429, 'Many people are signing in. Wait a minute and try again.')
  waiting += 1
  const mine = turn.then(async () => {
    decoy ??= hashPassword('nobody has this password')
    const matches = await verify(stored ?? (await decoy), password.normalize('NFC').slice(0, LONGEST))
    return matches && stored !== null
  })
  turn = mine.catch(() => {})
  return mine.finally(() => {
    waiting -= 1
  })
}
