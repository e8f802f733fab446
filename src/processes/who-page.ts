import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { headsOf, thirdPartiesOf } from '../rounds/seat-reads.ts'
import { type Fact, fact } from '../sources/facts.ts'

/** Names of more parties than these would bury the rest. */
const PARTIES = 4

/** Who hosted and who led, over the rounds given in order of time, and which was the latest. */
export async function whoFacts(db: Db, rounds: Array<{ id: number; title: string }>): Promise<Fact[]> {
  const ids = idsOf(rounds)
  const [heads, thirds] = await Promise.all([headsOf(db, ids), thirdPartiesOf(db, ids)])
  const inTime = ids.flatMap((id) => heads.get(id) ?? []).filter(({ role }) => role === 'head')
  const led = [...groupBy(inTime, ({ party }) => party)].slice(0, PARTIES)
  const hosts = ids.flatMap((id) => thirds.filter(({ round_id, role }) => round_id === id && role === 'host'))
  const latest = rounds.at(-1)
  return [
    ...fact('Hosts', each(hosts.map(({ party, person }) => party ?? person))),
    ...led.flatMap(([party, some]) => fact(`Heads, ${party}`, each(some.map(({ person }) => person)))),
    ...(latest ? fact('Latest', latest.title, { href: `/rounds/${latest.id}` }) : []),
  ]
}

/** Each once, in the order in which they first appear. */
function each(names: Array<string | null>): string {
  return [...new Set(names.filter((name) => name !== null))].join(', ')
}
