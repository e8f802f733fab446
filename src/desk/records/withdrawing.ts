/* The form by which any record is withdrawn. */
import { placesOf } from '../../catalogue/reads.ts'
import { kindsWords, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { Refusal } from '../../kernel/fault.ts'
import { counted } from '../../kernel/words.ts'
import type { Form } from '../form.ts'
import { processAbove } from '../process-above.ts'
import { reasonForm } from '../reason-form.ts'
import { changedBeneath, roundsShowing } from '../showing-writes.ts'
import type { Outline } from './outline.ts'
import { foundOf, listOf } from './places.ts'
import { MANY, type Pointers, pointersTo } from './pointing-reads.ts'
import { theWhole } from './standing.ts'
import { goingWith, withdrawWithRows } from './withdraw.ts'

const LEAVES =
  'It leaves all lists, searches and downloads, and what belongs to it alone leaves with it. Its history stays, and it can be restored.'

export async function withdrawing(db: Db, outline: Outline, id: number): Promise<Form> {
  const { kind } = outline
  const { row, version } = await theWhole(db, outline, id)
  const { name, home, isOwnPage } = await foundOf(db, kind.name, row)
  const held = await heldBy(db, outline, id)
  return reasonForm({
    title: `Withdraw ${name}`,
    lead: held ?? LEAVES,
    crumbs: [listOf(kind.name), home],
    back: home.href,
    act: `Withdraw the ${recordWords(kind.name).toLowerCase()}`,
    version,
    process_id: await processAbove(db, kind, row),
    async does(db, by, reason) {
      const held = await heldBy(db, outline, id)
      if (held) throw new Refusal(409, held)
      const rounds = await roundsShowing(db, kind.name, id)
      await withdrawWithRows(db, by, outline, id, reason)
      await changedBeneath(db, kind.name, id, rounds)
      return { record: kind.name, id, leadsTo: isOwnPage ? listOf(kind.name).href : home.href }
    },
  })
}

/** What still points to it, in a sentence; null where nothing does. */
async function heldBy(db: Db, outline: Outline, id: number): Promise<string | null> {
  const pointers = await pointersTo(db, await goingWith(db, outline, [id]))
  if (pointers.length === 0) return null
  const told: string[] = []
  for (const some of pointers) told.push(await sayPointers(db, some, pointers.length > 2 ? 1 : 3))
  return `It cannot be withdrawn while others on record point to it: ${told.join(', ')}. Change or withdraw those first.`
}

/** "2 delegates (Iva Dvorkin at Port Helm, 14 March 2024; …)" */
async function sayPointers(db: Db, { record, ids }: Pointers, shown: number): Promise<string> {
  const places = await placesOf(db, new Map([[record, ids.slice(0, shown)]]))
  const named = places.map(({ label, round, record }) =>
    round && record !== 'round' ? `${label} at ${round}` : label,
  )
  if (ids.length > named.length && named.length > 0) named.push('…')
  const words = counted(ids.length, recordWords(record).toLowerCase(), kindsWords(record).toLowerCase())
  const count = ids.length >= MANY ? `at least ${words}` : words
  return named.length > 0 ? `${count} (${named.join('; ')})` : count
}
