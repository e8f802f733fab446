import type { Db } from '../db/tables.ts'
import { capital } from '../kernel/words.ts'
import { offeredParties, offeredProcesses } from '../rounds/offered.ts'
import { type Drop, dropOf, type Offer } from '../web/drop.ts'
import { states } from './clock.ts'
import { type ProposalFilter, proposalQueryOf } from './filter.ts'
import { issuesByCode } from './list-reads.ts'

type ListName = 'process' | 'party' | 'issue' | 'state'

/** The line of filters over the list, and a chip for each that is set. Works as a plain form. */
export async function proposalFilterForm(db: Db, filter: ProposalFilter) {
  const [processes, parties, issues] = await Promise.all([
    offeredProcesses(db, { on: 'proposals', chosen: filter.process }),
    offeredParties(db, { on: 'proposals', chosen: filter.party }),
    issuesByCode(db),
  ])
  const offers: Array<Offer<ListName>> = [
    { name: 'process', label: 'Process', ...processes },
    { name: 'party', label: 'Party', ...parties },
    { name: 'issue', label: 'Issue', options: issues.map(({ code, title }) => [code, title]) },
    { name: 'state', label: 'Where it stands', options: states.map((state) => [state, capital(state)]) },
  ]
  const drops = offers.map((offer) => dropOf(offer, filter[offer.name]))
  const chips = drops.flatMap((drop) => dropChips(filter, drop))
  return { drops, chips, hasChips: chips.length > 0 }
}

function dropChips(filter: ProposalFilter, { name, label, options }: Drop<ListName>) {
  return options
    .filter(({ isChosen }) => isChosen)
    .map((option) => ({
      label: `${label}: ${option.label}`,
      href: `/proposals${proposalQueryOf({
        ...filter,
        page: 1,
        [name]: filter[name].filter((one) => String(one) !== option.value),
      })}`,
    }))
}
