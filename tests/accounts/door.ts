import { accountNamed } from '../../src/accounts/account.ts'
import type { Db } from '../../src/db/tables.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { house, type OpenHouse } from '../house.ts'
import { type Answer, send, sendForm } from '../safety/letter.ts'
import type { Reply, Visit } from '../visit.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** A house whose clock the test puts forward. */
export async function timedHouse(): Promise<OpenHouse & { later(milliseconds: number): void }> {
  let now = Date.parse('2024-07-01T12:00:00Z')
  const clock: Clock = () => new Date(now)
  const open = await house(undefined, undefined, clock)
  return {
    ...open,
    later(milliseconds) {
      now += milliseconds
    },
  }
}

/** The one-time link that a page shows, as a path. */
export function linkIn({ text }: Reply): string {
  return /<code>[^<]*(\/invitation\?key=[\w-]+)<\/code>/.exec(text)?.[1] ?? ''
}

export function keyOf(link: string): string {
  return new URLSearchParams(link.split('?')[1]).get('key') ?? ''
}

/** Opens the link and sends its form. */
export async function accept(visit: Visit, link: string, password: string): Promise<Reply> {
  await visit.get(link)
  return visit.post('/invitation', { key: keyOf(link), password, password_again: password })
}

export async function invited(admin: Visit, name: string, role: string): Promise<string> {
  await admin.get('/accounts')
  return linkIn(await admin.post('/accounts', { name, role }))
}

/** What somebody is told under the heading of a refusal. */
export function told({ text }: Reply): string {
  return /<div class="notice[^"]*"><p>([^<]*)</.exec(text)?.[1] ?? ''
}

export async function idOf(db: Db, name: string): Promise<number> {
  return (await accountNamed(db, name)).id
}

/** The trail since a moment that the test chose: "who: event, detail". */
export async function trail(db: Db, after = 0): Promise<string[]> {
  const lines = await db.selectFrom('audit').selectAll().where('id', '>', after).orderBy('id').execute()
  return lines.map(({ who, event, detail }) => `${who}: ${event}${detail ? `, ${detail}` : ''}`)
}

export async function lastLine(db: Db): Promise<number> {
  const line = await db.selectFrom('audit').select('id').orderBy('id', 'desc').executeTakeFirst()
  return line?.id ?? 0
}

/** Makes a token on one's own page; it is shown this once. */
export async function tokenOf(visit: Visit, form: Record<string, string> = {}): Promise<string> {
  await visit.get('/account')
  const reply = await visit.post('/account/tokens', { label: 'a script', scope: 'read', lasts: '', ...form })
  return /<code>(parley_[\w-]{43})<\/code>/.exec(reply.text)?.[1] ?? ''
}

/** A program asks, with a token and no cookie. */
export function program(origin: string, token: string, besides: Record<string, string> = {}) {
  const headers = { authorization: `Bearer ${token}`, ...besides }
  return {
    get: (path: string): Promise<Answer> => send(origin, 'GET', path, { headers }),
    head: (path: string): Promise<Answer> => send(origin, 'HEAD', path, { headers }),
    post: (path: string, form: Record<string, string> = {}): Promise<Answer> =>
      sendForm(origin, path, form, headers),
  }
}
