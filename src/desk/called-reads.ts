/* Which records bear a name. An office is its holder's own, and a source is meant by its number. */
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { idsNamed } from '../parties/reads.ts'
import { issuesByCode } from '../processes/reads.ts'

export const called = [
  'venue',
  'party',
  'person',
  'process',
  'track',
  'round',
  'issue',
  'proposal',
  'document',
  'outcome',
  'commitment',
] as const
export type Called = (typeof called)[number]

export function isCalled(record: string): record is Called {
  return (called as readonly string[]).includes(record)
}

interface Bearer {
  id: number
  name: string
}

/** More of one name than a form can offer to choose from. */
const MANY = 100

/** Those that stand and are called so, by any of their names. */
export function idsCalled(db: Db, record: Called, typed: string[]): Promise<Bearer[]> {
  switch (record) {
    case 'venue':
    case 'party':
    case 'person':
      return namedSo(db, record, typed)
    case 'issue':
      return issuesCalled(db, typed)
    case 'process':
      return processesCalled(db, typed)
    case 'outcome':
    case 'commitment':
      return titled(db, record, 'title', typed)
    default:
      return titled(db, record, 'title_folded', typed.map(fold))
  }
}

async function namedSo(db: Db, record: 'venue' | 'party' | 'person', typed: string[]): Promise<Bearer[]> {
  const found = await idsNamed(db, record, [...new Set(typed.map(fold))])
  return found.map(({ id, name_folded }) => ({ id, name: name_folded }))
}

/** Issues are few, and go by their codes too. */
async function issuesCalled(db: Db, typed: string[]): Promise<Bearer[]> {
  const wanted = new Set(typed.map(fold))
  const issues = await issuesByCode(db)
  return issues.flatMap(({ id, title, code }) =>
    [...new Set([fold(title), code])].filter((name) => wanted.has(name)).map((name) => ({ id, name })),
  )
}

/** A process goes by the last step of its address too. */
async function processesCalled(db: Db, typed: string[]): Promise<Bearer[]> {
  const named = await titled(db, 'process', 'title_folded', typed.map(fold))
  const addressed = await db
    .selectFrom('process')
    .select(['id', 'slug as name'])
    .where('slug', 'in', typed)
    .where('withdrawn', 'is', null)
    .execute()
  return [...named, ...addressed]
}

function titled(
  db: Db,
  record: Exclude<Called, 'venue' | 'party' | 'person' | 'issue'>,
  column: 'title' | 'title_folded',
  titles: string[],
): Promise<Bearer[]> {
  return db
    .selectFrom(record as 'track')
    .select(['id', `${column} as name`])
    .where(column, 'in', [...new Set(titles)])
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .limit(MANY)
    .execute()
}
