import { allRecords, labelColumn } from '../catalogue/records.ts'
import { recordWords } from '../catalogue/view.ts'
import type { RecordKind } from '../fields/record.ts'
import { csvColumns } from '../rounds/csv-cells.ts'
import { marks } from '../sources/evidence.ts'
import { flavours } from '../web/table.ts'

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

/** What every file and column of the record means, as the fields themselves declare it. */
export function codebookPage() {
  return {
    title: 'Codebook and downloads',
    marks: Object.values(marks).map((mark) => ({ mark, means: meanings[mark.kind] })),
    flavours: flavours.map((name) => ({ name, holds: flavourWords[name] })),
    records: allRecords.map(recordSection),
    rounds: Object.entries(csvColumns).map(([column, holds]) => ({ column, holds })),
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
