import { sayDate } from '../kernel/say-date.ts'
import { capital, sayQuantity } from '../kernel/words.ts'
import { evidenceOf } from '../sources/evidence.ts'
import type { Claims } from '../sources/reads.ts'
import { outcomeLevels } from './fields.ts'
import type { commitmentsOf, documentsIn, followUpsOf, outcomesOf } from './reads.ts'

type Rows<F extends (...of: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

interface Ended {
  outcomes: Rows<typeof outcomesOf>
  commitments: Rows<typeof commitmentsOf>
  followUps: Rows<typeof followUpsOf>
  claims: Claims
}

/** What a round ended with, how firmly it is known, and what became of it. */
export function outcomeLines({ outcomes, commitments, followUps, claims }: Ended) {
  return outcomes.map((outcome) => ({
    title: outcome.title,
    kind: capital(outcome.kind),
    wording: outcome.wording ?? '',
    document: outcome.document ?? '',
    level: levelOf(outcome.level),
    evidence: evidenceOf(claims.about('outcome', outcome.id)),
    commitments: commitments
      .filter(({ outcome_id }) => outcome_id === outcome.id)
      .map((commitment) => ({
        title: commitment.title,
        who: [commitment.debtor, commitment.creditor && `to ${commitment.creditor}`]
          .filter(Boolean)
          .join(' '),
        quantity:
          commitment.quantity === null
            ? ''
            : sayQuantity(commitment.quantity, commitment.quantity_bound, commitment.unit),
        deadline: commitment.deadline === null ? '' : `by ${sayDate(commitment.deadline)}`,
        evidence: evidenceOf(claims.about('commitment', commitment.id)),
        followUps: followUps
          .filter(({ commitment_id }) => commitment_id === commitment.id)
          .map((followUp) => ({
            title: followUp.title,
            date: followUp.date === null ? 'day not given' : sayDate(followUp.date),
            note: followUpNote(followUp, commitment.unit),
            evidence: evidenceOf(claims.about('follow_up', followUp.id)),
          })),
      })),
  }))
}

/** "185 prisoners, reported by Russian Federation": the number only where the title does not give it. */
function followUpNote(
  { title, quantity, quantity_bound, reporter }: Ended['followUps'][number],
  unit: string | null,
): string {
  const amount = quantity === null ? '' : sayQuantity(quantity, quantity_bound, unit)
  return [title.includes(amount) ? '' : amount, reporter && `reported by ${reporter}`]
    .filter(Boolean)
    .join(', ')
}

/** Five rising steps, filled so far, always with the words. */
function levelOf(level: (typeof outcomeLevels)[number] | null) {
  const step = level === null ? 0 : outcomeLevels.indexOf(level)
  return {
    step: String(step),
    words: level === null ? 'level not entered' : level === 'none' ? 'nothing agreed' : level,
    steps: outcomeLevels.slice(1).map((_, at) => ({ isFilled: at < step })),
  }
}

/** The texts of a process, each with the round it belongs to. */
export function documentLines(documents: Rows<typeof documentsIn>, claims: Claims) {
  return documents.map((document) => ({
    title: document.title,
    note: [
      capital(document.kind),
      document.date && sayDate(document.date),
      document.party && `by ${document.party}`,
      document.access,
    ]
      .filter(Boolean)
      .join(' · '),
    round:
      document.round_id === null
        ? null
        : { href: `/rounds/${document.round_id}`, label: document.round ?? '' },
    evidence: evidenceOf(claims.about('document', document.id)),
  }))
}
