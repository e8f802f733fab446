import type { Read } from '../db/tables.ts'
import { languageName } from '../kernel/language.ts'
import { sayDate } from '../kernel/say-date.ts'
import { capital } from '../kernel/words.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceAbout, evidenceIfAny, evidenceOn } from '../sources/evidence.ts'
import { assertedName, type Fact, fact } from '../sources/facts.ts'
import type { namesOf, officesOf, partiesByName, theParty, thePerson } from './reads.ts'

export function partyLine({ id, name, code, kind }: Read<typeof partiesByName>[number]) {
  return { href: `/parties/${id}`, name, code, kind: capital(kind) }
}

/** Each person with the office recorded last for them. */
export function personLines(people: Array<{ id: number; name: string }>, offices: Read<typeof officesOf>) {
  const latest = new Map(offices.map((office) => [office.person_id, office]))
  return people.map(({ id, name }) => {
    const office = latest.get(id)
    return {
      href: `/people/${id}`,
      name,
      office: office?.title ?? '',
      held: office?.held ? sayDate(office.held) : '',
      party: office?.party ?? '',
    }
  })
}

export function partyFacts(party: Read<typeof theParty>, claims: Claims): Fact[] {
  const on = (field: string) => ({ evidence: evidenceOn(claims, 'party', party.id, field) })
  const ifAny = (field: string) => evidenceIfAny(claims, 'party', party.id, field)
  return [
    ...assertedName(party.name, ifAny('name')),
    ...fact('Kind', capital(party.kind), on('kind')),
    ...fact('Code', party.code, { evidence: ifAny('code') }),
    ...fact('ISO 3166-1', party.iso_alpha3, on('iso_alpha3')),
    ...fact('Gleditsch–Ward', party.gwno, on('gwno')),
    ...fact('Correlates of War', party.cown, on('cown')),
    ...fact('Note', party.note, { evidence: ifAny('note') }),
  ]
}

export function personFacts(person: Read<typeof thePerson>, claims: Claims): Fact[] {
  const ifAny = (field: string) => evidenceIfAny(claims, 'person', person.id, field)
  return [
    ...assertedName(person.name, ifAny('name')),
    ...fact('Note', person.note, { evidence: ifAny('note') }),
  ]
}

/** Further names of a person, party or venue. */
export function nameLines(names: Read<typeof namesOf>, claims: Claims) {
  return names.map(({ id, name, language, kind }) => ({
    name,
    language: language ?? '',
    languageWords: language === null ? 'not recorded' : languageName(language),
    kind: capital(kind),
    evidence: evidenceAbout(claims, 'name', id),
  }))
}

export function officeLines(offices: Read<typeof officesOf>, claims: Claims) {
  return offices.map((office) => ({
    title: office.title,
    party: office.party === null ? null : { href: `/parties/${office.party_id}`, name: office.party },
    held: office.held === null ? 'dates not recorded' : sayDate(office.held),
    evidence: evidenceAbout(claims, 'office', office.id),
  }))
}
