/* What would stand twice once two records are one: the same delegate in one delegation, an office of the same title. */
import type { AnyRow } from '../../catalogue/rows.ts'
import type { Stored } from '../../fields/kind.ts'
import { fold } from '../../kernel/fold.ts'

interface Rule {
  /** Two rows are one where these agree … */
  same: string[]
  /** … and of these none contradicts: equal, or empty in one of them. */
  either?: string[]
  /** The schema holds it, for withdrawn rows too. */
  isHeld?: true
  /** What is left empty is not filled in from the double: each is a whole. */
  isWhole?: true
}

const rules: Record<string, Rule> = {
  office: { same: ['person_id', 'title'], either: ['party_id', 'held'] },
  name: { same: ['venue_id', 'party_id', 'person_id', 'name'] },
  delegation: { same: ['round_id', 'party_id'] },
  delegate: { same: ['delegation_id', 'person_id'] },
  third_party: { same: ['round_id', 'person_id', 'role'], either: ['party_id'] },
  session: { same: ['round_id', 'title'], either: ['date', 'start_time', 'venue_id'] },
  proposal_event: {
    same: ['proposal_id', 'round_id', 'verb', 'party_id', 'date'],
    either: ['person_id', 'wording'],
  },
  proposal_issue: { same: ['proposal_id', 'issue_id'], isHeld: true },
  position: {
    same: ['process_id', 'party_id', 'issue_id', 'round_id', 'proposal_id', 'date', 'stance'],
    either: ['wording'],
  },
  document: { same: ['process_id', 'round_id', 'title', 'kind'], either: ['date', 'party_id'] },
  outcome: { same: ['round_id', 'kind', 'title'] },
  commitment: {
    same: ['outcome_id', 'title'],
    either: ['debtor_id', 'creditor_id', 'quantity', 'deadline'],
  },
  follow_up: {
    same: ['commitment_id', 'title'],
    either: ['date', 'reporter_id', 'quantity', 'implementation'],
  },
  capture: { same: ['source_id'], isHeld: true, isWhole: true },
  reading: { same: ['record', 'record_id', 'field'], isWhole: true },
}

export type Fate =
  | { is: 'moved'; row: AnyRow }
  | { is: 'absorbed'; row: AnyRow; into: AnyRow }
  /** As absorbed, by one that was withdrawn: that one stands again. */
  | { is: 'revived'; row: AnyRow; into: AnyRow }
  | { is: 'left'; row: AnyRow }

/** What becomes of rows that follow; `would` tells how each is to read, `there` are the rows that read so already. */
export function fatesOf(
  record: string,
  rows: AnyRow[],
  would: (row: AnyRow) => AnyRow,
  there: AnyRow[],
): Fate[] {
  const rule = rules[record]
  if (!rule) return rows.map((row) => ({ is: 'moved', row }))
  const standing = new Map<string, AnyRow[]>()
  const place = (row: AnyRow) =>
    standing.set(keyOf(rule, row), [...(standing.get(keyOf(rule, row)) ?? []), row])
  for (const row of there) if (rule.isHeld || row.withdrawn === null) place(row)
  return rows.map((row) => {
    const after = would(row)
    const double = standing.get(keyOf(rule, after))?.find((other) => agree(rule, other, after))
    const fate = fateOf(rule, row, double)
    if (fate.is === 'moved' && (rule.isHeld || row.withdrawn === null)) place(after)
    return fate
  })
}

function fateOf({ isHeld }: Rule, row: AnyRow, into: AnyRow | undefined): Fate {
  if (!into || (row.withdrawn !== null && !isHeld)) return { is: 'moved', row }
  if (row.withdrawn !== null) return { is: 'left', row }
  return { is: into.withdrawn === null ? 'absorbed' : 'revived', row, into }
}

/** What the one that stays takes over from its double. */
export function takenOver(record: string, { is, row, into }: Exclude<Fate, { is: 'moved' | 'left' }>) {
  const rule = rules[record]
  const isTaken = (name: string) =>
    !['id', 'withdrawn', 'version'].includes(name) &&
    !rule?.same.includes(name) &&
    (is === 'revived' || (!rule?.isWhole && into[name] === null && row[name] !== null))
  return Object.fromEntries(Object.entries(row).filter(([name]) => isTaken(name)))
}

function keyOf({ same }: Rule, row: AnyRow): string {
  return JSON.stringify(same.map((field) => (field === 'name' ? row[field] : said(row[field]))))
}

function agree({ either = [] }: Rule, one: AnyRow, other: AnyRow): boolean {
  return either.every(
    (field) => one[field] === null || other[field] === null || said(one[field]) === said(other[field]),
  )
}

/** Spellings that fold alike are the same; a name is kept in each of its spellings. */
function said(value: Stored | undefined): Stored {
  return typeof value === 'string' ? fold(value) : (value ?? null)
}
