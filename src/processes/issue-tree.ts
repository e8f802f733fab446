import { groupBy } from '../kernel/group.ts'

interface Issue {
  id: number
  code: string
  title: string
  parent_id: number | null
}

export interface IssueRow {
  id: number
  code: string
  title: string
  /** Of which it is a part; empty for an issue of its own. */
  parent: string
}

/** Each issue that something is said on, once, in the order of the record; parts follow what they are parts of. */
export function byBranch(issues: Issue[], said: ReadonlyArray<{ issue_id: number }>): IssueRow[] {
  const raised = new Set(said.map(({ issue_id }) => issue_id))
  return branches(issues)
    .filter(({ id }) => raised.has(id))
    .map(({ id, code, title, parent_id }) => ({
      id,
      code,
      title,
      parent: issues.find((other) => other.id === parent_id)?.title ?? '',
    }))
}

/** The whole tree, each branch together. An issue whose parent does not stand is a root; a circle begins somewhere. */
function branches(issues: Issue[]): Issue[] {
  const ordered = [...issues].sort((a, b) => a.id - b.id)
  const known = new Set(ordered.map(({ id }) => id))
  const parts = groupBy(ordered, ({ parent_id }) => parent_id)
  const walked = new Map<number, Issue>()
  const walk = (issue: Issue) => {
    if (walked.has(issue.id)) return
    walked.set(issue.id, issue)
    for (const part of parts.get(issue.id) ?? []) walk(part)
  }
  for (const issue of ordered) if (issue.parent_id === null || !known.has(issue.parent_id)) walk(issue)
  for (const issue of ordered) walk(issue)
  return [...walked.values()]
}
