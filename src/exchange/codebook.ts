import { allRecords, labelColumn } from '../catalogue/records.ts'
import { recordWords } from '../catalogue/view.ts'
import { comparisonColumns } from '../charts/compare-table.ts'
import { chartColumns } from '../charts/table.ts'
import { encounterColumns } from '../encounters/table.ts'
import { claimColumns, sinceColumns } from '../evidence/claims-table.ts'
import { disputeColumns } from '../evidence/dispute-table.ts'
import type { RecordKind } from '../fields/record.ts'
import { mapColumns } from '../map/table.ts'
import { commitmentColumns, entryColumns } from '../outcomes/cells.ts'
import { partyTable, personTable } from '../parties/tables-page.ts'
import { standColumns } from '../processes/stand-table-page.ts'
import { issueTable, processTable } from '../processes/tables-page.ts'
import { eventColumns, proposalColumns } from '../proposals/csv.ts'
import { csvColumns } from '../rounds/csv-cells.ts'
import { facetColumns } from '../rounds/facet-table.ts'
import { marks } from '../sources/evidence.ts'
import { sourceTable } from '../sources/table-page.ts'
import { venueTable } from '../venues/table-page.ts'
import { type Columns, flavours } from '../web/table.ts'

const meanings = {
  disputed:
    'Accounts that cannot all be true: values that exclude each other, or one affirms what another denies.',
  agreed:
    'Two or more origins that do not go back to one another, and none against. Wordings are for a reader to compare.',
  inference: 'Worked out by an editor, who gives the reason.',
  single: 'Every claim goes back to one origin, however many outlets repeat it.',
  unsourced: 'No claim that stands supports it: a reading that still needs a source.',
} as const

const flavourWords: Record<(typeof flavours)[number], string> = {
  plain: 'UTF-8, lines end in LF, cells exactly as recorded (RFC 4180 quoting). For programs.',
  spreadsheet:
    'UTF-8 with a byte order mark, lines end in CRLF. An apostrophe stands before a cell that a spreadsheet would run as a formula.',
}

/** What leaves the pages, each under the address of its list with .csv or .json behind it. */
const tables: Array<{ id: string; title: string; path: string; columns: Columns }> = [
  { id: 'rounds', title: 'Rounds', path: '/rounds, and every list of rounds', columns: csvColumns },
  { id: 'facets', title: 'Values of a facet', path: '/rounds/facets/NAME', columns: facetColumns },
  { id: 'processes', title: 'Processes', path: '/processes', columns: processTable.columns },
  { id: 'people', title: 'People', path: '/people', columns: personTable.columns },
  { id: 'parties', title: 'Parties', path: '/parties', columns: partyTable.columns },
  { id: 'venues', title: 'Venues', path: '/venues', columns: venueTable.columns },
  { id: 'sources', title: 'Sources', path: '/sources', columns: sourceTable.columns },
  { id: 'issues', title: 'Issues', path: '/issues', columns: issueTable.columns },
  {
    id: 'claims',
    title: 'Claims',
    path: '/rounds/ID/evidence, /rounds/ID/evidence/FIELD, and so for every kind of record',
    columns: claimColumns,
  },
  { id: 'map', title: 'Venues of rounds', path: '/map', columns: mapColumns },
  { id: 'charts', title: 'Counts of a chart', path: '/charts/NAME', columns: chartColumns },
  { id: 'compare', title: 'Rounds of processes compared', path: '/compare', columns: comparisonColumns },
  {
    id: 'encounters',
    title: 'Whom somebody met',
    path: '/people/ID/met and /parties/ID/met',
    columns: encounterColumns,
  },
  { id: 'disputes', title: 'Disputes', path: '/disputes', columns: disputeColumns },
  { id: 'since', title: 'What changed since a day', path: '/since?known=DAY', columns: sinceColumns },
  {
    id: 'proposals',
    title: 'Proposals',
    path: '/proposals, and the proposals of a chart',
    columns: proposalColumns,
  },
  { id: 'events', title: 'Events of a proposal', path: '/proposals/ID', columns: eventColumns },
  {
    id: 'commitments',
    title: 'Commitments',
    path: '/commitments, and the commitments of a chart',
    columns: commitmentColumns,
  },
  { id: 'entries', title: 'Entries of a ledger', path: '/commitments/ID', columns: entryColumns },
  {
    id: 'positions',
    title: 'Positions',
    path: '/processes/SLUG/positions, /issues/CODE',
    columns: standColumns,
  },
]

/** What every file and column of the record means, as the fields themselves declare it. */
export function codebookPage() {
  return {
    title: 'Codebook and downloads',
    marks: Object.values(marks).map((mark) => ({ mark, means: meanings[mark.kind] })),
    flavours: flavours.map((name) => ({ name, holds: flavourWords[name] })),
    records: allRecords.map(recordSection),
    tables: tables.map(({ columns, ...table }) => ({
      ...table,
      columns: Object.entries(columns).map(([column, holds]) => ({ column, holds })),
    })),
  }
}

function recordSection(kind: RecordKind) {
  return {
    id: `record-${kind.name}`,
    title: recordWords(kind.name),
    file: `${kind.name}.csv`,
    about: kind.about,
    columns: [
      {
        column: 'id',
        label: 'Number',
        holds: 'Never used again, even where a record is withdrawn.',
        expects: 'a whole number, unique in the file',
      },
      ...Object.keys(kind.fields).flatMap((field) => columnLines(kind, field)),
      {
        column: 'withdrawn',
        label: 'Withdrawn',
        holds: 'Why it was withdrawn; empty while it stands.',
        expects: 'text, or empty',
      },
    ],
  }
}

/** A field's own column, and behind a reference the column that names what it points to. */
function columnLines(kind: RecordKind, column: string) {
  const field = kind.fields[column]
  if (!field) return []
  const { label, help, expects, required } = field
  const named = labelColumn(kind, column)
  const own = { column, label, holds: help, expects: required ? expects : `${expects}; or empty` }
  if (!named) return [own]
  const holds = 'Its name in words, for whoever reads the file; not read by the import.'
  return [own, { column: named.column, label, holds, expects: 'anything, or left out' }]
}
