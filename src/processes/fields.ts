import type { Bounds, Folded, RecordTable } from '../db/tables.ts'
import { choice, date, name, optional, ours, pattern, prose, ref, text, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'

export const processStatuses = ['ongoing', 'suspended', 'concluded', 'collapsed'] as const
/** Official, semi-official and unofficial diplomacy. */
export const trackLevels = ['1', '1.5', '2'] as const

export const processFields = {
  slug: ours(
    pattern({
      label: 'Address',
      matching: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      like: 'istanbul-talks',
      help: 'Small letters, figures and hyphens.',
    }),
  ),
  title: ours(name({ label: 'Title' })),
  summary: optional(prose({ label: 'Summary' })),
  conflict_name: optional(text({ label: 'Conflict' })),
  date: date({ label: 'Dates' }),
  status: choice({ label: 'Status', of: processStatuses }),
  ucdp_conflict_id: optional(whole({ label: 'UCDP conflict id' })),
  pax_process_id: optional(whole({ label: 'PA-X process id' })),
}
export const processRecord = record(
  'process',
  'A negotiation as a whole, from its first contact to its end.',
  processFields,
  'title',
  'each field',
)

export const trackFields = {
  process_id: ref('process', { label: 'Process' }),
  title: name({ label: 'Title', help: 'Istanbul talks 2025.' }),
  level: choice({
    label: 'Level',
    of: trackLevels,
    help: 'Track 1 is between governments or with their mandate; 2 is unofficial.',
  }),
  summary: optional(prose({ label: 'Summary' })),
}
export const trackRecord = record(
  'track',
  'A series of rounds inside a process that counts its rounds for itself.',
  trackFields,
  'title',
  'nothing',
)

export const issueFields = {
  code: pattern({ label: 'Code', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'prisoners', max: 40 }),
  title: text({ label: 'Title', max: 120 }),
  parent_id: optional(ref('issue', { label: 'Part of' })),
  pax_code: optional(text({ label: 'PA-X code', max: 20 })),
}
export const issueRecord = record('issue', 'A matter that talks are about.', issueFields, 'title', 'nothing')

declare module '../db/tables.ts' {
  interface Tables {
    process: RecordTable<typeof processFields> & Bounds<'date'> & Folded<'title'>
    track: RecordTable<typeof trackFields> & Folded<'title'>
    issue: RecordTable<typeof issueFields>
  }
}
