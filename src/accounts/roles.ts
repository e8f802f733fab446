/* Who may do what: asked here and nowhere else. */

export const roles = ['analyst', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Each act that needs an account, and the roles that may do it. */
const allowed = {
  /** See own sign-ins and tokens and end them; read the texts that are kept but not published. */
  'be signed in': ['analyst', 'editor', 'administrator'],
  /** Fill in the forms of the desk, keep drafts, hand them in. */
  draft: ['analyst', 'editor', 'administrator'],
  /** Change the record without a second reader. */
  publish: ['editor', 'administrator'],
  /** Read what others handed in; publish it or send it back. */
  review: ['editor', 'administrator'],
  /** Say which processes do without a second reader. */
  'set review': ['administrator'],
  /** Invite, set roles, disable, reset; read the audit trail. */
  administer: ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof allowed
export const acts = Object.keys(allowed) as Act[]

export function may(role: Role, act: Act): boolean {
  return (allowed[act] as readonly Role[]).includes(role)
}

/** "editors and administrators" */
export function whoMay(act: Act): string {
  return allowed[act].map((role) => `${role}s`).join(' and ')
}
