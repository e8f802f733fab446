/* Where a reader finds a record, and what it is called. */
import { type Place, placesOf } from '../../catalogue/reads.ts'
import type { AnyRow } from '../../catalogue/rows.ts'
import { kindsWords, placeLink, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { pathOfKind } from '../../sources/paths.ts'

interface Link {
  label: string
  href: string
}

/** Kinds that have a list and a page each. */
const paged = ['venue', 'party', 'person', 'source', 'process', 'proposal', 'issue', 'commitment']

export function listOf(record: string): Link {
  const isListed = paged.includes(record)
  return isListed
    ? { label: kindsWords(record), href: `/${pathOfKind(record)}` }
    : { label: 'Add to the record', href: '/desk/add' }
}

export interface Found {
  /** "Istanbul talks 2025"; where it has no name, "Position 2006". */
  name: string
  /** The page that shows it. */
  home: Link
  isOwnPage: boolean
}

export async function foundOf(db: Db, record: string, row: AnyRow): Promise<Found> {
  const [place] = await placesOf(db, new Map([[record, [row.id]]]))
  const name = place?.label ?? `${recordWords(record)} ${row.id}`
  return { name, home: homeOf(record, row, name, place), isOwnPage: paged.includes(record) }
}

function homeOf(record: string, row: AnyRow, name: string, place: Place | undefined): Link {
  if (record === 'commitment') return { label: name, href: `/commitments/${row.id}` }
  if (record === 'follow_up') return { label: 'Commitment', href: `/commitments/${row.commitment_id}` }
  if (record === 'capture') return { label: 'Source', href: `/sources/${row.source_id}` }
  // What was done with a proposal is shown by its page, also where it happened between rounds.
  if (place?.page === 'proposals') return { label: name, href: `/proposals/${place.page_key}` }
  return (place && placeLink(place)) ?? listOf(record)
}
