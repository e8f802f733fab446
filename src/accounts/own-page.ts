import type { Db } from '../db/tables.ts'
import { sayMoment } from '../kernel/say-date.ts'
import type { Account } from './account.ts'
import { ownPasswordFields, secrets, tokenFields } from './forms.ts'
import { type Sheet, sheet } from './sheet.ts'
import { type SignIn, signInsOf } from './sign-in-reads.ts'
import { type Token, tokensOf } from './token-reads.ts'

interface Asking {
  db: Db
  now: number
  account: Account
  /** What this browser's own sign-in is known by; null for a program. */
  own: string | null
}

/** What somebody may see and end of their own; a form that was refused comes back as typed. */
export async function ownPage(
  { db, now, account, own }: Asking,
  sheets: { password?: Sheet; token?: Sheet } = {},
) {
  const [signIns, tokens] = await Promise.all([signInsOf(db, account.id, now), tokensOf(db, account.id)])
  return {
    title: 'Your account',
    isPrivate: true,
    name: account.name,
    role: account.role,
    signIns: signIns.map((one) => signInLine(one, own)),
    hasOthers: signIns.some(({ key_hash }) => key_hash !== own),
    tokens: tokens.map((token) => tokenLine(token, now)),
    hasTokens: tokens.length > 0,
    passwordSheet: sheets.password ?? sheet(ownPasswordFields, {}, {}, secrets),
    tokenSheet: sheets.token ?? sheet(tokenFields),
  }
}

function signInLine({ key_hash, created, seen, agent }: SignIn, own: string | null) {
  return {
    key: key_hash,
    agent,
    since: sayMoment(created),
    seen: sayMoment(seen),
    isThis: key_hash === own,
  }
}

function tokenLine({ id, label, scope, created, expires, seen }: Token, now: number) {
  return {
    label,
    may: scope === 'write' ? 'read and write' : 'read',
    made: sayMoment(created),
    ends: expires === null ? 'when it is revoked' : sayMoment(expires),
    isExpired: expires !== null && expires <= now,
    seen: seen === null ? 'not used yet' : sayMoment(seen),
    revoke: `/account/tokens/${id}/revoke`,
  }
}
