import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundList, viewOfRecord, withParts } from '../rounds/list.ts'
import { partsOfPerson } from '../rounds/list-reads.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { tallyOn } from '../sources/tally.ts'
import { namesOf, officesOf, thePerson } from './reads.ts'
import { nameLines, officeLines, personFacts } from './view.ts'

/** A person: names, offices with their dates, and the rounds they took part in. */
export async function personPage(db: Db, id: number, query: Record<string, unknown>) {
  const person = await thePerson(db, id)
  const { asked, whole } = filterWithin({ person: [id] }, query)
  const [names, offices, list] = await Promise.all([
    namesOf(db, 'person_id', id),
    officesOf(db, [id]),
    roundList(db, whole, `/people/${id}`, asked),
  ])
  const claims = await claimsOn(db, { person: [id], name: idsOf(names), office: idsOf(offices) })
  const facts = personFacts(person, claims)
  return {
    title: person.name,
    history: historyPath('person', id),
    forms: formLinks('person', id, [
      { label: 'Add an office', record: 'office', column: 'person_id' },
      { label: 'Add a name', record: 'name', column: 'person_id' },
    ]),
    crumbs: [{ label: 'People', href: '/people' }],
    facts,
    hasFacts: facts.length > 0,
    tally: tallyOn(claims),
    met: `/people/${id}/met`,
    names: nameLines(names, claims),
    hasNames: names.length > 0,
    offices: officeLines(offices, claims),
    hasOffices: offices.length > 0,
    view: viewOfRecord(person.name, list),
    list: withParts(list, await partsOfPerson(db, id, idsOf(list.rows))),
  }
}
