/* The forms of all records but those that have one of their own: the round, the claim, the reading. */
import { issueRecord, processRecord, trackRecord } from '../../processes/fields.ts'
import { captureRecord, sourceRecord } from '../../sources/fields.ts'
import type { Outline } from './outline.ts'
import { bargainOutlines } from './outlines-of-bargains.ts'
import { tableOutlines } from './outlines-of-tables.ts'
import { whoOutlines } from './outlines-of-who.ts'

const processOutline: Outline = {
  kind: processRecord,
  short: ['title', 'slug', 'date', 'status'],
  beside: [
    ['title', 'slug'],
    ['date', 'status'],
    ['ucdp_conflict_id', 'pax_process_id'],
  ],
  rows: [
    {
      list: 'tracks',
      kind: trackRecord,
      by: 'process_id',
      one: 'Track',
      heading: 'Tracks',
      note: 'Each counts its rounds for itself.',
      limit: 30,
      named: ['title'],
      preset: { level: '1' },
      beside: [['title', 'level']],
      folded: { summary: 'Summary' },
    },
  ],
}

const trackOutline: Outline = {
  kind: trackRecord,
  short: ['process_id', 'title', 'level'],
  beside: [['title', 'level']],
}

const issueOutline: Outline = {
  kind: issueRecord,
  short: ['title', 'code', 'parent_id'],
  beside: [['title', 'code', 'parent_id']],
}

const sourceOutline: Outline = {
  kind: sourceRecord,
  short: ['publisher', 'title', 'url', 'published', 'kind'],
  beside: [
    ['publisher', 'title'],
    ['url', 'published', 'kind'],
    ['author', 'language', 'reliability'],
    ['version_of_id', 'republishes_id'],
  ],
  rows: [
    {
      list: 'captures',
      kind: captureRecord,
      by: 'source_id',
      one: 'Kept text',
      heading: 'Its text',
      note: 'Kept so that a quote can be found in it.',
      limit: 1,
      named: ['captured'],
      isLarge: true,
    },
  ],
}

const captureOutline: Outline = { kind: captureRecord, short: ['source_id', 'captured', 'text'] }

export const outlines: readonly Outline[] = [
  processOutline,
  trackOutline,
  issueOutline,
  ...whoOutlines,
  ...tableOutlines,
  ...bargainOutlines,
  sourceOutline,
  captureOutline,
]

export function outlineOf(record: string): Outline | undefined {
  return outlines.find(({ kind }) => kind.name === record)
}
