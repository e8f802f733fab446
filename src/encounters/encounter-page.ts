import type { Db } from '../db/tables.ts'
import { chosenList } from '../rounds/chosen.ts'
import { viewBar } from '../web/view-bar.ts'
import { type AskedEncounters, encountersQuery } from './asked.ts'
import { gatherEncounters, theOne } from './gather.ts'
import type { Somebody } from './meeting.ts'
import { crumbsTo } from './met-page.ts'
import { mannerWords, metPath } from './view.ts'

/** Numbers of the rounds at which one met the other in the manner asked for, latest first. @throws Refusal 404 or 410 */
export async function roundsOfBoth(db: Db, one: Somebody, other: Somebody, { as }: AskedEncounters) {
  const [{ who, encounters }, met] = await Promise.all([gatherEncounters(db, one), theOne(db, other)])
  const encounter = encounters.find(
    ({ manner, other: { kind, id } }) => manner === as && kind === met.kind && id === met.id,
  )
  return { who, met, ids: encounter?.rounds ?? [] }
}

/** The rounds of an encounter, as any list of rounds. */
export async function encounterPage(db: Db, one: Somebody, other: Somebody, asked: AskedEncounters) {
  const { who, met, ids } = await roundsOfBoth(db, one, other, asked)
  const path = `${metPath(who)}/${met.kind}/${met.id}`
  const list = await chosenList(db, ids, asked.page, { path, query: encountersQuery({ as: asked.as }) })
  return {
    title: `${who.name} and ${met.name}`,
    crumbs: [
      ...crumbsTo(who),
      { label: 'Whom they met', href: metPath(who) + encountersQuery({ as: asked.as }) },
    ],
    words: mannerWords[asked.as],
    view: viewBar(
      `Rounds of ${who.name} and ${met.name}, ${mannerWords[asked.as]}`,
      list.countWords,
      list.table,
    ),
    list,
  }
}
