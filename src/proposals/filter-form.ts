import type { Db } from '../db/tables.ts'
import { capital } from '../kernel/words.ts'
import { partiesByName } from '../parties/reads.ts'
import { processesByTitle } from '../processes/reads.ts'
import { states } from './clock.ts'
import { type ProposalFilter, proposalQueryOf } from './filter.ts'
import { issuesByCode } from './list-reads.ts'

type ListName = 'process' | 'party' | 'issue' | 'state'

interface Offer {
  name: ListName
  label: string
  options: Array<[value: string, label: string]>
}

/** The line of filters over the list, and a chip for each that is set. Works as a plain form. */
export async function proposalFilterForm(db: Db, filter: ProposalFilter) {
  const [processes, parties, issues] = await Promise.all([
    processesByTitle(db),
    partiesByName(db),
    issuesByCode(db),
  ])
  const offers: Offer[] = [
    { name: 'process', label: 'Process', options: processes.map(({ slug, title }) => [slug, title]) },
    { name: 'party', label: 'Party', options: parties.map(({ id, name }) => [String(id), name]) },
    { name: 'issue', label: 'Issue', options: issues.map(({ code, title }) => [code, title]) },
    { name: 'state', label: 'Where it stands', options: states.map((state) => [state, capital(state)]) },
  ]
  const drops = offers.map((offer) => dropOf(filter, offer))
  const chips = offers.flatMap((offer) => chipsOf(filter, offer))
  return { drops, chips, hasChips: chips.length > 0 }
}

function chosenIn(filter: ProposalFilter, name: ListName): string[] {
  return filter[name].map(String)
}

function dropOf(filter: ProposalFilter, { name, label, options }: Offer) {
  const chosen = chosenIn(filter, name)
  return {
    name,
    label,
    chosen: chosen.length,
    isSet: chosen.length > 0,
    options: options.map(([value, label]) => ({ value, label, isChosen: chosen.includes(value) })),
  }
}

/** What the form does not offer is named as it was typed: a filter in force is never out of sight. */
function chipsOf(filter: ProposalFilter, { name, label, options }: Offer) {
  const offered = new Map(options)
  return chosenIn(filter, name).map((value) => ({
    label: `${label}: ${offered.get(value) ?? value}`,
    href: `/proposals${proposalQueryOf({
      ...filter,
      page: 1,
      [name]: filter[name].filter((one) => String(one) !== value),
    })}`,
  }))
}
