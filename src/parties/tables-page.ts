import { boundColumns, listTable, sourcing } from '../catalogue/list.ts'
import type { Read } from '../db/tables.ts'
import { boundCell } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { statusCells, statusColumns } from '../sources/status-cells.ts'
import { statusCountsByRecord } from '../sources/status-reads.ts'
import { partyRecord, personRecord } from './fields.ts'
import { officesOf } from './reads.ts'

/** The list of parties as it leaves the house. */
export const partyTable = listTable(partyRecord, sourcing(partyRecord))

/** The list of people as it leaves the house, each with the office recorded last for them. */
export const personTable = listTable(personRecord, {
  columns: {
    office_id: 'Number of the office recorded last for them',
    office: 'What it is called',
    held: 'When it was held, EDTF',
    ...boundColumns('held'),
    party_id: 'Number of the party it is of',
    party: 'Its name',
    ...statusColumns,
    fields: 'How many fields of the person and of their offices want a source',
  },
  async cellsOf(db, ids) {
    const offices = await officesOf(db, ids)
    const [own, held] = await Promise.all([
      statusCountsByRecord(db, 'person', ids),
      statusCountsByRecord(db, 'office', idsOf(offices)),
    ])
    const byPerson = groupBy(offices, ({ person_id }) => person_id)
    return (id) => {
      const theirs = byPerson.get(id) ?? []
      return {
        ...officeCells(theirs.at(-1)),
        ...statusCells([...(own.get(id) ?? []), ...theirs.flatMap((office) => held.get(office.id) ?? [])]),
      }
    }
  },
})

function officeCells(office?: Read<typeof officesOf>[number]) {
  return {
    office_id: office?.id ?? null,
    office: office?.title ?? null,
    held: office?.held ?? null,
    held_earliest: boundCell(office?.held_earliest ?? null),
    held_latest: boundCell(office?.held_latest ?? null),
    party_id: office?.party_id ?? null,
    party: office?.party ?? null,
  }
}
