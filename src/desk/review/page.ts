/* Which processes do without a second reader. */
import type { Db } from '../../db/tables.ts'
import { processesByTitle } from '../../processes/reads.ts'
import { unreviewedAmong } from './reads.ts'

export async function reviewingPage(db: Db) {
  const [processes, unreviewed] = await Promise.all([processesByTitle(db), unreviewedAmong(db)])
  return {
    title: 'Second reading',
    isPrivate: true,
    crumbs: [{ label: 'Desk', href: '/desk' }],
    processes: processes.map(({ id, title }) => ({
      id: String(id),
      title,
      isUnreviewed: unreviewed.has(id),
    })),
  }
}
