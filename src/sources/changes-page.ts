import { placesByKey, placesOf } from '../catalogue/reads.ts'
import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { idsOf } from '../kernel/ids.ts'
import { counted } from '../kernel/words.ts'
import { type Capture, capturesOf } from './capture-reads.ts'
import { type ClaimChanges, claimChanges, type Run, shortened, wordChanges } from './changes.ts'
import { type Claim, claimsFrom } from './claim-reads.ts'
import { claimWords } from './evidence.ts'
import { subjectsOf } from './field-ref.ts'
import { type Source, theSource, versionsOf } from './reads.ts'
import { fieldLink, subjectWords } from './said-page.ts'
import { sourceName, versionName } from './view.ts'

const CLAIMS_COMPARED = 500
/** Unchanged characters around a change, and how much of a change a reader sees of a text that others wrote. */
const AROUND = 200
const LONGEST = 400

/** What changed between two states of one page, whichever way round they are named. @throws Refusal 404 or 410 */
export async function changesPage(db: Db, ids: [number, number], isWhole: boolean) {
  const [source, other] = [await theSource(db, ids[0]), await theSource(db, ids[1])]
  const versions = await versionsOf(db, source.id)
  const pair = versions.filter(({ id }) => ids.includes(id))
  const [earlier, later] = pair
  if (!earlier || !later) throw new Refusal(404, `Source ${other.id} is no version of source ${source.id}.`)
  return {
    title: `What changed: ${sourceName(later)}`,
    crumbs: [
      { label: 'Sources', href: '/sources' },
      { label: sourceName(source), href: `/sources/${source.id}` },
    ],
    changes: await changesBetween(db, [earlier, later], isWhole),
  }
}

export async function changesBetween(db: Db, [earlier, later]: [Source, Source], isWhole: boolean) {
  const [captures, before, after] = await Promise.all([
    capturesOf(db, idsOf([earlier, later])),
    claimsFrom(db, earlier.id, { limit: CLAIMS_COMPARED + 1 }),
    claimsFrom(db, later.id, { limit: CLAIMS_COMPARED + 1 }),
  ])
  const said = claimChanges(before.slice(0, CLAIMS_COMPARED), after.slice(0, CLAIMS_COMPARED))
  const isCut = before.length > CLAIMS_COMPARED || after.length > CLAIMS_COMPARED
  const facts = factLines(earlier, later)
  return {
    earlier: { href: `/sources/${earlier.id}`, name: versionName(earlier) },
    later: { href: `/sources/${later.id}`, name: versionName(later) },
    text: textLines([earlier, later], captures, isWhole),
    facts,
    hasFacts: facts.length > 0,
    claims: await claimLines(db, said.differing),
    hasClaims: said.differing.length > 0,
    isSame: facts.length + said.differing.length === 0,
    notes: [
      ...sayAlone(said.onlyBefore, earlier),
      ...sayAlone(said.onlyAfter, later),
      ...(isCut ? [`The first ${CLAIMS_COMPARED} claims of each are compared.`] : []),
    ],
  }
}

/** What nobody recorded from the other state may well stand in it. */
function sayAlone(count: number, { id }: Source): string[] {
  return count === 0
    ? []
    : [
        `${counted(count, 'claim')} recorded from source ${id} alone, on what no claim from the other is about.`,
      ]
}

/** The texts word by word, where both were kept; else a sentence that says which was not. */
function textLines(versions: [Source, Source], captures: Capture[], isWhole: boolean) {
  const [before, after] = versions.map(({ id }) => captures.find(({ source_id }) => source_id === id))
  if (!before || !after) return { runs: [], says: sayMissing(versions, captures) }
  if (before.text_sha256 === after.text_sha256) return { runs: [], says: 'The texts are the same.' }
  const runs = wordChanges(before.text, after.text)
  if (runs === null) return { runs: [], says: 'The texts have too little in common to be set side by side.' }
  const shown = shortened(runs, AROUND, isWhole ? Number.POSITIVE_INFINITY : LONGEST)
  return { runs: shown.map(runWords), says: '' }
}

function runWords({ kind, words }: Run | { kind: 'cut'; words: string }) {
  return { words, isAdded: kind === 'added', isRemoved: kind === 'removed' }
}

function sayMissing(versions: Source[], captures: Capture[]): string {
  const missing = versions.filter(({ id }) => !captures.some(({ source_id }) => source_id === id))
  return `No text was kept of ${missing.map(({ id }) => `source ${id}`).join(' and ')}: titles, notes and claims are compared.`
}

const compared = { title: 'Title', author: 'Author', correction: 'Correction note', note: 'Note' } as const

/** What of the sources themselves differs. */
function factLines(earlier: Source, later: Source) {
  return (Object.keys(compared) as Array<keyof typeof compared>)
    .filter((field) => earlier[field] !== later[field])
    .map((field) => ({
      label: compared[field],
      before: sayFact(earlier[field]),
      after: sayFact(later[field]),
    }))
}

function sayFact(value: string | null) {
  return { words: value ?? '', isMissing: value === null }
}

async function claimLines(db: Db, differing: ClaimChanges<Claim>['differing']) {
  const subjects = subjectsOf(differing.flatMap(({ before, after }) => [...before, ...after]))
  const places = placesByKey(await placesOf(db, subjects))
  return differing.flatMap(({ before, after }) => {
    const [one] = [...before, ...after]
    if (!one) return []
    return [
      {
        ...subjectWords(one.record, places.get(`${one.record} ${one.record_id}`)),
        ...fieldLink(one),
        before: { claims: before.map(claimWords), isMissing: before.length === 0 },
        after: { claims: after.map(claimWords), isMissing: after.length === 0 },
      },
    ]
  })
}
