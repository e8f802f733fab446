import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { evidenceAbout } from '../sources/evidence.ts'
import type { Gathered } from './gather.ts'
import { plateOr } from './plates.ts'

/** Who sat opposite whom: the delegations on the two sides, hosts and mediators at the head of the table. */
export function tableOf({ delegations, delegates, thirdParties, claims, plate }: Gathered) {
  const seated = groupBy(delegates, ({ delegation_id }) => delegation_id)
  const sides = delegations.map((delegation) => ({
    plate: plate(delegation),
    party: delegation.party,
    partyHref: `/parties/${delegation.party_id}`,
    evidence: evidenceAbout(claims, 'delegation', delegation.id),
    size:
      delegation.size === null ? '' : `${counted(delegation.size, 'person', 'people')}, the head included`,
    mandate: delegation.mandate ?? '',
    note: delegation.note ?? '',
    isBare: delegation.size === null && !delegation.mandate && !delegation.note,
    delegates: (seated.get(delegation.id) ?? []).map((delegate) => ({
      name: delegate.person,
      href: `/people/${delegate.person_id}`,
      office: delegate.office ?? 'office not recorded',
      isHead: delegate.role === 'head',
      role: delegate.role,
      note: delegate.note ?? '',
      evidence: evidenceAbout(claims, 'delegate', delegate.id),
    })),
  }))
  const hosts = thirdParties.map((third) => ({
    role: third.role,
    plate: plateOr(plate, third.party_id, third.code, third.party),
    name: third.person ?? third.party ?? '',
    href: third.person_id === null ? `/parties/${third.party_id}` : `/people/${third.person_id}`,
    office: [third.office, third.person && third.party].filter(Boolean).join(', '),
    note: third.note ?? '',
    evidence: evidenceAbout(claims, 'third_party', third.id),
  }))
  return { sides, hosts, isFacing: sides.length === 2, isMany: sides.length !== 2 }
}
