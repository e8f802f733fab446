/** What a token is good for: reading alone, or sending forms too. */
export const scopes = ['read', 'write'] as const
export type Scope = (typeof scopes)[number]
