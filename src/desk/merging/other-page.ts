/* Which record another one is to be merged into. */
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { quotable } from '../../kernel/text.ts'
import { pathOfKind } from '../../sources/paths.ts'
import { numbered } from '../names.ts'
import { suggestions } from '../suggestions.ts'
import { type One, theOne } from './pair.ts'
import { bearing, earlierMergers } from './reads.ts'

/** The others that the typed name or number may mean. */
export async function othersMeant(db: Db, kind: RecordKind, from: number, typed: string): Promise<One[]> {
  const number = /^#?[1-9]\d{0,14}$/.test(typed) ? Number(typed.replace('#', '')) : numbered(typed).number
  const ids = number === null ? await bearing(db, kind.name, typed) : [number]
  const others: One[] = []
  for (const id of ids.slice(0, 20)) if (id !== from) others.push(await theOne(db, kind, id))
  return others
}

export async function otherPage(
  db: Db,
  kind: RecordKind,
  by: string,
  from: One,
  typed: string,
  among: One[],
) {
  const action = `/${pathOfKind(kind.name)}/${from.row.id}/merge`
  const [known] = await suggestions(db, null, (name) => name === kind.name)
  return {
    title: `Merge ${from.label}`,
    lead: 'Where the same is on record twice, one of the two stays, and whatever points to the other follows.',
    isPrivate: true,
    crumbs: [{ label: from.label, href: from.href }],
    action,
    back: from.href,
    typed,
    help: `${by}. It is shown beside this one before anything is changed.`,
    fault: typed === '' || among.length > 0 ? '' : `There is no other ${kind.name} “${quotable(typed)}”`,
    among: among.map(({ label, row }) => ({ label, href: `${action}?into=${row.id}` })),
    options: known?.options ?? [],
    earlier: await earlierMergers(db, kind.name, from.row.id),
  }
}
