import type { Db } from '../db/tables.ts'
import { ref, whole } from '../fields/kinds.ts'
import { idsOf } from '../kernel/ids.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundList, viewOfRecord } from '../rounds/list.ts'
import { historyPath } from '../sources/paths.ts'
import { type Query, valuesOf } from '../web/query.ts'
import { captureOf, keptAmong } from './capture-reads.ts'
import { capturedText } from './capture-view.ts'
import { changesBetween } from './changes-page.ts'
import { claimCountsOf, claimsBefore, claimsFrom } from './claim-reads.ts'
import { elsewhereSection } from './elsewhere-page.ts'
import { type FormLinks, formLinks } from './form-links.ts'
import { republicationsOf, type Source, sourcesWithIds, theSource, versionsOf } from './reads.ts'
import { CLAIMS_SHOWN, saidSection } from './said-page.ts'
import { addressesOf, relatives, sourceFacts, sourceName, versionLines } from './view.ts'

/** What the page takes in its address beside the filters of its rounds. */
const ownFields = {
  claims_page: whole({ label: 'Page of claims', min: 1, max: 1_000_000 }),
  claim: whole({ label: 'Claim', min: 1, max: Number.MAX_SAFE_INTEGER }),
  round: ref('round', { label: 'Round' }),
}
const ownNames = Object.keys(ownFields)

/** A source: what it is, what it says of which record, and what others say that it does not. */
export async function sourcePage(db: Db, id: number, query: Query, isWhole: boolean) {
  const source = await theSource(db, id)
  const { asked, whole: filter } = filterWithin({ source: [id] }, query, ownNames)
  const page = ownIn('claims_page', query) ?? (await pageWith(db, id, ownIn('claim', query)))
  const round = ownIn('round', query)
  const [originals, republished, versions, counts, claims, capture, list] = await Promise.all([
    sourcesWithIds(db, source.republishes_id === null ? [] : [source.republishes_id]),
    republicationsOf(db, id),
    versionsSection(db, source, isWhole),
    claimCountsOf(db, [id]),
    claimsFrom(db, id, { limit: CLAIMS_SHOWN, offset: (page - 1) * CLAIMS_SHOWN }),
    captureOf(db, id),
    roundList(db, filter, `/sources/${id}`, asked),
  ])
  const captured = capture && capturedText(capture, claims, isWhole)
  const count = counts.get(id) ?? 0
  return {
    title: sourceName(source),
    history: historyPath('source', id),
    forms: formsOf(id, capture),
    crumbs: [{ label: 'Sources', href: '/sources' }],
    facts: sourceFacts(source),
    addresses: addressesOf(source),
    relatives: relatives(originals, republished),
    correction: source.correction ?? '',
    ...versions,
    said: await saidSection(db, id, { page, count }, claims, captured),
    captured,
    isPartOfClaims: count > CLAIMS_SHOWN,
    elsewhere: await elsewhereSection(db, id, list, round),
    view: viewOfRecord(sourceName(source), list),
    list,
  }
}

function formsOf(id: number, capture: { id: number } | null): FormLinks {
  const links = formLinks('source', id, [{ label: 'Keep its text', record: 'capture', column: 'source_id' }])
  return capture
    ? { ...links, adds: [{ label: 'Change its text', href: formLinks('capture', capture.id).edit }] }
    : links
}

/** The page of its claims that holds the one asked for; the first where it has no such claim. */
async function pageWith(db: Db, id: number, claim: number | null): Promise<number> {
  return claim === null ? 1 : Math.floor((await claimsBefore(db, id, claim)) / CLAIMS_SHOWN) + 1
}

/** @throws Refusal 400 */
function ownIn(name: keyof typeof ownFields, query: Query): number | null {
  return valuesOf(ownFields, ownNames, name, query[name])[0] ?? null
}

/** The states of its page, and what changed since the one before it; in the first of them, up to the next. */
async function versionsSection(db: Db, source: Source, isWhole: boolean) {
  const versions = await versionsOf(db, source.id)
  const kept = await keptAmong(db, idsOf(versions))
  const at = versions.findIndex(({ id }) => id === source.id)
  const [earlier, later] = versions.slice(Math.max(0, at - 1)).slice(0, 2)
  return {
    versions: versionLines(versions, source.id, kept),
    changes: earlier && later ? await changesBetween(db, [earlier, later], isWhole) : null,
  }
}
