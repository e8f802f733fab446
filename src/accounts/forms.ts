import { choice, optional, text } from '../fields/kinds.ts'
import { passwordFault } from './password.ts'
import { roles } from './roles.ts'
import { scopes } from './scopes.ts'
import type { Secrets } from './sheet.ts'

export const roleFields = { role: choice({ label: 'Role', of: roles }) }

export const inviteFields = {
  name: text({ label: 'Name', max: 80, help: 'For signing in, and as it will stand in the history.' }),
  ...roleFields,
}

const days = { '30 days': 30, '90 days': 90, '1 year': 365 } as const
const lifetimes = Object.keys(days) as Array<keyof typeof days>

export const tokenFields = {
  label: text({ label: 'Label', max: 60, help: 'What will use it.' }),
  scope: choice({ label: 'May', of: scopes }),
  lasts: optional(
    choice({ label: 'Ends after', of: lifetimes, help: 'Left open, it lasts until it is revoked.' }),
  ),
}

export function daysOf(lasts: keyof typeof days | null): number | null {
  return lasts === null ? null : days[lasts]
}

export const newPasswordFields = {
  password: text({ label: 'New password', help: '12 characters or more.' }),
  password_again: text({ label: 'The new password again' }),
}
export const ownPasswordFields = {
  old_password: text({ label: 'Old password' }),
  ...newPasswordFields,
}
export const secrets: Secrets = {
  old_password: 'current-password',
  password: 'new-password',
  password_again: 'new-password',
}

export interface PasswordFaults {
  old_password?: string
  password?: string
  password_again?: string
}

/** As it was typed: nothing of a password is tidied. */
export function readNewPassword(body: Record<string, unknown>): { password: string; faults: PasswordFaults } {
  const password = typedIn(body, 'password')
  const wrong = passwordFault(password)
  if (wrong) return { password, faults: { password: wrong } }
  const isSame = password === typedIn(body, 'password_again')
  return { password, faults: isSame ? {} : { password_again: 'The two new passwords differ.' } }
}

export function typedIn(body: Record<string, unknown>, name: string): string {
  const typed = body[name]
  return typeof typed === 'string' ? typed : ''
}
