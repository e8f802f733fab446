import { Refusal } from '../kernel/fault.ts'
import { theProcess } from '../processes/reads.ts'
import { theRound } from '../rounds/reads.ts'
import { numberIn } from '../web/paging.ts'
import { refuseStrangers } from '../web/query.ts'
import { idIn } from '../web/request.ts'
import type { Look } from './look.ts'
import type { Within } from './since-reads.ts'

/** What is asked of the changes since a day. */
export interface Asked {
  known: string
  within: Within
  /** "Istanbul, 23 July 2025"; empty for the whole record. */
  name: string
  href: string
  pairs: Array<[string, string]>
  page: number
}

/** @throws Refusal 400 without a day, or with a name or value that it does not know */
export async function readAsked(
  look: Look,
  query: Record<string, unknown>,
  besides: string[] = [],
): Promise<Asked> {
  refuseStrangers(query, ['round', 'process', 'page', ...besides])
  const { known, today } = look
  if (known === null)
    throw new Refusal(
      400,
      'Known must be given: the day since which you ask, such as /since?known=2025-07-24.',
    )
  const { round, process } = query
  if (round !== undefined && process !== undefined)
    throw new Refusal(400, 'Ask for a round or for a process, not for both.')
  const base = { known, page: numberIn(query, 'page') }
  if (round !== undefined) {
    const { id, title } = await theRound(today, idIn(round))
    return {
      ...base,
      within: { round: id },
      name: title,
      href: `/rounds/${id}`,
      pairs: [['round', String(id)]],
    }
  }
  if (process === undefined) return { ...base, within: null, name: '', href: '', pairs: [] }
  const { id, slug, title } = await theProcess(today, String(process))
  return {
    ...base,
    within: { process: id },
    name: title,
    href: `/processes/${slug}`,
    pairs: [['process', slug]],
  }
}
