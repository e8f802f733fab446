import { atomically } from '../../db/atomically.ts'
import type { Db } from '../../db/tables.ts'
import { text } from '../../fields/kinds.ts'
import { read } from '../../fields/read.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'
import { alikePair, type Pair } from '../../likeness/pair-reads.ts'
import { likenedKinds } from '../../likeness/trait-reads.ts'
import { tellApart } from '../../likeness/unlike-writes.ts'
import { idIn } from '../../web/request.ts'
import { type Comparison, comparisons } from './compare.ts'

const reasonFields = {
  why: text({
    label: 'What tells them apart',
    max: 300,
    help: 'It is kept, and the pair is not listed again.',
  }),
}

/** The pair that an address names; who has the higher number comes second. @throws Refusal 404 */
export function pairIn({ record, one, other }: Record<string, unknown>): Pair {
  const pair = { record: String(record), one: idIn(one), other: idIn(other) }
  if (!likenedKinds.includes(pair.record) || pair.one >= pair.other)
    throw new Refusal(404, 'There is no such pair.')
  return pair
}

/** @throws Refusal 404 where the two are not listed */
export async function thePair(db: Db, pair: Pair): Promise<Comparison> {
  const listed = await alikePair(db, pair)
  if (!listed)
    throw new Refusal(404, 'These two are not listed as possible duplicates, or are listed no more.')
  const [comparison] = await comparisons(db, [listed])
  return comparison as Comparison
}

interface Refused {
  pair: Comparison
  typed: string
  fault: string
}

/** Says for good that the two are not one; what was refused comes back as typed. @throws Refusal 404 */
export async function tell(
  db: Db,
  by: Author,
  pair: Pair,
  body: Record<string, unknown>,
): Promise<Refused | null> {
  const reading = read(reasonFields, body)
  if (!reading.ok)
    return { pair: await thePair(db, pair), typed: reading.typed.why, fault: reading.faults.why ?? '' }
  await atomically(db, async (db) => {
    await thePair(db, pair)
    await tellApart(db, by, pair, reading.values.why)
  })
  return null
}
