import { sayMoment } from '../kernel/say-date.ts'
import { paged } from '../web/paging.ts'
import type { Account } from './account.ts'
import type { Listed } from './administration-reads.ts'
import { inviteFields } from './forms.ts'
import type { Link } from './invitation-writes.ts'
import { roles } from './roles.ts'
import { optionsOf, sheet } from './sheet.ts'

/** Who has an account, and what administrators do about it. */
export function accountsPage(
  listed: Listed[],
  { at, now, own }: { at: number; now: number; own: number },
  invitation = sheet(inviteFields),
) {
  const { rows, ...pages } = paged(listed, at, '/accounts')
  return {
    title: 'Accounts',
    isPrivate: true,
    accounts: rows.map((account) => accountLine(account, now, own)),
    pages,
    invitation,
  }
}

function accountLine(account: Listed, now: number, own: number) {
  const { id, name, role, last_sign_in, expires, invited_by } = account
  return {
    id,
    name,
    role,
    roles: optionsOf(roles, role),
    isOwn: id === own,
    isDisabled: account.disabled === 1,
    state: stateOf(account),
    lastSignIn: last_sign_in === null ? 'never' : sayMoment(last_sign_in),
    invitation: linkWords(expires, invited_by, now),
    path: `/accounts/${id}`,
    trail: `/accounts/audit?${new URLSearchParams({ who: name })}`,
  }
}

function stateOf({ disabled, hasPassword, last_sign_in }: Listed): string {
  if (disabled) return 'disabled'
  if (hasPassword) return 'can sign in'
  return last_sign_in === null ? 'invited' : 'reset, no password yet'
}

function linkWords(expires: number | null, by: string | null, now: number): string {
  if (expires === null) return 'none'
  return expires > now ? `by ${by}, until ${sayMoment(expires)}` : `by ${by}, expired ${sayMoment(expires)}`
}

/** The only time that the link is shown. `origin` is where the administrator reads it, where that is known. */
export function linkPage({ name, key, expires }: Link, origin: string) {
  return {
    title: `A link for ${name}`,
    isPrivate: true,
    name,
    link: origin + linkPath(key),
    until: sayMoment(expires),
  }
}

export function linkPath(key: string): string {
  return `/invitation?${new URLSearchParams({ key })}`
}

export function resetPage({ id, name }: Account) {
  return { title: `Reset ${name}`, isPrivate: true, name, action: `/accounts/${id}/reset` }
}
