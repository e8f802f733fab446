import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayNumber } from '../kernel/words.ts'
import { countsOn } from '../proposals/issue-reads.ts'
import { issuesByCode } from './reads.ts'

/** All issues, each with how much is recorded on it. */
export async function issueLines(
  db: Db,
  issues: Array<{ id: number; code: string; title: string; parent_id: number | null }>,
) {
  const [counts, all] = await Promise.all([countsOn(db, idsOf(issues)), issuesByCode(db)])
  return issues.map(({ id, code, title, parent_id }) => {
    const parent = all.find((other) => other.id === parent_id)
    const { positions, proposals } = counts.get(id) ?? { positions: 0, proposals: 0 }
    return {
      href: `/issues/${code}`,
      title,
      parent: parent ? { href: `/issues/${parent.code}`, label: parent.title } : null,
      positions: sayNumber(positions),
      proposals: sayNumber(proposals),
    }
  })
}
