/** What the audit trail tells of. */
export const auditEvents = [
  'signed in',
  'sign-in refused',
  'signed out',
  'sign-in ended',
  'password changed',
  'password refused',
  'account added',
  'account invited',
  'account disabled',
  'account enabled',
  'account reset',
  'role set',
  'second reading set',
  'invitation accepted',
  'invitation refused',
  'token made',
  'token revoked',
  'token refused',
  'refused',
] as const
export type AuditEvent = (typeof auditEvents)[number]

/** Who stands in the trail without an account; nobody else may be called so. */
export const COMMAND_LINE = 'command line'
export const SOMEBODY = 'somebody'
