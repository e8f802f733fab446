import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { namesOf } from '../parties/reads.ts'
import { nameLines } from '../parties/view.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundList, viewOfRecord } from '../rounds/list.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { tallyOn } from '../sources/tally.ts'
import { theVenue } from './reads.ts'
import { venueFacts } from './view.ts'
import { sayPlace } from './words.ts'

/** A place, its names, and the rounds held there in whole or in part. */
export async function venuePage(db: Db, id: number, query: Record<string, unknown>) {
  const venue = await theVenue(db, id)
  const { asked, whole } = filterWithin({ venue: [id] }, query)
  const [names, list] = await Promise.all([
    namesOf(db, 'venue_id', id),
    roundList(db, whole, `/venues/${id}`, asked),
  ])
  const claims = await claimsOn(db, { venue: [id], name: idsOf(names) })
  return {
    title: venue.name,
    history: historyPath('venue', id),
    forms: formLinks('venue', id, [{ label: 'Add a name', record: 'name', column: 'venue_id' }]),
    crumbs: [{ label: 'Venues', href: '/venues' }],
    lead: sayPlace(venue),
    facts: venueFacts(venue, claims),
    tally: tallyOn(claims),
    names: nameLines(names, claims),
    hasNames: names.length > 0,
    view: viewOfRecord(venue.name, list),
    list,
  }
}
