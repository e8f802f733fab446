/* Where a text is pasted, and where what it says is accepted. */
import type { Db } from '../../db/tables.ts'
import type { Lexicon, Suggestion } from '../../intake/article.ts'
import { checksOn } from '../../intake/checks.ts'
import { askedBy, knownRounds } from '../../intake/known-round-reads.ts'
import { lexiconFor } from '../../intake/lexicon-reads.ts'
import { suggestionsIn } from '../../intake/suggest.ts'
import { sayDate, sayMoment } from '../../kernel/say-date.ts'
import { emptyDraft } from '../draft.ts'
import type { Faults } from '../entry.ts'
import { type ShownSheet, sheetOf } from '../sheet.ts'
import { trackChoice } from '../suggestions.ts'
import { newToken } from '../token.ts'
import { intakePart } from './part.ts'
import { type Intake, latestIntakes } from './reads.ts'
import { paragraphsOf, suggestionRows } from './view.ts'

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
  return { article, lexicon, reference, suggestions }
}

export async function intakePage(db: Db, intake: Intake, asked: { all: boolean; fault?: string }) {
  const { article, lexicon, suggestions } = await understood(db, intake)
  const { reference, publisher, title, url, published } = intake
  const [known, tracks] = await Promise.all([
    knownRounds(db, askedBy(article.text, suggestions, reference)),
    trackChoice(db),
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
    fault: asked.fault ?? '',
    paragraphs: paragraphsOf(article, suggestions, checks),
    rows: suggestionRows(suggestions, (at) => asked.all && isSafe(suggestions, lexicon, at)),
    checks: checks.map(({ says, choices }) => ({ says, choices })),
    known: known.map((round) => ({
      id: String(round.id),
      title: round.title,
      href: `/rounds/${round.id}`,
      date: sayDate(round.date),
      track: `${round.track}, ${round.process}`,
      reasons: round.reasons.join('; '),
    })),
    tracks: tracks.groups,
  }
}

/** "Tick all" ticks each thing once: a name that comes again is the same name. */
function isSafe(suggestions: readonly Suggestion[], _lexicon: Lexicon, at: number): boolean {
  const mark = suggestions[at]
  if (!mark || (mark.kind !== 'person' && mark.kind !== 'venue' && mark.kind !== 'party')) return true
  const first = suggestions.findIndex(
    (one) => one.kind === mark.kind && 'name' in one.value && one.value.name === mark.value.name,
  )
  return first === at
}
