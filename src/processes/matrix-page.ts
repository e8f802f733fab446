import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { latestStands, recordKeyOf, type Stand, standStatuses } from '../proposals/stand-reads.ts'
import type { Filter } from '../rounds/filter.ts'
import type { RoundRow } from '../rounds/list-reads.ts'
import { type PlateMaker, platesIn } from '../rounds/plates.ts'
import { headsOf } from '../rounds/seat-reads.ts'
import { marks } from '../sources/evidence.ts'
import { type Line, linesOf } from './cells.ts'
import { type Column, columnsOf, type Stretch, stretchAt, stretchesOf } from './columns.ts'
import { pagesOf, sayPart, type Window, windowOf } from './columns-page.ts'
import { byBranch, type IssueRow } from './issue-tree.ts'
import { issuesByCode } from './reads.ts'
import { matrixKey } from './shapes.ts'

/** Positions, and events of proposals, that one page reads at most, the latest first. */
const STANDS = 500

interface Process {
  id: number
  slug: string
}

/** Issues by rounds: what each party held, in shape and words. `asked` narrows the rounds, `columns` turns the page. */
export async function matrixOf(db: Db, process: Process, asked: Filter, columns: unknown) {
  const filter: Filter = { ...asked, process: [process.slug], sort: '-date' }
  const window = await windowOf(db, filter, columns)
  const { stands, isCut } = await standsIn(db, process, window)
  const [issues, statuses, heads, plates] = await Promise.all([
    issuesByCode(db),
    standStatuses(db, stands),
    headsOf(db, idsOf(window.rounds)),
    platesIn(db, [process.id]),
  ])
  const table = tableOf(window.rounds, stands)
  const rows = rowsOf(table, byBranch(issues, stands), {
    slug: process.slug,
    plate: plates(process.id),
    isDisputed: (stand) => statuses.get(recordKeyOf(stand)) === 'disputed',
    sidesAt: (roundId) => [...new Set((heads.get(roundId) ?? []).map(({ party_id }) => party_id))],
  })
  return {
    isEmpty: rows.length === 0,
    stretches: headingsOf(table),
    columns: table.flatMap((part) => part.columns.map((column) => headOf(part, column))),
    rows,
    legend: matrixKey,
    disputed: marks.disputed,
    cut: isCut
      ? `Only the latest ${STANDS} positions and ${STANDS} events are shown here; the lists have all.`
      : '',
    partly: sayPart(window, asked),
    rounds: window.rounds,
    pages: pagesOf(process.slug, asked, window),
    hasPages: window.last > 1,
    csv: `/processes/${process.slug}/positions.csv`,
    json: `/processes/${process.slug}/positions.json`,
  }
}

async function standsIn(db: Db, { id }: Process, { rounds, from, until }: Window) {
  const asked = { process: [id], at: { processId: id, rounds: idsOf(rounds), from, until } }
  const [positions, events] = await Promise.all([
    latestStands(db, asked, 'position', STANDS + 1),
    latestStands(db, asked, 'proposal_event', STANDS + 1),
  ])
  const stands = [...positions.slice(-STANDS), ...events.slice(-STANDS)].sort(
    (a, b) => a.date_earliest - b.date_earliest,
  )
  return { stands, isCut: Math.max(positions.length, events.length) > STANDS }
}

interface Part {
  stretch: Stretch
  columns: Column[]
  /** What was said at no round of the stretch, but in its time. */
  between: Stand[]
}

function tableOf(rounds: RoundRow[], stands: Stand[]): Array<Part & { at: Map<number, Stand[]> }> {
  const stretches = stretchesOf(rounds.map((round) => ({ ...round, place: round.city ?? round.venue ?? '' })))
  const shown = new Set(idsOf(rounds))
  const isAtRound = ({ round_id }: Stand) => round_id !== null && shown.has(round_id)
  const at = groupBy(stands.filter(isAtRound), ({ round_id }) => round_id ?? 0)
  const apart = groupBy(
    stands.filter((stand) => !isAtRound(stand)),
    ({ date_earliest }) => stretchAt(stretches, date_earliest),
  )
  return stretches.map((stretch) => {
    const between = apart.get(stretch) ?? []
    const days = between.map(({ date_earliest }) => date_earliest)
    return { stretch, columns: columnsOf(stretches, stretch, days), between, at }
  })
}

type Table = ReturnType<typeof tableOf>

/** What is recorded in the whole of a column. */
function saidIn({ at, between }: Table[number], { roundId }: Column): Stand[] {
  return roundId === null ? between : (at.get(roundId) ?? [])
}

function headOf(part: Table[number], column: Column) {
  return { ...column, isSilent: saidIn(part, column).length === 0 }
}

function headingsOf(table: Table) {
  return table.map(({ stretch, columns }, at) => ({
    year: stretch.year,
    track: table[at - 1]?.stretch.track === stretch.track ? '' : stretch.track,
    width: columns.length,
    opensTrack: columns[0]?.opensTrack ?? false,
  }))
}

interface Around {
  slug: string
  plate: PlateMaker
  isDisputed: (stand: { record: string; id: number }) => boolean
  sidesAt: (roundId: number) => number[]
}

function rowsOf(table: Table, issues: IssueRow[], around: Around) {
  return issues.map((issue) => ({
    title: issue.title,
    href: `/issues/${issue.code}?process=${around.slug}`,
    isPart: issue.parent !== '',
    parent: issue.parent,
    cells: table.flatMap((part) => part.columns.map((column) => cellOf(part, column, issue.id, around))),
  }))
}

interface Cell {
  column: string
  opensTrack: boolean
  /** Nobody is recorded as raising anything at this round. */
  isSilent: boolean
  isBare: boolean
  lines: Line[]
}

function cellOf(
  part: Table[number],
  column: Column,
  issueId: number,
  { plate, isDisputed, sidesAt }: Around,
): Cell {
  const { roundId } = column
  const said = saidIn(part, column)
  const stands = said.filter(({ issue_id }) => issue_id === issueId)
  const sides = roundId === null ? [] : sidesAt(roundId)
  return {
    column: column.fullLabel,
    opensTrack: column.opensTrack,
    isSilent: said.length === 0,
    isBare: stands.length === 0,
    lines: linesOf(stands, { plate, isDisputed: (one) => isDisputed(one), sides, isDated: roundId === null }),
  }
}
