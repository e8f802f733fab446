/* Where a text is pasted, and where what it says is accepted. */
import type { Db } from '../../db/tables.ts'
import type { Suggestion } from '../../intake/article.ts'
import { checksOn } from '../../intake/checks.ts'
import { askedBy, type KnownRound, knownRounds } from '../../intake/known-round-reads.ts'
import { lexiconFor } from '../../intake/lexicon-reads.ts'
import { suggestionsIn } from '../../intake/suggest.ts'
import { sayDate, sayMoment } from '../../kernel/say-date.ts'
import { chosen as withChosen } from '../control.ts'
import { emptyDraft } from '../draft.ts'
import type { Faults } from '../entry.ts'
import { type ShownSheet, sheetOf } from '../sheet.ts'
import { trackChoice } from '../suggestions.ts'
import { newToken } from '../token.ts'
import { intakePart } from './part.ts'
import { type Intake, latestIntakes } from './reads.ts'
import { paragraphsOf, suggestionRows, type Ticked } from './view.ts'

const crumbs = [{ label: 'Desk', href: '/desk' }]

export async function pastePage(db: Db, draft = emptyDraft(intakePart), faults: Faults = new Map()) {
  const shown: ShownSheet = { draft, faults, token: newToken(), version: 0 }
  const plan = [
    { heading: 'The text', fields: ['article'] },
    { heading: 'Where it is from', fields: ['publisher', 'url', 'kind'] },
  ]
  const latest = await latestIntakes(db)
  return {
    ...sheetOf(intakePart, plan, shown),
    title: 'Take a round from an article',
    crumbs,
    latest: latest.map(({ id, publisher, title, published, made, who }) => ({
      href: `/desk/intake/${id}`,
      label: [publisher, title].filter(Boolean).join(': '),
      published: published === null ? 'no date given' : sayDate(published),
      made: `${who}, ${sayMoment(made)}`,
    })),
  }
}

/** A text as the record understands it today. */
export async function understood(db: Db, { article, reference }: Intake) {
  const lexicon = await lexiconFor(db, article)
  const suggestions = suggestionsIn(article, lexicon, { reference })
  return { article, lexicon, suggestions }
}

export type Understood = Awaited<ReturnType<typeof understood>>

/** What was chosen so far on the page of a text. */
export interface Chosen {
  ticked: Ticked
  into: string
  track: string
  fault: string
}

export async function intakePage(
  db: Db,
  intake: Intake,
  { article, lexicon, suggestions }: Understood,
  chosen: Chosen,
) {
  const { reference, publisher, title, url, published } = intake
  const [known, tracks] = await Promise.all([
    knownRounds(db, askedBy(article.text, suggestions, reference)),
    trackChoice(db, [chosen.track]),
  ])
  const checks = checksOn(article, suggestions, lexicon, { reference })
  return {
    title: title ?? `A text of ${publisher}`,
    isPrivate: true,
    crumbs: [...crumbs, { label: 'Take a round from an article', href: '/desk/intake' }],
    id: String(intake.id),
    publisher,
    published: published === null ? 'no date given' : sayDate(published),
    reference: reference === null ? '' : sayDate(reference),
    url: url ?? '',
    fault: chosen.fault,
    paragraphs: paragraphsOf(article, suggestions, checks),
    rows: suggestionRows(suggestions, chosen.ticked),
    checks: checks.map(({ says, choices }) => ({ says, choices })),
    known: known.map((round) => knownRow(round, chosen.into)),
    isNew: chosen.into === 'new' || known.length === 0,
    tracks: withChosen(tracks.groups, chosen.track),
  }
}

function knownRow({ id, title, track, process, reasons }: KnownRound, into: string) {
  return {
    id: String(id),
    title,
    href: `/rounds/${id}`,
    track: `${track}, ${process}`,
    reasons: reasons.join('; '),
    isChosen: into === String(id),
  }
}

/** Each thing once: a name that comes again is the same name. */
export function eachOnce(suggestions: readonly Suggestion[]): Ticked {
  const nameOf = ({ kind, value }: Suggestion) =>
    kind !== 'quote' && 'name' in value ? `${kind} ${value.name}` : null
  const seen = new Set<string>()
  const isFirst = suggestions.map((mark) => {
    const name = nameOf(mark)
    if (name === null) return true
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
  return { is: (at) => isFirst[at] === true, as: () => undefined }
}

export const nothingTicked: Ticked = { is: () => false, as: () => undefined }
