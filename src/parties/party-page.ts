import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundList, viewOfRecord, withParts } from '../rounds/list.ts'
import { partsOfParty } from '../rounds/list-reads.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { tallyOn } from '../sources/tally.ts'
import { namesOf, theParty } from './reads.ts'
import { nameLines, partyFacts } from './view.ts'

/** A party: names, the numbers other data sets know it by, and the rounds it took part in. */
export async function partyPage(db: Db, id: number, query: Record<string, unknown>) {
  const party = await theParty(db, id)
  const { asked, whole } = filterWithin({ party: [id] }, query)
  const [names, list] = await Promise.all([
    namesOf(db, 'party_id', id),
    roundList(db, whole, `/parties/${id}`, asked),
  ])
  const claims = await claimsOn(db, { party: [id], name: idsOf(names) })
  return {
    title: party.name,
    history: historyPath('party', id),
    forms: formLinks('party', id, [{ label: 'Add a name', record: 'name', column: 'party_id' }]),
    crumbs: [{ label: 'Parties', href: '/parties' }],
    facts: partyFacts(party, claims),
    tally: tallyOn(claims),
    met: `/parties/${id}/met`,
    names: nameLines(names, claims),
    hasNames: names.length > 0,
    view: viewOfRecord(party.name, list),
    list: withParts(list, await partsOfParty(db, id, idsOf(list.rows))),
  }
}
