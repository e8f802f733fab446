import type { Db } from '../db/tables.ts'
import {
  recordKeyOf,
  type Stand,
  type StandsAsked,
  standStatuses,
  standsPage,
} from '../proposals/stand-reads.ts'
import type { Row } from '../web/table.ts'

/** The columns of a list of what has been said: what each is called and what stands in it. */
export const standColumns = {
  issue_id: 'Number of the issue',
  issue: 'Title of the issue',
  process_id: 'Number of the process',
  process: 'Title of the process',
  round_id: 'Number of the round; empty where it was at none',
  round: 'Title of the round',
  date: 'Date, EDTF',
  party_id: 'Number of the party; empty where none is named',
  party: 'Name of the party',
  person_id: 'Number of the person who spoke, where one is named',
  person: 'Name of the person',
  stance: 'What the party held, where the record is a position',
  verb: 'What was done with the proposal, where the record is an event of one',
  proposal_id: 'Number of the proposal',
  proposal: 'Title of the proposal',
  wording: 'Wording, paraphrased',
  record: 'position or proposal_event',
  record_id: 'Number of that record',
  status:
    'How well it is sourced: unsourced, single, agreed, disputed, inference; disputed where any field of it is',
} as const

const AT_ONCE = 500

/** All that is asked for, in order of time, page by page. */
export async function* standTable(db: Db, asked: StandsAsked): AsyncGenerator<Row[]> {
  let after: Stand | undefined
  for (;;) {
    const stands = await standsPage(db, asked, { limit: AT_ONCE, after })
    if (stands.length === 0) return
    const statuses = await standStatuses(db, stands)
    yield stands.map(({ id, ...stand }) => ({
      ...stand,
      record_id: id,
      status: statuses.get(recordKeyOf({ record: stand.record, id })) ?? 'unsourced',
    }))
    after = stands.at(-1)
  }
}
