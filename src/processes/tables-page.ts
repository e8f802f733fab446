import { listTable } from '../catalogue/list.ts'
import { countsOn } from '../proposals/issue-reads.ts'
import { roundCountsOf } from '../rounds/list-reads.ts'
import { statusCells, statusColumns } from '../sources/status-cells.ts'
import { issueRecord, processRecord } from './fields.ts'
import { statusCountsByProcess } from './reads.ts'

/** The list of processes as it leaves the house. */
export const processTable = listTable(processRecord, {
  columns: {
    rounds: 'How many rounds stand in it',
    ...statusColumns,
    fields: 'How many fields of the process and all that belongs to it want a source',
  },
  async cellsOf(db, ids) {
    const [rounds, counts] = await Promise.all([roundCountsOf(db, ids), statusCountsByProcess(db, ids)])
    return (id) => ({ rounds: rounds.get(id) ?? 0, ...statusCells(counts.get(id)) })
  },
})

/** The list of issues as it leaves the house, each with how much is recorded on it. */
export const issueTable = listTable(issueRecord, {
  columns: {
    positions: 'How many positions are recorded on it',
    proposals: 'How many proposals are about it',
  },
  async cellsOf(db, ids) {
    const counts = await countsOn(db, ids)
    return (id) => ({ positions: 0, proposals: 0, ...counts.get(id) })
  },
})
